import { bilingual } from '../../language.ts';
import { byProgram, type Held, type ReportPart, type Section } from '../../subject.ts';
import { runsOf } from './store.ts';

function rosterRuns({ db, user, withAccount }: Held): Section {
  const entries = runsOf(db, user.id).map((run) => ({ ...run }));
  return { section: 'rosterRuns', source: byProgram, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [rosterRuns],
  tables: ['rosterRuns'],
  words: bilingual({
    en: {
      titles: { rosterRuns: 'Imports of rosters' },
      labels: {
        run: 'run',
        undoneAt: 'undone',
        changes: 'changes',
      },
      values: {
        kind: {
          created: 'taken up',
          changed: 'changed',
          returned: 'back',
          leaving: 'leaves',
          held: 'waits for a decision',
        },
      },
    },
    de: {
      titles: { rosterRuns: 'Importe von Schülerlisten' },
      labels: {
        run: 'Lauf',
        undoneAt: 'rückgängig',
        changes: 'Änderungen',
      },
      values: {
        kind: {
          created: 'aufgenommen',
          changed: 'geändert',
          returned: 'zurück',
          leaving: 'geht ab',
          held: 'wartet auf Entscheidung',
        },
      },
    },
  }),
};
