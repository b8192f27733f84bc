import { act } from '../act.ts';

export const leaverScheduled = act('leaver-scheduled', { en: 'leaving scheduled', de: 'Abgang vorgemerkt' });
export const leaverCancelled = act('leaver-cancelled', { en: 'leaving cancelled', de: 'Abgang zurückgenommen' });
export const leaverHeld = act('leaver-held', { en: 'deletion put on hold', de: 'Löschung gesperrt' });
export const leaverReleased = act('leaver-released', {
  en: 'hold on the deletion ended',
  de: 'Löschsperre aufgehoben',
});
export const leaverTold = act('leaver-told', {
  en: 'told of the deletion to come',
  de: 'über die kommende Löschung benachrichtigt',
});
