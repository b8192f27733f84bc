import { forgotten } from '../audit/forgetting.ts';
import { countOf, type RetentionTerm, withThePerson } from '../subject.ts';
import { requestsForgotten } from './log.ts';
import { requestKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'requests',
    tables: ['requests', 'request_people'],
    name: { en: 'requests by data protection law', de: 'Ersuchen nach Datenschutzrecht' },
    purpose: { en: 'answering in time, and showing it', de: 'rechtzeitig antworten und es nachweisen' },
    term: {
      en: 'after the answer; names and texts go with the person',
      de: 'nach der Antwort; Namen und Texte gehen mit der Person',
    },
    source: { en: 'Art. 5(2) GDPR; § 195 BGB', de: 'Art. 5 Abs. 2 DSGVO; § 195 BGB' },
    ...forgotten('requests', 'answered_on', requestKeepDays, requestsForgotten),
  },
  {
    kind: 'restrictions',
    tables: ['restrictions'],
    name: { en: 'whose data may only be kept', de: 'wessen Daten nur gespeichert bleiben' },
    purpose: { en: 'keeping to Art. 18 and 21 GDPR', de: 'Art. 18 und 21 DSGVO einhalten' },
    ...withThePerson,
    count: countOf('restrictions'),
  },
];
