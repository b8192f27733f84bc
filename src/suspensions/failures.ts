import { Exit, failure } from '../failures.ts';
import { listedBriefly } from '../language.ts';
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

export const notSuspended = failure<{ accounts: string[] }>('not-suspended', Exit.refused, {
  en: ({ accounts }) =>
    `${listedBriefly('en', accounts)} ${accounts.length === 1 ? 'is' : 'are'} not suspended, and will not be.\nLook with "schulkonto suspension list".`,
  de: ({ accounts }) =>
    `${listedBriefly('de', accounts)} ${accounts.length === 1 ? 'ist nicht gesperrt und wird' : 'sind nicht gesperrt und werden'} es auch nicht.\nNachsehen mit „schulkonto suspension list“.`,
});

export const clauseMissing = failure<object>('clause-missing', Exit.usage, {
  en: () =>
    'A suspension names the rule that was broken (--clause CODE) or the incident it follows from (--incident N).\nThe rules: schulkonto suspension clauses',
  de: () =>
    'Eine Sperrung nennt die verletzte Regel (--clause KÜRZEL) oder den Vorfall, aus dem sie folgt (--incident N).\nDie Regeln: schulkonto suspension clauses',
});

export const heardInFuture = failure<{ on: Day }>('heard-in-future', Exit.refused, {
  en: ({ on }) => `${writtenDay('en', on)} is still to come. Give the day on which somebody was heard.`,
  de: ({ on }) => `Der ${writtenDay('de', on)} kommt erst noch. Den Tag angeben, an dem jemand angehört wurde.`,
});

export const toldInFuture = failure<{ on: Day }>('told-in-future', Exit.refused, {
  en: ({ on }) => `${writtenDay('en', on)} is still to come. Record it when somebody has been told.`,
  de: ({ on }) => `Der ${writtenDay('de', on)} kommt erst noch. Eintragen, wenn es jemand erfahren hat.`,
});
