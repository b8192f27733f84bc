import { act } from '../act.ts';

export const administratorAdded = act('administrator-added', {
  en: 'administrator recorded',
  de: 'Administrator festgehalten',
});
export const administratorEnded = act('administrator-ended', {
  en: 'no administrator any more',
  de: 'nicht mehr Administrator',
});
export const administratorsForgotten = act('administrators-forgotten', {
  en: 'former administrators removed',
  de: 'frühere Administratoren entfernt',
});
