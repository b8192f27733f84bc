import { bilingual } from '../language.ts';
import { settingValue } from '../settings/settings.ts';
import { byHand, type Held, type ReportPart, type Section } from '../subject.ts';
import { suspensionKeepDays } from './settings.ts';
import { suspensions } from './store.ts';

function suspended({ db, user, today, withAccount }: Held): Section {
  const all = suspensions(db, { accounts: [user.account] }, true, today);
  const entries = Array.from(all, ({ account: _, lifted, told, ...suspension }) => ({
    ...suspension,
    toldOn: told?.on ?? null,
    toldHow: told?.how ?? null,
    toldWhom: told?.whom ?? null,
    liftedOn: lifted?.on ?? null,
    liftedBecause: lifted?.reason ?? null,
  }));
  const days = settingValue(db, suspensionKeepDays);
  return {
    section: 'suspensions',
    source: byHand,
    keptUntil: { ...withAccount, rule: 'after-ending', days },
    entries,
  };
}

export const report: ReportPart = {
  sections: [suspended],
  words: bilingual({
    en: {
      titles: { suspensions: 'Suspensions' },
      labels: {
        decidedBy: 'decided by',
        heardOn: 'heard on',
        reviewedOn: 'looked at again on',
        toldHow: 'told how',
        toldOn: 'told on',
        toldWhom: 'who was told',
        liftedBecause: 'lifted because',
        liftedOn: 'lifted on',
      },
      values: {
        toldWhom: { self: 'in person' },
        state: { 'in-force': 'in force', 'to-come': 'to come', ended: 'ended', lifted: 'lifted' },
      },
    },
    de: {
      titles: { suspensions: 'Sperrungen' },
      labels: {
        decidedBy: 'entschieden von',
        heardOn: 'angehört am',
        reviewedOn: 'überprüft am',
        toldHow: 'mitgeteilt wie',
        toldOn: 'mitgeteilt am',
        toldWhom: 'wem mitgeteilt',
        liftedBecause: 'aufgehoben weil',
        liftedOn: 'aufgehoben am',
      },
      values: {
        toldWhom: { self: 'selbst' },
        state: { 'in-force': 'gilt', 'to-come': 'künftig', ended: 'beendet', lifted: 'aufgehoben' },
      },
    },
  }),
};
