import { placedLines, type Said } from '../csv/problems.ts';
import { quotedAll } from '../csv/quoted.ts';
import { Exit, failure } from '../failures.ts';
import { count, type Language, listed } from '../language.ts';
import type { Status } from '../users/rules.ts';
import type { Fault, Withheld } from './rules.ts';
import { betterText, faultText, withheldText } from './text.ts';

type OfAccount = { account: string };

const nothingStored = {
  en: 'No password was stored; files written for it were removed again.',
  de: 'Kein Passwort wurde gespeichert; dafür geschriebene Dateien sind wieder entfernt.',
};

export const noPlaceForPasswords = failure<object>('no-place-for-passwords', Exit.usage, {
  en: () => 'Issued passwords must go somewhere: give --slips or --csv, or both.',
  de: () => 'Vorläufige Passwörter müssen irgendwohin: --slips oder --csv angeben, oder beides.',
});

export const sameFileTwice = failure<{ file: string }>('same-file-twice', Exit.usage, {
  en: ({ file }) => `--slips and --csv both name ${file}. Give each a file of its own.`,
  de: ({ file }) => `--slips und --csv nennen beide ${file}. Jedem eine eigene Datei geben.`,
});

export const hasPassword = failure<{ accounts: string[] }>('has-password', Exit.refused, {
  en: ({ accounts }) =>
    `A password was issued before to ${listed('en', accounts)}.\nWho has forgotten it comes in person: schulkonto password reset`,
  de: ({ accounts }) =>
    `Schon ein Passwort bekommen hat: ${listed('de', accounts)}.\nWer es vergessen hat, kommt selbst: schulkonto password reset`,
});

interface LeftOut {
  account: string;
  status: Status;
  because: Withheld;
}

export const accountClosed = failure<{ accounts: readonly LeftOut[] }>('account-closed', Exit.refused, {
  en: ({ accounts }) => `No password for ${withReasons('en', accounts)}.\nIf it must be, say why with --despite.`,
  de: ({ accounts }) =>
    `Kein Passwort für ${withReasons('de', accounts)}.\nWenn es sein muss, mit --despite sagen, warum.`,
});

/** `anna.mueller (suspended), ida.kern (consent to the terms is missing)`. */
export const withReasons = (language: Language, accounts: readonly Pick<LeftOut, 'account' | 'because'>[]): string =>
  listed(
    language,
    accounts.map(({ account, because }) => `${account} (${withheldText[language][because]})`),
  );

export const issuingCancelled = failure<object>('issuing-cancelled', Exit.cancelled, {
  en: () => 'Cancelled: no password was issued, and no file was written.',
  de: () => 'Abgebrochen: kein Passwort ist vergeben, und keine Datei ist geschrieben.',
});

/** The terms, "Allgemeine Verhaltensregeln": only the user in person may ask an administrator for a new password. */
export const notInPerson = failure<OfAccount>('not-in-person', Exit.refused, {
  en: ({ account }) =>
    `Only the holder of ${account} may ask for a new password for it, in person (terms, "Allgemeine Verhaltensregeln").\nNothing was changed; the request was recorded.\nWho comes with a small child is named by --accompanied-by.`,
  de: ({ account }) =>
    `Nur wer das Konto ${account} hat, darf dafür ein neues Passwort beantragen, und zwar selbst (Nutzungsordnung, „Allgemeine Verhaltensregeln“).\nNichts wurde geändert; die Anfrage ist festgehalten.\nWer ein kleines Kind begleitet, steht bei --accompanied-by.`,
});

/** Who may come with a small child, and who not. */
export const notEntitledToAccompany = failure<OfAccount & { companion: string; untilYear: number }>(
  'not-entitled-to-accompany',
  Exit.refused,
  {
    en: ({ account, companion, untilYear }) =>
      `${companion} may not come for a password with ${account}: only a guardian who has custody may or, up to year ${untilYear}, the class teacher.\nNothing was changed; the request was recorded.\nThe class of a teacher is said with: schulkonto user edit ${companion} --class CLASS`,
    de: ({ account, companion, untilYear }) =>
      `${companion} darf nicht mit ${account} wegen eines Passworts kommen: das darf nur, wer das Sorgerecht hat, oder bis Jahrgang ${untilYear} die Klassenleitung.\nNichts wurde geändert; die Anfrage ist festgehalten.\nWelche Klasse eine Lehrkraft hat, wird so gesagt: schulkonto user edit ${companion} --class KLASSE`,
  },
);

/** Whose slip can't have been lost before they had it. */
export const nothingToReissue = failure<{ accounts: string[] }>('nothing-to-reissue', Exit.refused, {
  en: ({ accounts }) =>
    `No issued password waits to be changed at ${listed('en', accounts)}, so no slip of theirs can be lost. No password was issued.\nWho has forgotten it comes in person: schulkonto password reset`,
  de: ({ accounts }) =>
    `Kein vorläufiges Passwort ist mehr zu ändern bei ${listed('de', accounts)}; ein Zettel davon kann nicht verloren sein. Kein Passwort ist vergeben.\nWer es vergessen hat, kommt selbst: schulkonto password reset`,
});

