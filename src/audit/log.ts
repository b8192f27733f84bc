import { act } from '../act.ts';

export const logRead = act('log-read', { en: 'log read', de: 'Protokoll gelesen' });
export const logPruned = act('log-pruned', {
  en: 'old entries of the log removed',
  de: 'alte Einträge des Protokolls entfernt',
});
