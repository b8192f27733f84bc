import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
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
  en: () => '--reason says nothing. Say in a few words why, for whoever reads it in a year.',
  de: () => '--reason sagt nichts. In ein paar Worten sagen, warum, für alle, die es in einem Jahr lesen.',
});

export const withdrawalStands = failure<OfAccount>('withdrawal-stands', Exit.refused, {
  en: ({ account }) =>
    `${account} leaves because consent to the terms was withdrawn, and that stands until there is consent again: schulkonto consent give ${account}`,
  de: ({ account }) =>
    `${account} geht, weil die Einwilligung in die Nutzungsordnung widerrufen wurde; das gilt, bis wieder eingewilligt wird: schulkonto consent give ${account}`,
});

export const dayOutOfReach = failure<{ day: Day; first: Day; last: Day }>('day-out-of-reach', Exit.usage, {
  en: ({ day, first, last }) =>
    `${writtenDay('en', day)} can hardly be meant: leaving and deletion lie between ${writtenDay('en', first)} and ${writtenDay('en', last)}.`,
  de: ({ day, first, last }) =>
    `Der ${writtenDay('de', day)} ist kaum gemeint: Abgang und Löschung liegen zwischen dem ${writtenDay('de', first)} und dem ${writtenDay('de', last)}.`,
});

export const reviewInPast = failure<{ day: Day; today: Day }>('review-in-past', Exit.usage, {
  en: ({ day, today }) =>
    `The hold can't be looked at again on ${writtenDay('en', day)}: today is ${writtenDay('en', today)} already.`,
  de: ({ day, today }) =>
    `Am ${writtenDay('de', day)} lässt sich die Löschsperre nicht mehr prüfen: heute ist schon der ${writtenDay('de', today)}.`,
});

export const toldOutside = failure<{ on: Day; accounts: string[] }>('told-outside', Exit.usage, {
  en: ({ on, accounts }) =>
    `Nobody can have been told on ${writtenDay('en', on)}: the day lies between the scheduling and today, and that doesn't fit ${listed('en', accounts)}.`,
  de: ({ on, accounts }) =>
    `Am ${writtenDay('de', on)} kann das niemandem gesagt worden sein: der Tag liegt zwischen dem Vormerken und heute, und das passt nicht zu ${listed('de', accounts)}.`,
});