export const accountsChanged = failure<object>('accounts-changed-meanwhile', Exit.busy, {
  en: () => `Somebody else has changed the same accounts in the meantime. ${nothingStored.en} Try again.`,
  de: () => `Inzwischen hat jemand anderes dieselben Konten geändert. ${nothingStored.de} Noch einmal versuchen.`,
});

export const noPassword = failure<OfAccount>('no-password', Exit.refused, {
  en: ({ account }) => `No password has been issued to ${account} yet.\nIssue one with: schulkonto password issue`,
  de: ({ account }) => `${account} hat noch kein Passwort bekommen.\nEines vergeben mit: schulkonto password issue`,
});

export const passwordOnlyInIserv = failure<OfAccount>('password-only-in-iserv', Exit.refused, {
  en: ({ account }) =>
    `${account} has set a password in IServ, which is not known here, so the old one can't be checked.\nIt is changed in IServ; if it is forgotten: schulkonto password reset`,
  de: ({ account }) =>
    `${account} hat das Passwort in IServ gesetzt; hier ist es nicht bekannt, das alte also nicht prüfbar.\nEs wird in IServ geändert; ist es vergessen: schulkonto password reset`,
});

export const wrongPassword = failure<OfAccount>('wrong-password', Exit.refused, {
  en: ({ account }) => `That is not the password of ${account}. Nothing was changed; the attempt was recorded.`,
  de: ({ account }) =>
    `Das ist nicht das Passwort von ${account}. Nichts wurde geändert; der Versuch ist festgehalten.`,
});

export const passwordsDiffer = failure<object>('passwords-differ', Exit.refused, {
  en: () => 'The new password was not the same both times. Nothing was changed.',
  de: () => 'Das neue Passwort war nicht beide Male gleich. Nichts wurde geändert.',
});

export const passwordRefused = failure<{ faults: Fault[]; score: number }>('password-refused', Exit.refused, {
  en: ({ faults }) => `This can't be the password: ${faultsIn('en', faults)}.${better('en', faults)}`,
  de: ({ faults }) => `Das kann nicht das Passwort sein: ${faultsIn('de', faults)}.${better('de', faults)}`,
});

const faultsIn = (language: Language, faults: readonly Fault[]) =>
  listed(
    language,
    faults.map((fault) => faultText[language][fault]),
  );

const better = (language: Language, faults: readonly Fault[]) =>
  faults.includes('one-known-word') || faults.includes('too-guessable') ? `\n${betterText[language]}` : '';

export const linesMissing = failure<{ expected: number; found: number }>('lines-missing', Exit.usage, {
  en: ({ expected, found }) =>
    `Standard input must bring ${count('en', expected, 'line', 'lines')}, and brought ${found}; see --help.`,
  de: ({ expected, found }) =>
    `Die Standardeingabe muss ${count('de', expected, 'Zeile', 'Zeilen')} bringen und brachte ${found}; siehe --help.`,
});

export const nothingToConfirm = failure<{ accounts: string[] }>('nothing-to-confirm', Exit.refused, {
  en: ({ accounts }) => `No issued password waits to be changed at ${listed('en', accounts)}.`,
  de: ({ accounts }) => `Kein vorläufiges Passwort ist mehr zu ändern bei ${listed('de', accounts)}.`,
});

export const notAnAccountList = failure<{ file: string; line: number; header: readonly string[] }>(
  'not-an-account-list',
  Exit.faulty,
  {
    en: ({ file, line, header }) =>
      `${file}, line ${line}: no column is called Account. Found: ${quotedAll('en', header)}. Nothing was changed.\nTake the list as IServ exports it.`,
    de: ({ file, line, header }) =>
      `${file}, Zeile ${line}: Keine Spalte heißt Account. Gefunden: ${quotedAll('de', header)}. Nichts wurde geändert.\nDie Liste so nehmen, wie IServ sie exportiert.`,
  },
);

export const accountListFaulty = failure<{ file: string; problems: readonly Said[] }>(
  'account-list-faulty',
  Exit.faulty,
  {
    en: ({ file, problems }) =>
      `${file}: ${count('en', problems.length, 'fault', 'faults')}; nothing was changed.\n${placedLines('en', problems)}`,
    de: ({ file, problems }) =>
      `${file}: ${count('de', problems.length, 'Fehler', 'Fehler')}; nichts wurde geändert.\n${placedLines('de', problems)}`,
  },
);

export const listOfOthers = failure<{ file: string }>('list-of-others', Exit.faulty, {
  en: ({ file }) => `Nobody in ${file} is known here: it must be the list of another school. Nothing was changed.`,
  de: ({ file }) =>
    `Niemand aus ${file} ist hier bekannt: das ist wohl die Liste einer anderen Schule. Nichts wurde geändert.`,
});
