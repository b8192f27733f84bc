import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import { type Day, writtenDay } from '../time.ts';

export const permitEndsBefore = failure<{ from: Day; until: Day }>('permit-ends-before', Exit.refused, {
  en: ({ from, until }) =>
    `A permit from ${writtenDay('en', from)} can't end on ${writtenDay('en', until)}.\nCheck --from and --until.`,
  de: ({ from, until }) =>
    `Eine Ausnahme ab ${writtenDay('de', from)} kann nicht am ${writtenDay('de', until)} enden.\n--from und --until prüfen.`,
});

export const noPermit = failure<{ holders: string[] }>('no-permit', Exit.refused, {
  en: ({ holders }) =>
    `${listed('en', holders)}: no such permit is in force or to come, so nothing was ended.\nLook with "schulkonto permit list".`,
  de: ({ holders }) =>
    `${listed('de', holders)}: Eine solche Ausnahme gilt nicht und wird es nicht; nichts wurde beendet.\nNachsehen mit „schulkonto permit list“.`,
});

export const nobodyNamed = failure<object>('nobody-named', Exit.usage, {
  en: () => 'For whom? Name accounts, or with --administrator who does it by the office.',
  de: () => 'Für wen? Konten nennen, oder mit --administrator, wer es von Amts wegen tut.',
});
