import { bilingual } from '../language.ts';
import { choice, type Kind } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';
import { isAccount } from '../users/rules.ts';
import { type Column, columnsFrom, type Field, knownColumns } from './columns.ts';

const columnsWith = (...needed: Field[]): Kind<Column[]> => ({
  parse: (typed) => columnsFrom(typed, needed),
  form: bilingual({
    en: `columns with semicolons (${knownColumns.join(';')}), each also as Known=Own name`,
    de: `Spalten mit Semikolon (${knownColumns.join(';')}), jede auch als Bekannte=Eigener Name`,
  }),
});

export const iservColumns = setting(
  'iserv.columns',
  columnsWith('importId', 'givenName', 'familyName'),
  'Import-ID;Vorname;Nachname;Klasse/Information;Account;Gruppen',
  bilingual({
    en: "the columns of the file for IServ, as the school's import profile has them",
    de: 'die Spalten der Datei für IServ, wie das Importprofil der Schule sie hat',
  }),
);

export const guardianColumns = setting(
  'iserv.guardian-columns',
  columnsWith('givenName', 'familyName', 'childId'),
  'Vorname;Nachname;Kind-ID;E-Mail',
  bilingual({
    en: 'the same of the file of guardians, which has a row for each child',
    de: 'dasselbe für die Datei der Erziehungsberechtigten, mit einer Zeile je Kind',
  }),
);

export const delimiters = [';', ',', '|', 'tab'] as const;

export const iservDelimiter = setting(
  'iserv.delimiter',
  choice(...delimiters),
  ';',
  bilingual({
    en: 'what stands between the columns of the file for IServ',
    de: 'was zwischen den Spalten der Datei für IServ steht',
  }),
);

export const otherAccounts = setting(
  'iserv.other-accounts',
  {
    parse: (typed: string) => {
      const accounts = typed
        .toLowerCase()
        .split(/[,;\s]+/)
        .filter((account) => account !== '');
      return accounts.length > 0 && accounts.every(isAccount) ? accounts : undefined;
    },
    form: bilingual({ en: 'accounts, with commas between them', de: 'Accounts, mit Kommas dazwischen' }),
  },
  'admin',
  bilingual({
    en: 'accounts in IServ that are nobody at the school, and never on a list',
    de: 'Accounts in IServ, die niemand an der Schule sind und auf keine Liste kommen',
  }),
);
