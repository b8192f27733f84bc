import { act } from '../act.ts';

export const requestOpened = act('request-opened', { en: 'request taken down', de: 'Ersuchen aufgenommen' });
export const requestAnswered = act('request-answered', { en: 'request answered', de: 'Ersuchen beantwortet' });
export const restrictionLifted = act('restriction-lifted', {
  en: 'restriction of data lifted',
  de: 'Einschränkung der Daten aufgehoben',
});
export const requestsForgotten = act('requests-forgotten', {
  en: 'old requests removed',
  de: 'alte Ersuchen entfernt',
});
