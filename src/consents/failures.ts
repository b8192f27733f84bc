import { placedLines, type Said } from '../csv/problems.ts';
import { quotedAll } from '../csv/quoted.ts';
import { Exit, failure } from '../failures.ts';
import { count, type Language, listed, listedBriefly } from '../language.ts';
import { type Day, writtenDay } from '../time.ts';
import type { Role } from '../users/rules.ts';
import { roleNames } from '../users/text.ts';

export const notWhoDecided = failure<{ value: string }>('not-who-decided', Exit.usage, {
  en: ({ value }) => `"${value}" does not say who decided. Give self, guardian:ACCOUNT or "guardian-name:NAME".`,
  de: ({ value }) =>
    `„${value}“ sagt nicht, wer entschieden hat. Möglich: selbst, eltern:KONTO oder "eltern-name:NAME".`,
});

export const unknownPurpose = failure<{ purpose: string; known: string[] }>('unknown-purpose', Exit.refused, {
  en: ({ purpose, known }) => `Nobody is asked for the purpose ${purpose}. Known: ${listed('en', known)}.`,
  de: ({ purpose, known }) => `Nach dem Zweck ${purpose} wird niemand gefragt. Bekannt: ${listed('de', known)}.`,
});

export const purposeTaken = failure<{ purpose: string }>('purpose-taken', Exit.refused, {
  en: ({ purpose }) => `There is a purpose ${purpose} already, or there was one. Give another name.`,
  de: ({ purpose }) => `Einen Zweck ${purpose} gibt es schon, oder es gab ihn. Einen anderen Namen angeben.`,
});

export const notAPurpose = failure<{ value: string }>('not-a-purpose', Exit.usage, {
  en: ({ value }) => `"${value}" can't name a purpose: only a to z, 0 to 9 and hyphens.`,
  de: ({ value }) => `„${value}“ kann kein Zweck heißen: nur a bis z, 0 bis 9 und Bindestriche.`,
});

export const termsStay = failure<object>('terms-stay', Exit.refused, {
  en: () =>
    'The terms are not a purpose that can be retired.\nIf accounts rest on another legal basis: schulkonto settings set consent.basis.student none',
  de: () =>
    'Die Nutzungsordnung ist kein Zweck, den man beenden kann.\nBeruhen die Konten auf einer anderen Rechtsgrundlage: schulkonto settings set consent.basis.student none',
});

export const bindsAnyway = failure<{ decision: 'refused' | 'withdrawn'; accounts: string[] }>(
  'binds-anyway',
  Exit.refused,
  {
    en: ({ accounts, decision }) =>
      `The terms bind ${listedBriefly('en', accounts)} whether they are signed or not: a signature under them can't be ${decision}.\nIf accounts of this role rest on consent: schulkonto settings set consent.basis.ROLE consent`,
    de: ({ accounts, decision }) =>
      `Die Nutzungsordnung gilt für ${listedBriefly('de', accounts)} auch ohne Unterschrift: eine Kenntnisnahme lässt sich nicht ${decision === 'refused' ? 'ablehnen' : 'widerrufen'}.\nBeruhen Konten dieser Rolle auf Einwilligung: schulkonto settings set consent.basis.ROLLE consent`,
  },
);

export const onlyTermsHaveVersions = failure<{ purpose: string }>('only-terms-have-versions', Exit.usage, {
  en: ({ purpose }) => `Only the terms have versions; leave --version out for ${purpose}.`,
  de: ({ purpose }) => `Nur die Nutzungsordnung hat Versionen; bei ${purpose} entfällt --version.`,
});

export const nobodyChosen = failure<object>('nobody-chosen', Exit.refused, {
  en: () => 'Nobody was chosen. Name accounts, or a class with --class.',
  de: () => 'Niemand ist ausgewählt. Konten nennen, oder mit --class eine Klasse.',
});

