import { bilingual } from '../language.ts';
import { byRosterOrHand, type Held, type ReportPart, type Section } from '../subject.ts';
import { toldAt } from './notices/store.ts';
import { announcedAt, leavers } from './store.ts';

function leaving({ db, today, user, withAccount }: Held): Section {
  const found = leavers(db, { accounts: [user.account] }, today);
  const entries = Array.from(found, ({ leftOn, lockedFrom, deletedOn, reason, hold }) => ({
    leftOn,
    lockedFrom,
    deletedOn,
    reason,
    hold: hold?.reason ?? null,
    toldAt: toldAt(db, user.id),
    announcedAt: announcedAt(db, user.id),
  }));
  return { section: 'leaving', source: byRosterOrHand, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [leaving],
  words: bilingual({
    en: {
      titles: { leaving: 'Leaving and deletion' },
      labels: {
        leftOn: 'left on',
        lockedFrom: 'locked from',
        deletedOn: 'deleted on',
        hold: 'deletion on hold because',
        toldAt: 'told on',
        announcedAt: 'deletion announced in the night of',
        leaving: 'leaving',
      },
      values: {
        reason: {
          missing: 'missing in the roster',
          'marked-left': 'marked as left in the roster',
          'last-child-left': 'the last child has left',
          withdrawal: 'consent withdrawn',
          'by-hand': 'by hand',
        },
      },
    },
    de: {
      titles: { leaving: 'Abgang und Löschung' },
      labels: {
        leftOn: 'Abgang am',
        lockedFrom: 'gesperrt ab',
        deletedOn: 'Löschung am',
        hold: 'Löschsperre wegen',
        toldAt: 'mitgeteilt am',
        announcedAt: 'Löschung angekündigt in der Nacht vom',
        leaving: 'Abgang',
      },
      values: {
        reason: {
          missing: 'fehlt in der Schülerliste',
          'marked-left': 'in der Schülerliste als abgegangen geführt',
          'last-child-left': 'das letzte Kind ist abgegangen',
          withdrawal: 'Einwilligung widerrufen',
          'by-hand': 'von Hand',
        },
      },
    },
  }),
};
