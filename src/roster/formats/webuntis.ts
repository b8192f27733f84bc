import type { Format } from './format.ts';

/** The students of WebUntis. Its `name` is a short name, its `longName` the family name. */
export const webuntis: Format = {
  name: 'webuntis',
  title: { en: 'WebUntis, students', de: 'WebUntis, Schüler' },
  role: 'student',
  header: {
    importId: ['externKey'],
    givenName: ['foreName'],
    familyName: ['longName'],
    class: ['klasse.name'],
    birthDate: ['birthDate'],
    email: ['address.email'],
    entryDate: ['entryDate'],
    leavingDate: ['exitDate'],
  },
  ignored: ['name', 'gender', 'title', 'text', 'id', 'medicalReportDuty', 'schulpflicht', 'majority', 'address.mobile'],
  sign: ['longName'],
};

/** The report of students in WebUntis, in German. */
export const webuntisReport: Format = {
  name: 'webuntis-report',
  title: { en: 'WebUntis, report in German', de: 'WebUntis, Bericht' },
  role: 'student',
  header: {
    importId: ['Schlüssel (extern)'],
    familyName: ['Familienname', 'Langname'],
    givenName: ['Vorname'],
    class: ['Klasse'],
    birthDate: ['Geburtsdatum'],
    email: ['E-Mail Adresse', 'E-Mail'],
    entryDate: ['Eintrittsdatum'],
    leavingDate: ['Austrittsdatum'],
  },
  ignored: ['Kurzname', 'Geschlecht', 'Katalognummer', 'ID'],
  sign: ['Schlüssel (extern)'],
};

/** The guardians of WebUntis, one line for each child. */
export const webuntisGuardians: Format = {
  name: 'webuntis-guardians',
  title: { en: 'WebUntis, legal guardians', de: 'WebUntis, Erziehungsberechtigte' },
  role: 'guardian',
  header: {
    importId: ['id'],
    givenName: ['firstName'],
    familyName: ['lastName'],
    email: ['email'],
    childId: ['studentExternalId'],
  },
  ignored: ['studentShortName', 'studentId', 'phone', 'mobile'],
  sign: ['studentExternalId', 'studentShortName'],
};
