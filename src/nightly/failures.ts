import { Exit, failure } from '../failures.ts';
import { number } from '../language.ts';
import { type Day, type Instant, writtenDay, writtenInstant } from '../time.ts';

export const tooManyDeletions = failure<{ deletions: number; most: number }>('too-many-deletions', Exit.refused, {
  en: ({ deletions, most }) =>
    `${number('en', deletions)} people are due to be deleted, more than the ${number('en', most)} of leaver.max-per-run. Nobody was touched.\nLook with "schulkonto leaver run --dry-run"; if it is right: schulkonto leaver run --approve ${deletions}`,
  de: ({ deletions, most }) =>
    `${number('de', deletions)} Personen sind zu löschen, mehr als die ${number('de', most)} aus leaver.max-per-run. Niemand wurde angerührt.\nNachsehen mit „schulkonto leaver run --dry-run“; wenn es stimmt: schulkonto leaver run --approve ${deletions}`,
});

type ClockFacts = { now: Instant; last: Instant; today: Day };

export const clockEarlier = failure<ClockFacts>('clock-earlier', Exit.refused, {
  en: ({ now, last, today }) =>
    `The clock says ${writtenInstant('en', now)}, but the registry was worked with on ${writtenInstant('en', last)} already. Nobody was touched.\nSet the clock; if it is right: schulkonto leaver run --today ${today}`,
  de: ({ now, last, today }) =>
    `Die Uhr zeigt ${writtenInstant('de', now)}, aber mit dem Register wurde schon am ${writtenInstant('de', last)} gearbeitet. Niemand wurde angerührt.\nDie Uhr stellen; wenn sie richtig geht: schulkonto leaver run --today ${today}`,
});

export const clockFarAhead = failure<ClockFacts & { most: number }>('clock-far-ahead', Exit.refused, {
  en: ({ now, last, today, most }) =>
    `The clock says ${writtenInstant('en', now)}, but the registry was last worked with on ${writtenInstant('en', last)}, more than ${most} days ago. Nobody was touched.\nLook at the clock; if it is right: schulkonto leaver run --today ${today}`,
  de: ({ now, last, today, most }) =>
    `Die Uhr zeigt ${writtenInstant('de', now)}, aber mit dem Register wurde zuletzt am ${writtenInstant('de', last)} gearbeitet, vor mehr als ${most} Tagen. Niemand wurde angerührt.\nAuf die Uhr sehen; wenn sie richtig geht: schulkonto leaver run --today ${today}`,
});

export const wrongToday = failure<{ typed: Day; today: Day }>('wrong-today', Exit.refused, {
  en: ({ typed, today }) =>
    `The clock of this machine shows ${writtenDay('en', today)}, not ${writtenDay('en', typed)}. Nobody was touched: --today confirms the machine's day, it doesn't set another. If the clock is wrong, set it.`,
  de: ({ typed, today }) =>
    `Die Uhr dieses Rechners zeigt den ${writtenDay('de', today)}, nicht den ${writtenDay('de', typed)}. Niemand wurde angerührt: --today bestätigt den Tag des Rechners und setzt keinen anderen. Wenn die Uhr falsch geht, die Uhr stellen.`,
});

export const interrupted = failure<object>('interrupted', Exit.cancelled, {
  en: (_, outcome) => `Interrupted; ${outcome}.`,
  de: (_, outcome) => `Unterbrochen; ${outcome}.`,
});
