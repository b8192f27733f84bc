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

/** A site and nothing behind it; without TLS only on this machine, where nobody can listen. */
const site: Kind<string> = {
  parse: (typed) => {
    const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
    const isLocal = url?.hostname === '127.0.0.1' || url?.hostname === '[::1]';
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
    const isBare = url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
    return url && isSafe && isBare ? url.origin : undefined;
  },
  form: bilingual({ en: 'https:// and the name of the server', de: 'https:// und der Name des Servers' }),
};

export const iservUrl = setting(
  'iserv.url',
  site,
  null,
  bilingual({
    en: 'the IServ that iserv reconcile --live asks; without it, none is asked',
    de: 'der IServ, den iserv reconcile --live fragt; ohne Angabe wird keiner gefragt',
  }),
);

const plainWord: Kind<string> = {
  parse: (typed) => (/^[!-~]{1,200}$/.test(typed.trim()) ? typed.trim() : undefined),
  form: bilingual({ en: 'a text without blanks', de: 'ein Text ohne Leerzeichen' }),
};

export const iservClient = setting(
  'iserv.client-id',
  plainWord,
  null,
  bilingual({
    en: 'the client ID by which IServ knows schulkonto; its secret stands in the file iserv-secret beside the registry',
    de: 'die Client-ID, unter der IServ schulkonto kennt; ihr Geheimnis steht in der Datei iserv-secret neben dem Register',
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
