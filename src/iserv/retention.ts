import { aboutNobody, countOf, type RetentionTerm, withThePerson } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'iserv',
    tables: ['iserv_known', 'iserv_hands', 'iserv_ids', 'iserv_doubts', 'iserv_logins'],
    name: { en: 'whom IServ has, and what was done there', de: 'wen IServ hat und was dort getan wurde' },
    purpose: { en: 'nobody is deleted there by accident', de: 'niemand wird dort versehentlich gelöscht' },
    ...withThePerson,
    count: countOf('iserv_known'),
  },
  {
    kind: 'iserv-strangers',
    tables: ['iserv_strangers'],
    name: { en: 'accounts in IServ that nobody here has', de: 'Konten in IServ, die hier niemand hat' },
    purpose: { en: 'clearing up whose they are', de: 'klären, wem sie gehören' },
    term: {
      en: 'until done, or IServ does not show them any more',
      de: 'bis erledigt, oder bis IServ sie nicht mehr zeigt',
    },
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'iserv done',
    count: countOf('iserv_strangers'),
  },
  {
    kind: 'iserv-exchanges',
    tables: ['iserv_exchanges'],
    name: { en: 'files to and from IServ: when, how many', de: 'Dateien von und zu IServ: wann, wie viele' },
    purpose: { en: 'knowing what IServ was told', de: 'wissen, was IServ mitgeteilt wurde' },
    ...aboutNobody,
    count: countOf('iserv_exchanges'),
  },
];
