import { Exit, failure } from '../failures.ts';
import type { Flaw } from './chain.ts';
import { flawText } from './text.ts';

export const nobodyInLog = failure<{ named: string }>('nobody-in-log', Exit.refused, {
  en: ({ named }) =>
    `"${named}" is neither an account nor the number of a person in the log.\nThe entries of somebody deleted are found by that number only: --account '#7'`,
  de: ({ named }) =>
    `„${named}“ ist weder ein Konto noch die Nummer einer Person im Protokoll.\nEinträge zu Gelöschten finden sich nur unter dieser Nummer: --account '#7'`,
});

export const logBroken = failure<{ entry: number; how: Flaw }>('log-broken', Exit.faulty, {
  en: ({ entry, how }) =>
    `The log does not hold: ${flawText.en[how](entry)}\nSomebody, or a broken disk, has changed the registry beside schulkonto. Keep this file as evidence, and compare it with a backup.`,
  de: ({ entry, how }) =>
    `Das Protokoll stimmt nicht: ${flawText.de[how](entry)}\nJemand oder ein defekter Datenträger hat das Register an schulkonto vorbei verändert. Diese Datei als Beleg aufheben und mit einer Sicherung vergleichen.`,
});
