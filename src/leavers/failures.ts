import { Exit, failure } from '../failures.ts';
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
