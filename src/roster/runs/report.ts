import { bilingual } from '../../language.ts';
import { settingValue } from '../../settings/settings.ts';
import { byHand, byProgram, type Held, type Kept, type ReportPart, type Section } from '../../subject.ts';
import { journalDays } from '../settings.ts';
import { answersOf, otherIdsOf, runsOf } from './store.ts';

function rosterRuns({ db, user, withAccount }: Held): Section {
  const entries = runsOf(db, user.id).map((run) => ({ ...run }));
  const keptUntil: Kept = { ...withAccount, rule: 'after-entry', days: settingValue(db, journalDays) };
  return { section: 'rosterRuns', source: byProgram, keptUntil, entries };
}

function otherIds({ db, user, withAccount }: Held): Section {
  const entries = otherIdsOf(db, user.id).map((id) => ({ ...id }));
  return { section: 'otherIds', source: byProgram, keptUntil: withAccount, entries };
}

function rosterAnswers({ db, user, withAccount }: Held): Section {
  const entries = answersOf(db, user.id).map(({ answer: _, account: __, line: ___, ...said }) => said);
  return { section: 'rosterAnswers', source: byHand, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [rosterRuns, otherIds, rosterAnswers],
  tables: ['rosterRuns'],
  words: bilingual({
    en: {
      titles: {
        rosterRuns: 'Imports of rosters',
        otherIds: 'IDs in further sources',
        rosterAnswers: 'What was said about who is who',
      },
      labels: {
        run: 'run',
        undoneAt: 'undone',
        changes: 'changes',
        said: 'said',
        deletedOn: 'deleted before on',
      },
      values: {
        kind: {
          created: 'taken up',
          changed: 'changed',
          returned: 'back',
          leaving: 'leaves',
          held: 'waits for a decision',
        },
        said: { same: 'the same person', different: 'two people', 'take-in': 'taken in again' },
      },
    },
    de: {
      titles: {
        rosterRuns: 'Importe von Schülerlisten',
        otherIds: 'IDs in weiteren Quellen',
        rosterAnswers: 'Was darüber gesagt wurde, wer wer ist',
      },
      labels: {
        run: 'Lauf',
        undoneAt: 'rückgängig',
        changes: 'Änderungen',
        said: 'gesagt',
        deletedOn: 'zuvor gelöscht am',
      },
      values: {
        kind: {
          created: 'aufgenommen',
          changed: 'geändert',
          returned: 'zurück',
          leaving: 'geht ab',
          held: 'wartet auf Entscheidung',
        },
        said: { same: 'dieselbe Person', different: 'zwei Personen', 'take-in': 'wieder aufgenommen' },
      },
    },
  }),
};
