import { act } from '../act.ts';

export const termsPublished = act('terms-published', {
  en: 'version of the terms published',
  de: 'Version der Nutzungsordnung veröffentlicht',
});