export const decidedInFuture = failure<{ on: Day; accounts: string[] }>('decided-in-future', Exit.refused, {
  en: ({ on }) => `${writtenDay('en', on)} is still to come. Record a decision when it has been made.`,
  de: ({ on }) => `Der ${writtenDay('de', on)} kommt erst noch. Eine Entscheidung eintragen, wenn sie gefallen ist.`,
});

export const decidedBeforeBirth = failure<{ on: Day; accounts: string[] }>('decided-before-birth', Exit.refused, {
  en: ({ on, accounts }) =>
    `${writtenDay('en', on)} is before the birth of ${listedBriefly('en', accounts)}. Correct the day.`,
  de: ({ on, accounts }) =>
    `Der ${writtenDay('de', on)} liegt vor der Geburt von ${listedBriefly('de', accounts)}. Den Tag berichtigen.`,
});

export const notAsked = failure<{ purpose: string; roles: Role[]; accounts: string[] }>('not-asked', Exit.refused, {
  en: ({ purpose, roles, accounts }) =>
    `For ${purpose} only these are asked: ${roleList('en', roles)}; not ${listedBriefly('en', accounts)}.\nSee: schulkonto consent purposes list`,
  de: ({ purpose, roles, accounts }) =>
    `Nach ${purpose} werden nur gefragt: ${roleList('de', roles)}; nicht ${listedBriefly('de', accounts)}.\nSiehe: schulkonto consent purposes list`,
});

const roleList = (language: Language, roles: readonly Role[]) =>
  roles.map((role) => roleNames[language][role]).join(', ');

export const notEntitled = failure<{ accounts: string[]; by: string; on: Day }>('not-entitled', Exit.refused, {
  en: ({ accounts, by, on }) =>
    `${by === 'self' ? 'On that day a guardian decided alone' : 'On that day no guardian decided'} for ${listedBriefly('en', accounts)} (${writtenDay('en', on)}).\nCheck who decided, the day and the birth date; without one, both must decide.`,
  de: ({ accounts, by, on }) =>
    `${by === 'self' ? 'An diesem Tag entschieden allein Erziehungsberechtigte' : 'An diesem Tag entschied kein(e) Erziehungsberechtigte(r)'} für ${listedBriefly('de', accounts)} (${writtenDay('de', on)}).\nPrüfen, wer entschieden hat, und Tag und Geburtsdatum; ohne dieses müssen beide entscheiden.`,
});

export const knownHere = failure<{ name: string; by: string[]; accounts: string[] }>('known-here', Exit.refused, {
  en: ({ name, by, accounts }) =>
    `${name} is known here, for ${listedBriefly('en', accounts)}. Give ${by.join(' or ')}, so that all that they decide stands together.`,
  de: ({ name, by, accounts }) =>
    `${name} ist hier bekannt, bei ${listedBriefly('de', accounts)}. ${by.join(' oder ')} angeben, damit alles beisammensteht, was die Person entscheidet.`,
});

export const nothingToWithdraw = failure<{ accounts: string[]; purpose: string }>('nothing-to-withdraw', Exit.refused, {
  en: ({ accounts, purpose }) =>
    `There is no consent of ${listedBriefly('en', accounts)} to ${purpose} that could be withdrawn.\nIf they agreed before schulkonto was here, record that first, with its day; if they said no, record a refusal.`,
  de: ({ accounts, purpose }) =>
    `Von ${listedBriefly('de', accounts)} gibt es keine Einwilligung (${purpose}), die sich widerrufen ließe.\nGab es sie, bevor es schulkonto gab, erst diese mit ihrem Tag eintragen; war die Antwort Nein, eine Ablehnung.`,
});

export const notCorrectable = failure<{ fact: number; accounts: string[] }>('not-correctable', Exit.refused, {
  en: ({ fact, accounts }) =>
    `Fact ${fact} is not one of ${listedBriefly('en', accounts)} on this purpose that still counts.\nLook with "schulkonto consent list".`,
  de: ({ fact, accounts }) =>
    `Die Tatsache ${fact} ist keine von ${listedBriefly('de', accounts)} zu diesem Zweck, die noch gilt.\nNachsehen mit „schulkonto consent list“.`,
});

