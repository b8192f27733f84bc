import { act } from '../act.ts';

export const termsCorrected = act('terms-corrected', {
  en: 'spelling of the terms corrected',
  de: 'Rechtschreibung der Nutzungsordnung berichtigt',
});
export const termsRetracted = act('terms-retracted', {
  en: 'version of the terms taken back',
  de: 'Version der Nutzungsordnung zurückgenommen',
});
export const termsPublished = act('terms-published', {
  en: 'version of the terms published',
  de: 'Version der Nutzungsordnung veröffentlicht',
});
