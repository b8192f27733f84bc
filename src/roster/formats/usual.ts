import type { Field } from './fields.ts';
import type { Format, PersonColumns } from './format.ts';

/** How people call the columns of a list, whatever program it comes from. A program's own words go before these. */
export const usualWords: Readonly<Partial<Record<Field, readonly string[]>>> = {
  importId: [
    ...['Import-ID', 'ID', 'ID-Nummer', 'Ident-Nr', 'Identnummer', 'UID', 'GUID', 'UUID', 'ID (eindeutig)'],
    ...['Schüler-ID', 'Schueler-ID', 'Schülernummer', 'Schueler-Nummer', 'Schüler-Nr', 'Schüler-Identnummer'],
    ...['Schüleridentnummer', 'Schülerident', 'Interne ID', 'Interne ID-Nummer', 'Externe ID', 'Stammnummer'],
    ...['Schlüssel (extern)', 'Externer Schlüssel', 'externKey', 'Fremdschlüssel', 'GUIDExtern', 'Personen-ID'],
    ...[
      'Personalnummer',
      'Lehrer-ID',
      'Lehrkraft-ID',
      'Mitarbeiter-ID',
      'ZSR-ID',
      'LUSD-ID',
      'Student ID',
      'External ID',
    ],
  ],
  account: ['Account', 'IServ-Account', 'IServ-Konto', 'IServ-Benutzername', 'Konto'],
  givenName: ['Vorname', 'Vornamen', 'Alle Vornamen', 'Given name', 'First name', 'Forename'],
  callName: ['Rufname', 'Call name', 'Preferred name', 'Preferred given name'],
  familyName: ['Nachname', 'Nachnamen', 'Familienname', 'Zuname', 'Last name', 'Surname', 'Family name'],
  nameAddition: ['Namenszusatz', 'Namenszusätze', 'Namensvorsatz', 'Vorsatzwort', 'Namensvorsatzwort', 'Name Zusatz'],
  fullName: [
    ...['Name', 'Name, Vorname', 'Nachname, Vorname', 'Familienname, Vorname', 'Vorname Nachname', 'Vorname Name'],
    ...[
      'Vor- und Nachname',
      'Vor- und Zuname',
      'Vollständiger Name',
      'Full name',
      'Schüler',
      'Schülername',
      'Schüler/in',
    ],
    ...['Schüler*in', 'Schülerin/Schüler', 'Name des Kindes', 'Kind', 'Name der Schülerin/des Schülers'],
  ],
  class: [
    ...['Klasse', 'Klasse/Information', 'Klassenbezeichnung', 'Klassenname', 'Klassenkürzel', 'Klasse/Kurs'],
    ...['Stammklasse', 'Class', 'Class name', 'Form', 'Klassengruppe', 'Aktuelle Klasse'],
    ...['Klassenlehrer von', 'Klassenlehrerin von', 'Klassenleitung von', 'Class teacher of'],
  ],
  year: ['Jahrgang', 'Jahrgangsstufe', 'Klassenstufe', 'Stufe', 'Jgst', 'Jg', 'Year'],
  letter: ['Zug', 'Klassenzug', 'Klassenbuchstabe', 'Parallelklasse', 'Buchstabe', 'Letter'],
  groups: [
    ...['Gruppen', 'Gruppe', 'Kurse', 'Kurs', 'AGs', 'AG', 'Arbeitsgemeinschaften', 'Lerngruppen'],
    ...['Groups', 'Group', 'Courses', 'Course'],
  ],
  birthDate: [
    ...['Geburtsdatum', 'Geburtstag', 'Geboren', 'Geboren am', 'Geb. am', 'Geb.', 'Geb.-Datum', 'Gebdat', 'Geb.-Dat.'],
    ...['Birth date', 'Birthday', 'Date of birth', 'DOB'],
  ],
  email: [
    ...['E-Mail', 'Mail', 'E-Mail-Adresse', 'Mailadresse', 'E-Mail (privat)', 'Private E-Mail', 'Kontakt-E-Mail'],
    ...['E-Mail privat', 'E-Mail address'],
  ],
  childId: ['Kind-ID', 'Kind-IDs', 'Kinder-ID', 'Kinder', 'Child ID', 'Children', 'Student external ID'],
  status: ['Status'],
  role: ['Rolle', 'Benutzertyp', 'Personentyp', 'Role', 'User type'],
  entryDate: ['Aufnahmedatum', 'Eintrittsdatum', 'Eintritt', 'Zugangsdatum', 'Aufnahme am', 'Entry date'],
  leavingDate: [
    ...['Entlassdatum', 'Entlassungsdatum', 'Austrittsdatum', 'Austritt', 'Abgangsdatum', 'Abgang am', 'Entlassen am'],
    ...['Exit date', 'Leaving date'],
  ],
};

/** What the columns of a parent are called, beside the word for which parent it is. */
const parentFields: PersonColumns = {
  givenName: ['Vorname', 'First name'],
  familyName: ['Nachname', 'Name', 'Familienname', 'Last name'],
  email: ['E-Mail', 'E-Mail-Adresse', 'Mail'],
};

const parents: readonly (readonly string[])[] = [
  ['Mutter', 'der Mutter', 'Mother', 'Mu'],
  ['Vater', 'des Vaters', 'Father', 'Va'],
  ...[1, 2, 3, 4].map((number) =>
    ['Erziehungsberechtigte', 'Erziehungsberechtigter', 'Erziehungsberechtigte(r)', 'Erzieher', 'Erz', 'Elternteil']
      .concat(['Sorgeberechtigte', 'Sorgeberechtigter', 'Sorgeberechtigte(r)', 'Guardian', 'Parent', 'Verantw'])
      .flatMap((word) => [`${word} ${number}`, `${number}. ${word}`]),
  ),
];

/** `Vorname (Mutter)`, `Mutter: Vorname`, `Erzieher 1: Nachname`: each parent of a pupil's line with its columns. */
export const usualParents: readonly PersonColumns[] = parents.map((who) => {
  const beside = (names: readonly string[] = []) =>
    names.flatMap((name) => who.flatMap((one) => [`${name} ${one}`, `${one} ${name}`]));
  return Object.fromEntries(Object.entries(parentFields).map(([field, names]) => [field, beside(names)]));
});

/** A list of no known program. */
export const list: Format = {
  name: 'list',
  title: { en: 'any list with a header', de: 'irgendeine Liste mit Kopfzeile' },
  header: usualWords,
};
