import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';
import { listsOf, overdueLists, removeLists } from './iserv-list.ts';

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
    kind: 'text-traces',
    tables: ['text_traces'],
    name: { en: 'where texts still name somebody deleted', de: 'wo Texte noch jemand Gelöschten nennen' },
    purpose: { en: 'taking the names out', de: 'die Namen herausnehmen' },
    term: { en: 'until it is taken out', de: 'bis der Name herausgenommen ist' },
    source: { en: 'Art. 17 GDPR', de: 'Art. 17 DSGVO' },
    removedBy: 'leaver mask',
    count: countOf('text_traces'),
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
