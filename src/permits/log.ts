import { act } from '../act.ts';

export const permitGiven = act('permit-given', { en: 'permit given', de: 'Ausnahme erlaubt' });
export const permitEnded = act('permit-ended', { en: 'permit ended', de: 'Ausnahme beendet' });
export const permitsForgotten = act('permits-forgotten', {
  en: 'old permits removed',
  de: 'alte Ausnahmen entfernt',
});
