import { placedLines, type Said } from '../../csv/problems.ts';
import { quotedAll } from '../../csv/quoted.ts';
import { Exit, failure } from '../../failures.ts';
import { count, listed } from '../../language.ts';

export const notAUserExport = failure<{ file: string; line: number; header: readonly string[] }>(
  'not-a-user-export',
  Exit.faulty,
  {
    en: ({ file, line, header }) =>
      `${file}, line ${line}: the columns Account, Import-ID, Vorname and Nachname are needed. Found: ${quotedAll('en', header)}. Nothing was changed.\nExport the users in IServ with these columns (Verwaltung, Benutzer).`,
    de: ({ file, line, header }) =>
      `${file}, Zeile ${line}: Gebraucht werden die Spalten Account, Import-ID, Vorname und Nachname. Gefunden: ${quotedAll('de', header)}. Nichts wurde geändert.\nDie Benutzer in IServ mit diesen Spalten exportieren (Verwaltung, Benutzer).`,
  },
);

export const userExportFaulty = failure<{ file: string; problems: readonly Said[] }>(
  'user-export-faulty',
  Exit.faulty,
  {
    en: ({ file, problems }) =>
      `${file}: ${count('en', problems.length, 'fault', 'faults')}; nothing was changed.\n${placedLines('en', problems)}`,
    de: ({ file, problems }) =>
      `${file}: ${count('de', problems.length, 'Fehler', 'Fehler')}; nichts wurde geändert.\n${placedLines('de', problems)}`,
  },
);

export const exportOfOthers = failure<{ source: string }>('export-of-others', Exit.faulty, {
  en: ({ source }) =>
    `Nobody in ${source} is known here, though IServ was told of people: it must be from another school. Nothing was changed.`,
  de: ({ source }) =>
    `Niemand aus ${source} ist hier bekannt, obwohl IServ Personen von hier kennt: das ist wohl eine andere Schule. Nichts wurde geändert.`,
});

export const noSuchAnswer = failure<{ answers: readonly string[] }>('no-such-question', Exit.refused, {
  en: ({ answers }) =>
    `No question is answered by ${listed('en', answers)}. Write --same IN-ISERV=HERE, both as the question names them. Nothing was changed.`,
  de: ({ answers }) =>
    `Keine Frage wird beantwortet mit ${listed('de', answers)}. --same IN-ISERV=HIER schreiben, beides wie in der Frage. Nichts wurde geändert.`,
});

export const missingChanged = failure<{ approved: string; plan: string }>('missing-changed', Exit.refused, {
  en: ({ approved, plan }) =>
    `What you approved (${approved}) is not what is missing now (${plan}). Look at it again with --dry-run.`,
  de: ({ approved, plan }) =>
    `Freigegeben war ${approved}, jetzt fehlen andere (${plan}). Mit --dry-run noch einmal ansehen.`,
});

export const tooFewAccounts = failure<{ source: string; accounts: number; before: number }>(
  'too-few-accounts',
  Exit.refused,
  {
    en: ({ source, accounts, before }) =>
      `${source} shows ${count('en', accounts, 'account', 'accounts')}, and ${before} the last time. So few can't be all. Nothing was changed.\nIf so many are gone, export the users there (Verwaltung, Benutzer), and: schulkonto iserv reconcile FILE`,
    de: ({ source, accounts, before }) =>
      `${source} zeigt ${count('de', accounts, 'Account', 'Accounts')}, beim letzten Mal waren es ${before}. So wenige können nicht alle sein. Nichts wurde geändert.\nSind wirklich so viele fort, dort die Benutzer exportieren (Verwaltung, Benutzer), dann: schulkonto iserv reconcile DATEI`,
  },
);

export const fileOrLive = failure<object>('file-or-live', Exit.usage, {
  en: () => 'Compare either a file or, with --live, what IServ shows itself; not both.',
  de: () => 'Entweder eine Datei abgleichen oder mit --live, was IServ selbst zeigt; nicht beides.',
});
