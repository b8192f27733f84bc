import { bilingual } from '../language.ts';
import { roleNames, statusNames } from '../users/text.ts';

export const text = bilingual({
  en: {
    init: {
      summary: 'make the registry of a school',
      school: 'name of the school',
      domain: 'mail domain of the accounts',
      language: 'language of what is printed',
      basis: 'what accounts rest on; without it, consent (see consent.basis.student and its like)',
      askSchool: 'What is the school called?',
      askDomain: 'Which mail domain do its accounts have (school.example)?',
      askGuardianUntil: 'From which age does a student decide too, together with a guardian (empty: 14)?',
      askSelfFrom: 'From which age does a student decide alone (empty: 16)?',
      done: (file: string) =>
        `The registry is ${file}. Only you can read it.\nNext: schulkonto roster import students.csv`,
    },
    status: {
      summary: 'show who has an account and what needs somebody today',
      columns: ['Role', 'Status', 'People'],
      role: roleNames.en,
      state: statusNames.en,
      nobody: 'Nobody is in the registry yet. Next: schulkonto roster import students.csv',
      nothingDue: 'Nothing needs you today.',
      overdue: (kinds: string) => `Overdue for days, and the night has not removed it: ${kinds} (leaver run).`,
    },
    settings: {
      list: 'show all settings, what holds and what for',
      get: 'print one setting',
      set: 'change a setting',
      key: 'the setting',
      value: 'the new value',
      columns: ['Setting', 'Value', 'What for'],
      done: (key: string, value: string) => `${key} is ${value} now.`,
    },
  },
  de: {
    init: {
      summary: 'das Register einer Schule anlegen',
      school: 'Name der Schule',
      domain: 'E-Mail-Domain der Konten',
      language: 'Sprache von allem Gedruckten',
      basis: 'worauf Konten beruhen; ohne Angabe auf Einwilligung (siehe consent.basis.student und die anderen)',
      askSchool: 'Wie heißt die Schule?',
      askDomain: 'Welche E-Mail-Domain haben ihre Konten (schule.example)?',
      askGuardianUntil: 'Ab welchem Alter entscheidet ein Kind mit, zusammen mit Erziehungsberechtigten (leer: 14)?',
      askSelfFrom: 'Ab welchem Alter entscheidet es allein (leer: 16)?',
      done: (file) =>
        `Das Register ist ${file}. Nur Sie können es lesen.\nWeiter mit: schulkonto roster import schueler.csv`,
    },
    status: {
      summary: 'zeigen, wer ein Konto hat und was heute zu tun ist',
      columns: ['Rolle', 'Status', 'Personen'],
      role: roleNames.de,
      state: statusNames.de,
      nobody: 'Noch niemand im Register. Weiter mit: schulkonto roster import schueler.csv',
      nothingDue: 'Heute ist nichts zu tun.',
      overdue: (kinds) => `Seit Tagen überfällig, und die Nacht hat es nicht entfernt: ${kinds} (leaver run).`,
    },
    settings: {
      list: 'alle Einstellungen zeigen: was gilt und wofür',
      get: 'eine Einstellung ausgeben',
      set: 'eine Einstellung ändern',
      key: 'die Einstellung',
      value: 'der neue Wert',
      columns: ['Einstellung', 'Wert', 'Wofür'],
      done: (key, value) => `${key} ist jetzt ${value}.`,
    },
  },
});
