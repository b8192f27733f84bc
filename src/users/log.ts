import { act } from '../act.ts';

export const userAdded = act('user-added', { en: 'person added', de: 'Person aufgenommen' });
export const userEdited = act('user-edited', { en: 'person changed', de: 'Person geändert' });
export const userRemoved = act('user-removed', { en: 'person taken back', de: 'Person zurückgenommen' });
export const custodySaid = act('custody-said', { en: 'custody of a child recorded', de: 'Sorgerecht vermerkt' });
