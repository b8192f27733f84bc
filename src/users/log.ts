import { act } from '../act.ts';

export const userAdded = act('user-added', { en: 'person added', de: 'Person aufgenommen' });
export const userEdited = act('user-edited', { en: 'person changed', de: 'Person geändert' });
