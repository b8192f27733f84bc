import { bilingual } from '../language.ts';
import { byHand, type Held, type ReportPart, type Section } from '../subject.ts';
import { stateOf } from './rules.ts';
import { permits } from './store.ts';
import { kindNames, text } from './text.ts';

function allowed({ db, user, today, withAccount }: Held): Section {
  const entries = permits(db, { accounts: [user.account] }, true, today).map((permit) => ({
    permit: permit.permit,
    kind: permit.kind,
    reason: permit.reason,
    clearedWith: permit.clearedWith,
    from: permit.from,
    until: permit.until,
    givenBy: permit.givenBy,
    state: stateOf(permit, today),
    endedOn: permit.ended?.on ?? null,
    endedBecause: permit.ended?.reason ?? null,
  }));
  return { section: 'permits', source: byHand, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [allowed],
  words: bilingual({
    en: {
      titles: { permits: 'Exceptions that were allowed' },
      labels: {
        permit: 'no.',
        clearedWith: 'cleared with',
        givenBy: 'given by',
        endedOn: 'ended on',
        endedBecause: 'ended because',
      },
      values: { kind: kindNames.en, state: text.en.list.state },
    },
    de: {
      titles: { permits: 'Erlaubte Ausnahmen' },
      labels: {
        permit: 'Nr.',
        clearedWith: 'abgesprochen mit',
        givenBy: 'erlaubt von',
        endedOn: 'beendet am',
        endedBecause: 'beendet weil',
      },
      values: { kind: kindNames.de, state: text.de.list.state },
    },
  }),
};
