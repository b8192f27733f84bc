import { act } from '../act.ts';

export const consentGiven = act('consent-given', { en: 'consent given', de: 'Einwilligung erteilt' });
export const consentRefused = act('consent-refused', { en: 'consent refused', de: 'Einwilligung abgelehnt' });
export const consentWithdrawn = act('consent-withdrawn', { en: 'consent withdrawn', de: 'Einwilligung widerrufen' });
export const consentStruck = act('consent-struck', {
  en: 'entry on a consent struck as a mistake',
  de: 'Eintrag zu einer Einwilligung als Irrtum gestrichen',
});
export const purposeAdded = act('purpose-added', { en: 'purpose added', de: 'Zweck aufgenommen' });
export const purposeRetired = act('purpose-retired', { en: 'purpose no longer asked for', de: 'Zweck aufgegeben' });
export const consentTold = act('consent-told', {
  en: 'told of the right to withdraw consent',
  de: 'über das Recht auf Widerruf informiert',
});
export const courtDecided = act('court-decided', {
  en: 'court decision on who decides recorded',
  de: 'gerichtliche Entscheidung vermerkt, wer entscheidet',
});
