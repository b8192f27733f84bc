import { Exit, failure } from '../failures.ts';
import { number } from '../language.ts';
import { type Day, type Instant, writtenDay, writtenInstant } from '../time.ts';

type OfAccount = { account: string };

export const notLeaving = failure<OfAccount>('not-leaving', Exit.refused, {
  en: ({ account }) => `${account} is not on the leaver schedule.\nLook with "schulkonto leaver list".`,
  de: ({ account }) => `${account} steht nicht auf der Liste der Abgänger.\nNachsehen mit „schulkonto leaver list“.`,
});

export const goesWithChildren = failure<OfAccount>('goes-with-children', Exit.refused, {
  en: ({ account }) =>
    `${account} goes with the last child, and all children leave.\nCancel the leaving of a child, or stop the deletion with "schulkonto leaver hold ${account}".`,
  de: ({ account }) =>
    `${account} geht mit dem letzten Kind, und alle Kinder gehen ab.\nDen Abgang eines Kindes zurücknehmen, oder die Löschung mit „schulkonto leaver hold ${account}“ sperren.`,
});

export const deletedBeforeLeft = failure<{ leftOn: Day; deleteOn: Day }>('deleted-before-left', Exit.usage, {
  en: ({ leftOn, deleteOn }) =>
    `Nobody can be deleted on ${writtenDay('en', deleteOn)} who leaves on ${writtenDay('en', leftOn)} only.`,
  de: ({ leftOn, deleteOn }) =>
    `Wer erst am ${writtenDay('de', leftOn)} geht, kann nicht schon am ${writtenDay('de', deleteOn)} gelöscht werden.`,
});

export const notALeavingDay = failure<{ typed: string }>('not-a-leaving-day', Exit.usage, {
  en: ({ typed }) => `"${typed}" is not a day. Write it as 2026-07-31 or 31.7.2026.`,
  de: ({ typed }) => `„${typed}“ ist kein Tag. Ein Tag wird 2026-07-31 oder 31.7.2026 geschrieben.`,
});

export const alreadyHeld = failure<OfAccount & { reason: string; since: Instant }>('already-held', Exit.refused, {
  en: ({ account, reason, since }) =>
    `The deletion of ${account} has been on hold since ${writtenInstant('en', since)}: ${reason}`,
  de: ({ account, reason, since }) =>
    `Die Löschung von ${account} ist seit ${writtenInstant('de', since)} gesperrt: ${reason}`,
});

export const notHeld = failure<OfAccount>('not-held', Exit.refused, {
  en: ({ account }) => `The deletion of ${account} is not on hold.`,
  de: ({ account }) => `Die Löschung von ${account} ist nicht gesperrt.`,
});

export const emptyReason = failure<object>('empty-reason', Exit.usage, {
  en: () => '--reason is empty. Say in a few words why, for whoever reads it in a year.',
  de: () => '--reason ist leer. In ein paar Worten sagen, warum, für alle, die es in einem Jahr lesen.',
});

export const tooManyDeletions = failure<{ deletions: number; most: number }>('too-many-deletions', Exit.refused, {
  en: ({ deletions, most }) =>
    `${number('en', deletions)} people are due to be deleted, more than the ${number('en', most)} of leaver.max-per-run. Nobody was touched.\nLook with "schulkonto leaver run --dry-run"; if it is right: schulkonto leaver run --approve ${deletions}`,
  de: ({ deletions, most }) =>
    `${number('de', deletions)} Personen sind zu löschen, mehr als die ${number('de', most)} aus leaver.max-per-run. Niemand wurde angerührt.\nNachsehen mit „schulkonto leaver run --dry-run“; wenn es stimmt: schulkonto leaver run --approve ${deletions}`,
});

type ClockFacts = { now: Instant; last: Instant; today: Day };

export const clockEarlier = failure<ClockFacts>('clock-earlier', Exit.refused, {
  en: ({ now, last, today }) =>
    `The clock says ${writtenInstant('en', now)}, but the registry was worked with on ${writtenInstant('en', last)} already. Nobody was touched.\nSet the clock; if it is right: schulkonto leaver run --accept-clock ${today}`,
  de: ({ now, last, today }) =>
    `Die Uhr zeigt ${writtenInstant('de', now)}, aber mit dem Register wurde schon am ${writtenInstant('de', last)} gearbeitet. Niemand wurde angerührt.\nDie Uhr stellen; wenn sie richtig geht: schulkonto leaver run --accept-clock ${today}`,
});

export const clockFarAhead = failure<ClockFacts & { most: number }>('clock-far-ahead', Exit.refused, {
  en: ({ now, last, today, most }) =>
    `The clock says ${writtenInstant('en', now)}, but the last run was on ${writtenInstant('en', last)}, more than ${most} days ago. Nobody was touched.\nLook at the clock; if it is right: schulkonto leaver run --accept-clock ${today}`,
  de: ({ now, last, today, most }) =>
    `Die Uhr zeigt ${writtenInstant('de', now)}, aber der letzte Lauf war am ${writtenInstant('de', last)}, vor mehr als ${most} Tagen. Niemand wurde angerührt.\nAuf die Uhr sehen; wenn sie richtig geht: schulkonto leaver run --accept-clock ${today}`,
});
