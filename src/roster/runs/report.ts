import { bilingual } from '../../language.ts';
import { byHand, byProgram, type Held, type ReportPart, type Section } from '../../subject.ts';
import { answersAbout, otherIdsOf, runsOf } from './store.ts';

function rosterRuns({ db, user, withAccount }: Held): Section {
  const entries = runsOf(db, user.id).map((run) => ({ ...run }));
  return { section: 'rosterRuns', source: byProgram, keptUntil: withAccount, entries };
}

/** IDs in further programs, beside the one that stands with the person. */
function otherIds({ db, user, withAccount }: Held): Section {
  return { section: 'otherIds', source: byProgram, keptUntil: withAccount, entries: otherIdsOf(db, user.id) };
}

/** What somebody said of who a line of a roster is about. */
function rosterAnswers({ db, user, withAccount }: Held): Section {
  return { section: 'rosterAnswers', source: byHand, keptUntil: withAccount, entries: answersAbout(db, user.id) };
}

export const report: ReportPart = {
  sections: [rosterRuns, otherIds, rosterAnswers],
  tables: ['rosterRuns', 'otherIds', 'rosterAnswers'],
  words: bilingual({
    en: {
      titles: {
        rosterRuns: 'Imports of rosters',
        otherIds: 'Import IDs of further sources',
        rosterAnswers: 'Answers to who is who',
      },
      labels: {
        run: 'run',
        undoneAt: 'undone',
        changes: 'changes',
        answer: 'answer',
        line: 'line of the roster',
      },
      values: {
        kind: {
          created: 'taken up',
          changed: 'changed',
          returned: 'back',
          leaving: 'leaves',
          held: 'waits for a decision',
        },
        answer: { same: 'the same person', different: 'somebody else' },
      },
    },
    de: {
      titles: {
        rosterRuns: 'Importe von Personenlisten',
        otherIds: 'Import-IDs weiterer Quellen',
        rosterAnswers: 'Antworten auf die Frage, wer wer ist',
      },
      labels: {
        run: 'Lauf',
        undoneAt: 'rückgängig',
        changes: 'Änderungen',
        answer: 'Antwort',
        line: 'Zeile der Personenliste',
      },
      values: {
        kind: {
          created: 'aufgenommen',
          changed: 'geändert',
          returned: 'zurück',
          leaving: 'geht ab',
          held: 'wartet auf Entscheidung',
        },
        answer: { same: 'dieselbe Person', different: 'jemand anderes' },
      },
    },
  }),
};
