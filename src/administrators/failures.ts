import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import { type Day, writtenDay } from '../time.ts';

export const notAnOsName = failure<{ value: string }>('not-an-os-name', Exit.usage, {
  en: ({ value }) =>
    `"${value}" can't be what the system calls somebody: no blanks, no colon, no slash, 64 characters at most. See: id -un`,
  de: ({ value }) =>
    `„${value}“ kann kein Benutzername des Systems sein: keine Leerzeichen, kein Doppelpunkt, kein Schrägstrich, höchstens 64 Zeichen. Nachsehen mit: id -un`,
});

export const alreadyAdministrator = failure<{ osName: string; since: Day }>('already-administrator', Exit.refused, {
  en: ({ osName, since }) =>
    `${osName} has been an administrator since ${writtenDay('en', since)}, and all that is recorded already.\nLook with "schulkonto administrator list".`,
  de: ({ osName, since }) =>
    `${osName} ist seit ${writtenDay('de', since)} Administrator, und all das ist schon festgehalten.\nNachsehen mit „schulkonto administrator list“.`,
});

export const noAdministrator = failure<{ osName: string; known: string[] }>('no-administrator', Exit.refused, {
  en: ({ osName, known }) =>
    known.length === 0
      ? `${osName} is no administrator, and nobody is.\nNext: schulkonto administrator add ${osName} --name NAME`
      : `${osName} is no administrator. There ${known.length === 1 ? 'is' : 'are'} ${listed('en', known)}.`,
  de: ({ osName, known }) =>
    known.length === 0
      ? `${osName} ist kein Administrator, und niemand sonst.\nWeiter mit: schulkonto administrator add ${osName} --name NAME`
      : `${osName} ist kein Administrator. Es gibt ${listed('de', known)}.`,
});

export const endsBeforeOffice = failure<{ osName: string; since: Day; on: Day }>('ends-before-office', Exit.refused, {
  en: ({ osName, since, on }) =>
    `${osName} is an administrator from ${writtenDay('en', since)} on, and can't have ended on ${writtenDay('en', on)}.\nCheck --on.`,
  de: ({ osName, since, on }) =>
    `${osName} ist ab ${writtenDay('de', since)} Administrator und kann nicht am ${writtenDay('de', on)} aufgehört haben.\n--on prüfen.`,
});
