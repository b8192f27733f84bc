import { act } from '../../act.ts';

export const rosterCreated = act('roster-created', {
  en: 'taken up from a roster',
  de: 'aus der Personenliste aufgenommen',
});
export const rosterChanged = act('roster-changed', {
  en: 'changed by a roster',
  de: 'durch die Personenliste geändert',
});
export const rosterReturned = act('roster-returned', { en: 'back by a roster', de: 'durch die Personenliste zurück' });
export const rosterLeft = act('roster-left', { en: 'leaves by a roster', de: 'geht nach der Personenliste ab' });
export const rosterUndone = act('roster-undone', { en: 'import undone', de: 'Importlauf rückgängig gemacht' });
