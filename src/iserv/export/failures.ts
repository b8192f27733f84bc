import { Exit, failure } from '../../failures.ts';
import { count, type Language, listed } from '../../language.ts';
import type { Role } from '../../users/rules.ts';
import { rolesText } from '../text.ts';

const named = (language: Language, roles: readonly Role[]) =>
  listed(
    language,
    roles.map((role) => rolesText[language][role]),
  );

export const iservUnknown = failure<{ roles: readonly Role[]; file: string }>('iserv-unknown', Exit.refused, {
  en: ({ roles, file }) =>
    `Nobody knows yet which ${named('en', roles)} IServ has already, and it deletes whom it does not find in a file. No file was written.\nExport the users in IServ (Verwaltung, Benutzer), then: schulkonto iserv reconcile FILE\nIf IServ has none of them yet, say so: schulkonto iserv export ${file} --first`,
  de: ({ roles, file }) =>
    `Noch weiß niemand, welche ${named('de', roles)} IServ schon hat, und es löscht, wen es in einer Datei nicht findet. Keine Datei wurde geschrieben.\nDie Benutzer in IServ exportieren (Verwaltung, Benutzer), dann: schulkonto iserv reconcile DATEI\nHat IServ noch niemanden davon, das sagen: schulkonto iserv export ${file} --first`,
});

export const guardiansApart = failure<object>('guardians-apart', Exit.usage, {
  en: () =>
    'IServ imports guardians by a profile of their own, with a line for each child. Write them to a file of their own: --role guardian',
  de: () =>
    'IServ importiert Erziehungsberechtigte mit einem eigenen Profil, mit einer Zeile je Kind. Für sie eine eigene Datei schreiben: --role guardian',
});

export const nobodyToExport = failure<{ roles: readonly Role[]; inRegistry: number }>(
  'nobody-to-export',
  Exit.refused,
  {
    en: ({ roles, inRegistry }) =>
      `Of ${count('en', inRegistry, 'person', 'people')} in the registry (${named('en', roles)}) nobody would be in the file, and IServ would delete everybody. It is never written without a person.\nWho is withheld, and why: schulkonto consent missing`,
    de: ({ roles, inRegistry }) =>
      `Von ${count('de', inRegistry, 'Person', 'Personen')} im Register (${named('de', roles)}) stünde niemand in der Datei, und IServ würde alle löschen. Ohne eine Person wird sie nie geschrieben.\nWer zurückgehalten wird und warum: schulkonto consent missing`,
  },
);

export const notToBeLeftOut = failure<{ accounts: readonly string[] }>('not-to-be-left-out', Exit.refused, {
  en: ({ accounts }) =>
    `${listed('en', accounts)}: leaving out deletes the account in IServ, so it takes a consent that was withdrawn or refused, of somebody in this file. No file was written.\nWho leaves the school: schulkonto leaver schedule`,
  de: ({ accounts }) =>
    `${listed('de', accounts)}: Weglassen löscht das Konto in IServ, dafür braucht es eine widerrufene oder verweigerte Einwilligung von jemand aus dieser Datei. Keine Datei wurde geschrieben.\nWer die Schule verlässt: schulkonto leaver schedule`,
});

export const deletionsChanged = failure<{ approved: string; plan: string }>('deletions-changed', Exit.refused, {
  en: ({ approved, plan }) =>
    `What you approved (${approved}) is not what would be deleted now (${plan}). Look at it again with --dry-run.`,
  de: ({ approved, plan }) =>
    `Freigegeben war ${approved}, jetzt würde anderes gelöscht (${plan}). Mit --dry-run noch einmal ansehen.`,
});

export const columnsUnusable = failure<{ columns: string; form: Record<Language, string> }>(
  'columns-unusable',
  Exit.usage,
  {
    en: ({ columns, form }) => `--columns: "${columns}" can't be a file for IServ. Write ${form.en}.`,
    de: ({ columns, form }) => `--columns: „${columns}“ kann keine Datei für IServ sein. Schreiben: ${form.de}.`,
  },
);
