import { record } from '../audit/acts.ts';
import { aboutNobody, countOf, type RetentionTerm, withThePerson } from '../subject.ts';
import { addDays, type Day } from '../time.ts';
import { strangersForgotten } from './log.ts';
import { deleteStrangers, strangersSeenBefore } from './store.ts';

/** What IServ showed on this day or later is kept: as long as IServ itself keeps what was deleted there. */
const lastSeen = (today: Day): Day => addDays(today, -90);

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
      en: 'until done, 90 days at most after IServ showed them',
      de: 'bis erledigt, höchstens 90 Tage, nachdem IServ sie gezeigt hat',
    },
    source: { en: 'periods of IServ', de: 'Fristen von IServ' },
    removedBy: 'leaver run',
    count: countOf('iserv_strangers'),
    overdue: (app, day) => strangersSeenBefore(app.db, lastSeen(day)).length,
    carryOut: (app) =>
      app.transact((tx) => {
        const accounts = strangersSeenBefore(tx, lastSeen(tx.today));
        deleteStrangers(tx, accounts);
        if (accounts.length > 0) record(tx, strangersForgotten, null, { number: accounts.length });
        return accounts.length;
      }),
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
