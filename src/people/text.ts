import { bilingual, count } from '../language.ts';
import type { WordPairs } from '../terminal/choices.ts';
import type { Fact, PasswordState } from './rules.ts';

/** What is typed for the state of a password, for a fact that is missing. */
export const passwordWords: WordPairs<PasswordState> = {
  none: ['keines', 'noch keines'],
  'must-change': ['vorläufig'],
  own: ['eigenes', 'ein eigenes'],
};

export const factWords: WordPairs<Fact> = {
  'birth-date': ['geburtsdatum'],
  guardian: ['erziehungsberechtigte', 'eltern'],
  class: ['klasse'],
  email: ['e-mail', 'mail'],
  'import-id': ['import-id'],
};

export const text = bilingual({
  en: {
    show: {
      summary: 'show what is held of one person',
      status: 'Status',
      role: 'Role',
      class: 'Class',
      groups: 'Groups',
      birthDate: 'Birth date',
      email: 'E-mail',
      importId: 'Import ID',
      guardians: 'Guardians',
      noCustody: (account: string) => `${account} (no custody)`,
      children: 'Children',
      password: 'Password',
      passwordState: {
        none: () => 'none yet',
        'must-change': (issuedOn: string | null) => `issued on ${issuedOn}, must still be changed`,
        own: (_: string | null) => 'their own',
      },
      consent: 'Consent',
      suspension: (from: string, until: string | null, reason: string) =>
        `Suspended from ${from} ${until ? `until ${until}` : 'until further notice'}: ${reason}`,
      leaving: (left: string, locked: string, deleted: string) =>
        `Left on ${left}, will be locked from ${locked} and deleted on ${deleted}.`,
      hold: (reason: string) => `The deletion is on hold: ${reason}`,
    },
    list: {
      summary: 'list people, by role, class and name',
      accounts: 'only these accounts',
      columns: ['Account', 'Given name', 'Family name', 'Class', 'Role', 'Status'],
      more: ['Groups', 'Birth date', 'E-mail', 'Import ID', 'Guardians', 'Children', 'Password'],
      heading: (purpose: string) => (purpose === 'terms' ? 'Terms of use' : purpose),
      passwords: { none: 'none yet', 'must-change': 'must be changed', own: 'their own' },
      consent: 'only those whose consent stands like this',
      purpose: 'the purpose of which --consent speaks',
      password: 'only those with such a password',
      without: 'only those who lack one of these facts',
      since: 'only those who were taken in from this day on (as far back as log and journal go)',
      nobody: 'Nobody.',
      count: (people: number) => `${count('en', people, 'person', 'people')}.`,
    },
  },
  de: {
    show: {
      summary: 'zeigen, was über eine Person gespeichert ist',
      status: 'Status',
      role: 'Rolle',
      class: 'Klasse',
      groups: 'Gruppen',
      birthDate: 'Geburtsdatum',
      email: 'E-Mail',
      importId: 'Import-ID',
      guardians: 'Erziehungsberechtigte',
      noCustody: (account) => `${account} (nicht sorgeberechtigt)`,
      children: 'Kinder',
      password: 'Passwort',
      passwordState: {
        none: () => 'noch keines',
        'must-change': (issuedOn) => `vorläufig, vergeben am ${issuedOn}, noch zu ändern`,
        own: () => 'ein eigenes',
      },
      consent: 'Einwilligung',
      suspension: (from, until, reason) =>
        `Gesperrt ab ${from} ${until ? `bis ${until}` : 'bis auf Weiteres'}: ${reason}`,
      leaving: (left, locked, deleted) => `Abgang am ${left}, Sperrung ab ${locked}, Löschung am ${deleted}.`,
      hold: (reason) => `Die Löschung ist gesperrt: ${reason}`,
    },
    list: {
      summary: 'Personen auflisten, nach Rolle, Klasse und Name',
      accounts: 'nur diese Konten',
      columns: ['Konto', 'Vorname', 'Nachname', 'Klasse', 'Rolle', 'Status'],
      more: ['Gruppen', 'Geburtsdatum', 'E-Mail', 'Import-ID', 'Erziehungsberechtigte', 'Kinder', 'Passwort'],
      heading: (purpose) => (purpose === 'terms' ? 'Nutzungsordnung' : purpose),
      passwords: { none: 'noch keines', 'must-change': 'vorläufig', own: 'ein eigenes' },
      consent: 'nur, wessen Einwilligung so steht',
      purpose: 'der Zweck, um den es bei --consent geht',
      password: 'nur, wer ein solches Passwort hat',
      without: 'nur, wem eine dieser Angaben fehlt',
      since: 'nur, wer ab diesem Tag aufgenommen wurde (soweit Protokoll und Journal zurückreichen)',
      nobody: 'Niemand.',
      count: (people) => `${count('de', people, 'Person', 'Personen')}.`,
    },
  },
});
