import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import type { Role } from './rules.ts';
import { roleNames } from './text.ts';

export const unknownAccount = failure<{ accounts: string[] }>('unknown-account', Exit.refused, {
  en: ({ accounts }) => `Nobody has the account ${listed('en', accounts)}.\nLook with "schulkonto user list".`,
  de: ({ accounts }) => `Niemand hat das Konto ${listed('de', accounts)}.\nNachsehen mit „schulkonto user list“.`,
});

export const accountTaken = failure<{ account: string }>('account-taken', Exit.refused, {
  en: ({ account }) =>
    `The account ${account} is taken, or was somebody's before: it is never given to another person.`,
  de: ({ account }) =>
    `Das Konto ${account} ist vergeben oder war es früher: es wird nie einer anderen Person gegeben.`,
});

export const importIdTaken = failure<{ importId: string; account: string }>('import-id-taken', Exit.refused, {
  en: ({ importId, account }) => `The import ID ${importId} belongs to ${account}.`,
  de: ({ importId, account }) => `Die Import-ID ${importId} gehört zu ${account}.`,
});

export const noAccountFromName = failure<{ name: string }>('no-account-from-name', Exit.refused, {
  en: ({ name }) => `No account can be made from the name "${name}". Give one with --account.`,
  de: ({ name }) => `Aus dem Namen „${name}“ lässt sich kein Konto bilden. Mit --account eines angeben.`,
});

export const notAnAccount = failure<{ value: string }>('not-an-account', Exit.usage, {
  en: ({ value }) => `"${value}" can't be an account: only a to z, 0 to 9, dot, hyphen and underscore.`,
  de: ({ value }) => `„${value}“ kann kein Konto sein: nur a bis z, 0 bis 9, Punkt, Bindestrich und Unterstrich.`,
});

export const notAnEmail = failure<{ value: string }>('not-an-email', Exit.usage, {
  en: ({ value }) => `"${value}" is not an e-mail address.`,
  de: ({ value }) => `„${value}“ ist keine E-Mail-Adresse.`,
});

export const bornInFuture = failure<{ value: string }>('born-in-future', Exit.usage, {
  en: ({ value }) => `A birth date can't lie in the future: ${value}.`,
  de: ({ value }) => `Ein Geburtsdatum kann nicht in der Zukunft liegen: ${value}.`,
});

export const wrongRole = failure<{ account: string; role: Role; wanted: Role }>('wrong-role', Exit.refused, {
  en: ({ account, role, wanted }) => `${account} is a ${roleNames.en[role]}, not a ${roleNames.en[wanted]}.`,
  de: ({ account, role, wanted }) => `${account} hat die Rolle ${roleNames.de[role]}, nicht ${roleNames.de[wanted]}.`,
});
