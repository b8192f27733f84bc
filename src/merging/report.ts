import { bilingual } from '../language.ts';
import { byHand, type Held, type ReportPart, type Section } from '../subject.ts';
import { formerAccounts } from './store.ts';

function mergedAccounts({ db, user, withAccount }: Held): Section {
  const entries = formerAccounts(db, user.id).map((one) => ({ ...one }));
  return { section: 'mergedAccounts', source: byHand, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [mergedAccounts],
  words: bilingual({
    en: {
      titles: { mergedAccounts: 'Accounts that were given up for this one' },
      labels: { number: 'number in the log' },
    },
    de: {
      titles: { mergedAccounts: 'Konten, die für dieses aufgegeben wurden' },
      labels: { number: 'Nummer im Protokoll' },
    },
  }),
};
