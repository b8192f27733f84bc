import { Exit, failure } from '../failures.ts';
import { type Language, listed, listedBriefly } from '../language.ts';
import { type Day, writtenDay } from '../time.ts';
import type { Lookalike } from './lookalikes.ts';
import type { Named, Role } from './rules.ts';
import { calledBriefly, roleNames } from './text.ts';

export const unknownAccount = failure<{ accounts: string[]; near?: Named[] }>('unknown-account', Exit.refused, {
  en: ({ accounts, near = [] }) =>
    near.length > 0
      ? `Nobody has the account or name ${listed('en', accounts)}. Coming near:\n${calledBriefly('en', near)}`
      : `Nobody has the account or name ${listed('en', accounts)}.\nSearch with "schulkonto user find".`,
  de: ({ accounts, near = [] }) =>
    near.length > 0
      ? `Niemand hat das Konto oder den Namen ${listed('de', accounts)}. Ähnlich:\n${calledBriefly('de', near)}`
      : `Niemand hat das Konto oder den Namen ${listed('de', accounts)}.\nSuchen mit „schulkonto user find“.`,
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

export const accountReserved = failure<{ account: string }>('account-reserved', Exit.refused, {
  en: ({ account }) => `${account} is the name of a system, and no person's account. Choose another.`,
  de: ({ account }) => `${account} ist der Name eines Systems und kein Konto einer Person. Ein anderes wählen.`,
});

type Alike = { people: readonly Lookalike[] };

export const maybeThere = failure<Alike>('maybe-there', Exit.refused, {
  en: ({ people }, outcome) =>
    `This may be somebody who is here already: ${listed(
      'en',
      people.map((one) => describedIn('en', one)),
    )}; ${outcome}.\nIf it is somebody else, say --another. If it is the same person: schulkonto user edit ${people[0]?.account ?? ''}`,
  de: ({ people }, outcome) =>
    `Das kann jemand sein, der schon da ist: ${listed(
      'de',
      people.map((one) => describedIn('de', one)),
    )}; ${outcome}.\nIst es jemand anderes, --another angeben. Ist es dieselbe Person: schulkonto user edit ${people[0]?.account ?? ''}`,
});

export const idOfAnother = failure<Alike & { importId: string }>('id-of-another', Exit.refused, {
  en: ({ importId, people }, outcome) =>
    `The import ID ${importId} is that of ${listed(
      'en',
      people.map((one) => describedIn('en', one)),
    )}; ${outcome}.\nIf this is somebody else all the same, say --another.`,
  de: ({ importId, people }, outcome) =>
    `Die Import-ID ${importId} gehört zu ${listed(
      'de',
      people.map((one) => describedIn('de', one)),
    )}; ${outcome}.\nIst es trotzdem jemand anderes, --another angeben.`,
});

/** `Anna Müller (anna.mueller, 5a, 3 Feb 2014, 00401 of the source school)`. */
export function describedIn(language: Language, one: Lookalike): string {
  const { account, givenName, familyName, class: name, birthDate, importId, source } = one;
  const of = language === 'de' ? 'der Quelle' : 'of the source';
  const id = importId === null ? null : `${importId} ${of} ${source}`;
  const facts = [account, name, birthDate && writtenDay(language, birthDate), id].filter(Boolean);
  return `${`${givenName} ${familyName}`.trim()} (${facts.join(', ')})`;
}

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

export const notAFullName = failure<{ name: string }>('not-a-full-name', Exit.usage, {
  en: ({ name }) => `"${name}" does not say who that is. Give given and family name: "guardian-name:Ute Müller".`,
  de: ({ name }) => `„${name}“ sagt nicht, wer das ist. Vor- und Nachnamen angeben: "guardian-name:Ute Müller".`,
});

export const wrongRole = failure<{ account: string; role: Role; wanted: Role }>('wrong-role', Exit.refused, {
  en: ({ account, role, wanted }) => `${account} is a ${roleNames.en[role]}, not a ${roleNames.en[wanted]}.`,
  de: ({ account, role, wanted }) => `${account} hat die Rolle ${roleNames.de[role]}, nicht ${roleNames.de[wanted]}.`,
});

/** Only somebody who is a guardian here is offered to be linked: never a classmate. */
export const notGuardianOf = failure<{ guardian: string; role: Role; accounts: string[] }>(
  'not-guardian-of',
  Exit.refused,
  {
    en: ({ guardian, role, accounts }) =>
      role === 'guardian'
        ? `${guardian} is not known as a guardian of ${listedBriefly('en', accounts)}.\nLink them with "schulkonto user edit ${guardian} --child", or give "guardian-name:NAME".`
        : `${guardian} is not known as a guardian of ${listedBriefly('en', accounts)}: that account is a ${roleNames.en[role]}'s.\nGive the account of a guardian, or "guardian-name:NAME".`,
    de: ({ guardian, role, accounts }) =>
      role === 'guardian'
        ? `${guardian} ist nicht als erziehungsberechtigt für ${listedBriefly('de', accounts)} bekannt.\nMit „schulkonto user edit ${guardian} --child“ verknüpfen oder "guardian-name:NAME" angeben.`
        : `${guardian} ist nicht als erziehungsberechtigt für ${listedBriefly('de', accounts)} bekannt: dieses Konto hat die Rolle ${roleNames.de[role]}.\nDas Konto einer erziehungsberechtigten Person angeben oder "guardian-name:NAME".`,
  },
);

export const noCustody = failure<{ by: string; on: Day; accounts: string[] }>('no-custody', Exit.refused, {
  en: ({ by, on, accounts }) =>
    `${by} had no custody of ${listedBriefly('en', accounts)} on ${writtenDay('en', on)}, and doesn't count.\nSee "schulkonto user show ${accounts[0]}".`,
  de: ({ by, on, accounts }) =>
    `${by} hatte am ${writtenDay('de', on)} kein Sorgerecht für ${listedBriefly('de', accounts)} und zählt nicht.\nSiehe „schulkonto user show ${accounts[0]}“.`,
});

export const custodyInFuture = failure<{ since: Day }>('custody-in-future', Exit.refused, {
  en: ({ since }) => `${writtenDay('en', since)} is still to come. Record custody when it is so.`,
  de: ({ since }) => `Der ${writtenDay('de', since)} kommt erst noch. Das Sorgerecht eintragen, wenn es so ist.`,
});

export const custodyAlone = failure<object>('custody-alone', Exit.usage, {
  en: () =>
    '--custody, --since and --evidence say something of a guardian: name one with --guardian, and change nothing else.',
  de: () =>
    '--custody, --since und --evidence sagen etwas über eine erziehungsberechtigte Person: sie mit --guardian nennen und sonst nichts ändern.',
});

export const notWhoWasTold = failure<{ value: string }>('not-who-was-told', Exit.usage, {
  en: ({ value }) => `"${value}" does not say who was told. Give self, guardian:ACCOUNT or "guardian-name:NAME".`,
  de: ({ value }) =>
    `„${value}“ sagt nicht, wer es erfahren hat. Möglich: self, guardian:KONTO oder "guardian-name:NAME".`,
});

export const tellThemselves = failure<{ account: string }>('tell-themselves', Exit.refused, {
  en: ({ account }) => `${account} is of age: nobody is told in their place. Give --told self.`,
  de: ({ account }) => `${account} ist volljährig: niemand erfährt es an ihrer Stelle. --told self angeben.`,
});

export const tellGuardian = failure<{ account: string }>('tell-guardian', Exit.refused, {
  en: ({ account }) =>
    `${account} is a child: a guardian with custody must be told. Give --told guardian:ACCOUNT or "guardian-name:NAME".`,
  de: ({ account }) =>
    `${account} ist ein Kind: eine sorgeberechtigte Person muss es erfahren. --told guardian:KONTO oder "guardian-name:NAME" angeben.`,
});
