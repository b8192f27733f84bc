import { bilingual, count } from '../language.ts';

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
      restricted: (kind: string, since: string) =>
        `The data are only kept since ${since}: in no list, in no new export, not deleted. ${kind}.`,
      hold: (reason: string) => `The deletion is on hold: ${reason}`,
    },
    list: {
      summary: 'list people, by role, class and name',
      accounts: 'only these accounts',
      columns: ['Account', 'Given name', 'Family name', 'Class', 'Role', 'Status'],
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
      restricted: (kind, since) =>
        `Die Daten bleiben seit ${since} nur gespeichert: in keiner Liste, in keinem neuen Export, nicht gelöscht. ${kind}.`,
      hold: (reason) => `Die Löschung ist gesperrt: ${reason}`,
    },
    list: {
      summary: 'Personen auflisten, nach Rolle, Klasse und Name',
      accounts: 'nur diese Konten',
      columns: ['Konto', 'Vorname', 'Nachname', 'Klasse', 'Rolle', 'Status'],
      nobody: 'Niemand.',
      count: (people) => `${count('de', people, 'Person', 'Personen')}.`,
    },
  },
});
