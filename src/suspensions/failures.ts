import { Exit, failure } from '../failures.ts';
import { type Day, writtenDay } from '../time.ts';
import { type Period, periodText } from './period.ts';

type Suspended = Period & { account: string };

export const alreadySuspended = failure<{ suspensions: Suspended[] }>('already-suspended', Exit.refused, {
  en: ({ suspensions }) =>
    `${suspensions.map((one) => `${one.account} is suspended ${periodText.en(one)} already.`).join('\n')}\nNobody was suspended. Lift that first, or leave those accounts out.`,
  de: ({ suspensions }) =>
    `${suspensions.map((one) => `${one.account} ist schon ${periodText.de(one)} gesperrt.`).join('\n')}\nNiemand wurde gesperrt. Zuerst jene Sperrung aufheben oder diese Konten weglassen.`,
});

export const endsBeforeItStarts = failure<{ from: Day; until: Day }>('ends-before-it-starts', Exit.refused, {
  en: ({ from, until }) =>
    `A suspension from ${writtenDay('en', from)} can't end on ${writtenDay('en', until)}.\nCheck --from and --until.`,
  de: ({ from, until }) =>
    `Eine Sperrung ab ${writtenDay('de', from)} kann nicht am ${writtenDay('de', until)} enden.\n--from und --until prüfen.`,
});

export const notSuspended = failure<{ account: string }>('not-suspended', Exit.refused, {
  en: ({ account }) => `${account} is not suspended, and will not be.\nLook with "schulkonto suspension list".`,
  de: ({ account }) =>
    `${account} ist nicht gesperrt und wird es auch nicht.\nNachsehen mit „schulkonto suspension list“.`,
});
