import { bilingual, type Language, number } from '../language.ts';
import type { WordPairs } from '../terminal/choices.ts';
import type { Named, Role, Status } from './rules.ts';

/** `Anna Müller, 5a`: the name and the class by which a slip is seen. */
export const nameAndClass = ({ givenName, familyName, class: group }: Named): string =>
  [`${givenName} ${familyName}`.trim(), group].filter((part) => part !== null).join(', ');

/** A line a person, so that the account can be read off; of many the first ten. */
export function calledBriefly(language: Language, people: readonly Named[]): string {
  const rest = people.length - 10;
  const lines = people.slice(0, 10).map((person) => `  ${person.account} (${nameAndClass(person)})`);
  if (rest <= 0) return lines.join('\n');
  return [
    ...lines,
    language === 'de' ? `  und ${number('de', rest)} weitere` : `  and ${number('en', rest)} more`,
  ].join('\n');
}

export const roleNames = bilingual({
  en: { student: 'student', teacher: 'teacher', guardian: 'guardian', staff: 'member of staff' },
  de: { student: 'Schüler(in)', teacher: 'Lehrkraft', guardian: 'Erziehungsberechtigte(r)', staff: 'Mitarbeiter(in)' },
});

/** What is typed for a role, a status. */
export const roleWords: WordPairs<Role> = {
  student: ['schüler', 'schülerin'],
  teacher: ['lehrer', 'lehrerin', 'lehrkraft'],
  guardian: ['eltern', 'erziehungsberechtigte', 'erziehungsberechtigter'],
  staff: ['mitarbeiter', 'mitarbeiterin'],
};

export const statusWords: WordPairs<Status> = {
  active: ['aktiv'],
  suspended: ['gesperrt-verstoß'],
  leaving: ['geht-ab'],
  locked: ['gesperrt-abgang'],
};

export const statusNames = bilingual({
  en: { active: 'active', suspended: 'suspended', leaving: 'leaving', locked: 'locked' },
  de: { active: 'aktiv', suspended: 'gesperrt (Verstoß)', leaving: 'geht ab', locked: 'gesperrt (Abgang)' },
});

export const filterText = bilingual({
  en: {
    account: 'the accounts; without any, everybody whom the filters leave',
    role: 'only these roles',
    class: 'only these classes',
    group: 'only members of these groups',
    status: 'only accounts with this status',
  },
  de: {
    account: 'die Konten; ohne Angabe alle, die die Filter übrig lassen',
    role: 'nur diese Rollen',
    class: 'nur diese Klassen',
    group: 'nur Mitglieder dieser Gruppen',
    status: 'nur Konten mit diesem Status',
  },
});

export const text = bilingual({
  en: {
    role: 'what the person is at the school',
    given: 'given name',
    family: 'family name',
    class: 'class; an empty text clears it',
    importId: 'key of the person in the administration software',
    birthDate: 'birth date; an empty text clears it',
    email: 'contact e-mail address; an empty text clears it',
    group: 'a group; can be given several times, an empty text clears all',
    child: 'account of a child of this guardian; can be given several times, an empty text clears all',
    account: 'the account',
    another: 'it is somebody else than who is here with the same name or import ID',
    lookalikes: {
      question: (people: string) => `This may be somebody who is here already: ${people}. Is it?`,
      same: 'yes, the same person; change nothing',
      another: 'no, somebody else; go on',
    },
    add: {
      summary: 'add a person by hand',
      account: 'an account of your choice instead of given.family',
      askRole: 'Role (student, teacher, guardian, staff)?',
      askGiven: 'Given name?',
      askFamily: 'Family name?',
      done: (name: string, account: string) => `${name} has the account ${account}.`,
      long: (account: string) =>
        `${account} has ${account.length} characters; more than 20 break the logon at Windows computers.`,
    },
    edit: {
      summary: 'change what is held of a person; the account stays',
      done: (account: string, fields: string) => `${account}: changed ${fields}.`,
      unlinked: (account: string, other: string) =>
        `${account} and ${other} are no longer linked as guardian and child.`,
      linked: (account: string, other: string) => `${account} and ${other} are linked as guardian and child.`,
      unchanged: (account: string) => `${account}: nothing to change.`,
      roster: (source: string) =>
        `This person comes from the roster "${source}": the next import brings back what the administration software says.`,
    },
    fields: {
      role: 'role',
      givenName: 'given name',
      familyName: 'family name',
      class: 'class',
      groups: 'groups',
      birthDate: 'birth date',
      email: 'e-mail',
      importId: 'import ID',
      childIds: 'children',
      guardianIds: 'guardians',
    } as Record<string, string>,
  },
  de: {
    role: 'was die Person an der Schule ist',
    given: 'Vorname',
    family: 'Nachname',
    class: 'Klasse; ein leerer Text löscht sie',
    importId: 'Schlüssel der Person in der Verwaltungssoftware',
    birthDate: 'Geburtsdatum; ein leerer Text löscht es',
    email: 'E-Mail-Adresse für Kontakt; ein leerer Text löscht sie',
    group: 'eine Gruppe; mehrfach möglich, ein leerer Text löscht alle',
    child: 'Konto eines Kindes dieser Person; mehrfach möglich, ein leerer Text löscht alle',
    account: 'das Konto',
    another: 'es ist jemand anderes als die Person mit demselben Namen oder derselben Import-ID',
    lookalikes: {
      question: (people) => `Das kann jemand sein, der schon da ist: ${people}. Ist es das?`,
      same: 'ja, dieselbe Person; nichts ändern',
      another: 'nein, jemand anderes; weiter',
    },
    add: {
      summary: 'eine Person von Hand aufnehmen',
      account: 'ein eigenes Konto statt vorname.nachname',
      askRole: 'Rolle (student, teacher, guardian, staff)?',
      askGiven: 'Vorname?',
      askFamily: 'Nachname?',
      done: (name, account) => `${name} hat das Konto ${account}.`,
      long: (account) =>
        `${account} hat ${account.length} Zeichen; mit mehr als 20 geht die Anmeldung an Windows-Rechnern nicht.`,
    },
    edit: {
      summary: 'ändern, was über eine Person gespeichert ist; das Konto bleibt',
      done: (account, fields) => `${account}: geändert: ${fields}.`,
      unlinked: (account, other) =>
        `${account} und ${other} sind nicht mehr als Erziehungsberechtigte(r) und Kind verknüpft.`,
      linked: (account, other) => `${account} und ${other} sind als Erziehungsberechtigte(r) und Kind verknüpft.`,
      unchanged: (account) => `${account}: nichts zu ändern.`,
      roster: (source) =>
        `Diese Person kommt aus der Schülerliste „${source}“: der nächste Import bringt zurück, was die Verwaltungssoftware sagt.`,
    },
    fields: {
      role: 'Rolle',
      givenName: 'Vorname',
      familyName: 'Nachname',
      class: 'Klasse',
      groups: 'Gruppen',
      birthDate: 'Geburtsdatum',
      email: 'E-Mail',
      importId: 'Import-ID',
      childIds: 'Kinder',
      guardianIds: 'Erziehungsberechtigte',
    },
  },
});
