import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';
import { listsOf, overdueLists, removeLists } from './lists.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'nights',
    tables: ['leaver_runs'],
    name: { en: 'the nights: when, how many', de: 'die Nächte: wann, wie viele' },
    purpose: { en: 'seeing that the night runs', de: 'sehen, dass die Nacht läuft' },
    ...aboutNobody,
    count: countOf('leaver_runs'),
  },
  {
    kind: 'iserv-lists',
    tables: [],
    name: { en: 'lists for IServ beside the registry', de: 'Listen für IServ neben dem Register' },
    purpose: { en: 'deleting the accounts there, too', de: 'die Konten auch dort löschen' },
    term: { en: 'until done there, 90 days at most', de: 'bis dort erledigt, höchstens 90 Tage' },
    source: { en: 'periods of IServ', de: 'Fristen von IServ' },
    removedBy: 'leaver run',
    count: (app) => listsOf(app).length,
    overdue: (app, day) => overdueLists(app, day).length,
    carryOut: removeLists,
  },
];
