import { act } from '../act.ts';

export const suspensionImposed = act('suspension-imposed', { en: 'suspended', de: 'Sperrung verhängt' });
export const suspensionLifted = act('suspension-lifted', { en: 'suspension lifted', de: 'Sperrung aufgehoben' });
export const suspensionPruned = act('suspension-pruned', { en: 'suspension removed', de: 'Sperrung entfernt' });
