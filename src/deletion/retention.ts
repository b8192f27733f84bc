import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'tombstones',
    tables: ['tombstones'],
    name: { en: 'numbers of the deleted', de: 'Nummern der Gelöschten' },
    purpose: { en: 'showing that they were deleted', de: 'die Löschung nachweisen' },
    ...aboutNobody,
    count: countOf('tombstones'),
  },
  {
    kind: 'former-accounts',
    tables: ['former_accounts'],
    name: { en: 'former accounts, as keyed hashes', de: 'frühere Konten, als Hashes mit Schlüssel' },
    purpose: { en: 'no account is given twice', de: 'kein Konto zweimal vergeben' },
    term: { en: 'without end', de: 'ohne Ende' },
    source: { en: 'the school', de: 'die Schule' },
    removedBy: null,
    count: countOf('former_accounts'),
  },
  {
    kind: 'departures',
    tables: ['departures'],
    name: {
      en: 'withdrawals and erasures on request, as keyed hashes',
      de: 'Widerrufe und Löschungen auf Wunsch, als Hashes mit Schlüssel',
    },
    purpose: {
      en: 'knowing that they went, should a later roster list them',
      de: 'wissen, dass sie gegangen sind, falls eine spätere Liste sie führt',
    },
    term: { en: 'without end', de: 'ohne Ende' },
    source: { en: 'Art. 17 GDPR', de: 'Art. 17 DSGVO' },
    removedBy: null,
    count: countOf('departures'),
  },
  {
    kind: 'iserv-deletions',
    tables: ['iserv_deletions'],
    name: { en: 'accounts that are still to be deleted in IServ', de: 'Konten, die in IServ noch zu löschen sind' },
    purpose: { en: 'deleting them there, too', de: 'sie auch dort löschen' },
    term: { en: 'until done there, 90 days at most', de: 'bis dort erledigt, höchstens 90 Tage' },
    source: { en: 'periods of IServ', de: 'Fristen von IServ' },
    removedBy: 'leaver run',
    count: countOf('iserv_deletions'),
  },
];
