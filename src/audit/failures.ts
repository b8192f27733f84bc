import { Exit, failure } from '../failures.ts';
import { type Day, writtenDay } from '../time.ts';
import type { Flaw } from './chain.ts';
import { flawText } from './text.ts';

export const nobodyInLog = failure<{ named: string }>('nobody-in-log', Exit.refused, {
  en: ({ named }) =>
    `"${named}" is neither an account nor the number of a person in the log.\nThe entries of somebody deleted are found by that number only: --account '#7'`,
  de: ({ named }) =>
    `„${named}“ ist weder ein Konto noch die Nummer einer Person im Protokoll.\nEinträge zu Gelöschten finden sich nur unter dieser Nummer: --account '#7'`,
});

export const nobodyOfNumber = failure<{ person: number }>('nobody-of-number', Exit.refused, {
  en: ({ person }) => `No person in the log has the number ${person}.`,
  de: ({ person }) => `Keine Person im Protokoll hat die Nummer ${person}.`,
});

export const unknownAct = failure<{ act: string; near: string[] }>('unknown-act', Exit.usage, {
  en: ({ act, near }) => `The log has no act "${act}". Possible: ${near.join(', ')}.`,
  de: ({ act, near }) => `Einen Vorgang „${act}“ kennt das Protokoll nicht. Möglich: ${near.join(', ')}.`,
});

export const sinceAfterUntil = failure<{ since: Day; until: Day }>('since-after-until', Exit.usage, {
  en: ({ since, until }) =>
    `Nothing lies from ${writtenDay('en', since)} until ${writtenDay('en', until)}. Check --since and --until.`,
  de: ({ since, until }) =>
    `Vom ${writtenDay('de', since)} bis zum ${writtenDay('de', until)} liegt kein Tag. --since und --until prüfen.`,
});

export const logBroken = failure<{ entry: number; how: Flaw }>('log-broken', Exit.faulty, {
  en: ({ entry, how }) =>
    `The log does not hold: ${flawText.en[how](entry)}\nSomebody, or a broken disk, has changed the registry beside schulkonto. Keep this file as evidence, and compare it with a backup.`,
  de: ({ entry, how }) =>
    `Das Protokoll stimmt nicht: ${flawText.de[how](entry)}\nJemand oder ein defekter Datenträger hat das Register an schulkonto vorbei verändert. Diese Datei als Beleg aufheben und mit einer Sicherung vergleichen.`,
});

export const anchorPruned = failure<{ entry: number; firstId: number }>('anchor-pruned', Exit.refused, {
  en: ({ entry, firstId }) =>
    `Entry ${entry} has been pruned; the log begins with entry ${firstId}. Compare with an end that was kept later.`,
  de: ({ entry, firstId }) =>
    `Eintrag ${entry} ist entfernt, weil seine Tage um waren; das Protokoll beginnt mit Eintrag ${firstId}. Mit einem später notierten Ende vergleichen.`,
});
