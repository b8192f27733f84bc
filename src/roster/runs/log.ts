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
export const rosterAnswered = act('roster-answered', {
  en: 'questions of a roster answered',
  de: 'Fragen zur Personenliste beantwortet',
});
export const rosterWaits = act('roster-waits', {
  en: 'a roster waits for answers or approval',
  de: 'Personenliste wartet auf Antworten oder Freigabe',
});
export const answerTakenBack = act('roster-answer-taken-back', {
  en: 'answer to a question of a roster taken back',
  de: 'Antwort auf eine Frage zur Personenliste zurückgenommen',
});
export const lastYearSaid = act('last-year-said', {
  en: 'last year of the school said at an import',
  de: 'letzter Jahrgang beim Einlesen angegeben',
});
export const rosterForgotten = act('roster-forgotten', {
  en: 'journal of imports removed',
  de: 'Verlauf von Importen entfernt',
});