export const listHeaderUnknown = failure<{
  file: string;
  line: number;
  header: readonly string[];
  missing: 'person' | 'decision';
}>('list-header-unknown', Exit.faulty, {
  en: ({ file, line, header, missing }) =>
    `${file}, line ${line}: no column says ${missing === 'person' ? 'who somebody is: name one Account or Import-ID' : 'what was decided: name one Decision, or after a purpose'}. Found: ${quotedAll('en', header)}.`,
  de: ({ file, line, header, missing }) =>
    `${file}, Zeile ${line}: Keine Spalte sagt, ${missing === 'person' ? 'wer jemand ist: eine Konto oder Import-ID nennen' : 'was entschieden wurde: eine Entscheidung oder nach einem Zweck nennen'}. Gefunden: ${quotedAll('de', header)}.`,
});

export const listColumnTwice = failure<{ file: string; line: number; columns: readonly string[] }>(
  'list-column-twice',
  Exit.faulty,
  {
    en: ({ file, line, columns }) =>
      `${file}, line ${line}: these columns mean the same: ${quotedAll('en', columns)}. Rename or remove all but one.`,
    de: ({ file, line, columns }) =>
      `${file}, Zeile ${line}: Diese Spalten bedeuten dasselbe: ${quotedAll('de', columns)}. Alle bis auf eine umbenennen oder entfernen.`,
  },
);

export const listFaulty = failure<{ file: string; problems: readonly Said[] }>('list-faulty', Exit.faulty, {
  en: ({ file, problems }) =>
    `${file}: ${count('en', problems.length, 'fault', 'faults')}; nothing was recorded.\n${placedLines('en', problems)}\nCorrect the list, or leave these lines out with --skip-faulty.`,
  de: ({ file, problems }) =>
    `${file}: ${count('de', problems.length, 'Fehler', 'Fehler')}; nichts wurde eingetragen.\n${placedLines('de', problems)}\nDie Liste berichtigen oder diese Zeilen mit --skip-faulty auslassen.`,
});

export const agesExchanged = failure<{ guardianUntil: number; selfFrom: number }>('ages-exchanged', Exit.refused, {
  en: ({ guardianUntil, selfFrom }) =>
    `A student can't decide alone from ${selfFrom} and together with a guardian only from ${guardianUntil}. Set the second age first, or give both.`,
  de: ({ guardianUntil, selfFrom }) =>
    `Niemand entscheidet ab ${selfFrom} allein und erst ab ${guardianUntil} zusammen mit Erziehungsberechtigten. Zuerst das zweite Alter setzen, oder beide angeben.`,
});

export const agesTogether = failure<object>('ages-together', Exit.usage, {
  en: () => 'A purpose has both ages of its own, or none: give --guardian-until and --self-from.',
  de: () => 'Ein Zweck hat beide Alter selbst oder keines: --guardian-until und --self-from angeben.',
});

export const nobodyToTell = failure<{ accounts: string[] }>('nobody-to-tell', Exit.refused, {
  en: ({ accounts }) =>
    `There is nothing that ${listedBriefly('en', accounts)} must be told.\nSee who must: schulkonto consent inform --list`,
  de: ({ accounts }) =>
    `Es gibt nichts, was ${listedBriefly('de', accounts)} erfahren muss.\nWer muss, zeigt: schulkonto consent inform --list`,
});

export const notForChild = failure<{ account: string; role: Role }>('not-for-child', Exit.refused, {
  en: ({ account, role }) =>
    `Only about students does a court decide who decides; ${account} is a ${roleNames.en[role]}.`,
  de: ({ account, role }) =>
    `Nur bei Schülerinnen und Schülern entscheidet ein Gericht, wer entscheidet; ${account} hat die Rolle ${roleNames.de[role]}.`,
});
