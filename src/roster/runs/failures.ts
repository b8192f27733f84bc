import { Exit, failure } from '../../failures.ts';
import { count, listedBriefly } from '../../language.ts';

export const unknownRun = failure<{ run: number }>('unknown-run', Exit.refused, {
  en: ({ run }) => `There is no run ${run}. Look with "schulkonto roster runs".`,
  de: ({ run }) => `Einen Importlauf ${run} gibt es nicht. Nachsehen mit „schulkonto roster runs“.`,
});

export const runUndone = failure<{ run: number }>('run-undone', Exit.refused, {
  en: ({ run }) => `Run ${run} has been undone already.`,
  de: ({ run }) => `Der Importlauf ${run} ist schon rückgängig gemacht.`,
});

export const changedSince = failure<{
  run: number;
  accounts: readonly string[];
  deleted: number;
  runs: readonly number[];
}>('changed-since', Exit.refused, {
  en: ({ run, accounts, deleted, runs }) =>
    [
      `Run ${run} can't be undone; nothing was changed.`,
      ...(accounts.length > 0 ? [`Something has happened since to ${listedBriefly('en', accounts)}.`] : []),
      ...(deleted > 0 ? [`${count('en', deleted, 'person has', 'people have')} been deleted since.`] : []),
      ...(runs.length > 0 ? [`Later runs have touched them: undo ${runs.join(', ')} first.`] : []),
    ].join('\n'),
  de: ({ run, accounts, deleted, runs }) =>
    [
      `Der Importlauf ${run} lässt sich nicht rückgängig machen; nichts wurde geändert.`,
      ...(accounts.length > 0 ? [`Seither ist etwas geschehen mit ${listedBriefly('de', accounts)}.`] : []),
      ...(deleted > 0 ? [`${count('de', deleted, 'Person wurde', 'Personen wurden')} seither gelöscht.`] : []),
      ...(runs.length > 0 ? [`Spätere Importläufe haben sie berührt: erst ${runs.join(', ')} rückgängig machen.`] : []),
    ].join('\n'),
});

export const runTooOld = failure<{ run: number }>('run-too-old', Exit.refused, {
  en: ({ run }) =>
    `Run ${run} can't be undone: log and journal of that time have been removed, so nobody knows what it did and what happened since.`,
  de: ({ run }) =>
    `Der Importlauf ${run} lässt sich nicht rückgängig machen: Protokoll und Verlauf von damals sind entfernt; niemand weiß, was er tat und was seither geschah.`,
});

export const unknownAnswer = failure<{ answer: number }>('unknown-answer', Exit.refused, {
  en: ({ answer }) => `There is no answer ${answer}. Look with "schulkonto roster answers".`,
  de: ({ answer }) => `Eine Antwort ${answer} gibt es nicht. Nachsehen mit „schulkonto roster answers“.`,
});
