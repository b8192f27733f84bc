import { bilingual } from '../language.ts';
import { choice, days, type Kind, words } from '../settings/kinds.ts';
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

/** The address of a server: its own, encrypted; or this machine itself, where a tunnel begins. */
const server: Kind<string> = {
  parse: (typed) => {
    const address = typed.includes('://') ? typed.trim() : `https://${typed.trim()}`;
    if (!URL.canParse(address)) return undefined;
    const { protocol, hostname, origin, username, password, pathname, search, hash } = new URL(address);
    const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
    const isBare = username + password + search + hash === '' && ['/', '/iserv', '/iserv/'].includes(pathname);
    return (protocol === 'https:' || (protocol === 'http:' && isHere)) && isBare ? origin : undefined;
  },
  form: bilingual({
    en: 'an address such as https://iserv.school.example',
    de: 'eine Adresse wie https://iserv.schule.example',
  }),
};

export const iservUrl = setting(
  'iserv.url',
  server,
  null,
  bilingual({
    en: 'where IServ is, for iserv reconcile --live',
    de: 'wo IServ ist, für iserv reconcile --live',
  }),
);

export const iservClient = setting(
  'iserv.client-id',
  words,
  null,
  bilingual({
    en: 'as whom IServ is asked there; the secret stands in a file',
    de: 'als wer IServ dort gefragt wird; das Geheimnis steht in einer Datei',
  }),
);

export const iservSecretFile = setting(
  'iserv.secret-file',
  words,
  'iserv-secret',
  bilingual({
    en: 'the file with that secret, which only its owner can read; from the folder of the registry',
    de: 'die Datei mit diesem Geheimnis, die nur ihr Besitzer lesen kann; vom Ordner des Registers aus',
  }),
);

export const idleDays = setting(
  'user.idle-days',
  days,
  '60',
  bilingual({
    en: 'after how many days without a login somebody stands in "user idle" (terms: users look in regularly)',
    de: 'nach wie vielen Tagen ohne Anmeldung jemand in „user idle“ steht (Nutzungsordnung: regelmäßig hineinschauen)',
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
