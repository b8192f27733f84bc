import { act } from '../act.ts';

export const incidentOpened = act('incident-opened', { en: 'incident opened', de: 'Vorfall eröffnet' });
export const incidentInspected = act('incident-inspected', { en: 'looked into', de: 'Einsicht genommen' });
export const inspectionRefused = act('inspection-refused', { en: 'looking into refused', de: 'Einsicht verweigert' });
export const incidentInformed = act('incident-informed', { en: 'informed', de: 'informiert' });
export const incidentClosed = act('incident-closed', { en: 'incident closed', de: 'Vorfall abgeschlossen' });
export const incidentPruned = act('incident-pruned', { en: 'incident removed', de: 'Vorfall entfernt' });
export const postRemoved = act('post-removed', { en: 'deleted post recorded', de: 'gelöschter Beitrag festgehalten' });
export const postsForgotten = act('posts-forgotten', {
  en: 'old entries of deleted posts removed',
  de: 'alte Einträge gelöschter Beiträge entfernt',
});
