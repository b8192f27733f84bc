import { act } from '../act.ts';

export const suspensionImposed = act('suspension-imposed', { en: 'suspended', de: 'Sperrung verhängt' });
export const suspensionLifted = act('suspension-lifted', { en: 'suspension lifted', de: 'Sperrung aufgehoben' });
export const suspensionTold = act('suspension-told', {
  en: 'told of a suspension',
  de: 'von einer Sperrung unterrichtet',
});
export const suspensionReviewed = act('suspension-reviewed', {
  en: 'suspension looked at again',
  de: 'Sperrung überprüft',
});
export const suspensionPruned = act('suspension-pruned', { en: 'suspension removed', de: 'Sperrung entfernt' });
