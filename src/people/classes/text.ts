import { bilingual, count } from '../../language.ts';
import type { WordPairs } from '../../terminal/choices.ts';

export const text = bilingual({
  en: {
    class: 'the class',
    list: {
      summary: 'students by class or by year, with their consents and passwords',
      by: 'a line for each class, or for each year with a sum',
      columns: ['Class', 'Year', 'Students', 'Leaving', 'Class teacher', 'Consented', 'Password changed'],
      yearColumns: ['Year', 'Classes', 'Students', 'Leaving', 'Consented', 'Password changed'],
      noClass: 'without a class',
      noYear: 'other',
      sum: 'all',
      none: 'There are no students yet.',
      count: (classes: number) => `${count('en', classes, 'class', 'classes')}.`,
    },
    show: {
      summary: 'one class: its numbers, its children, and a sheet for the class teacher',
      out: 'write the sheet as a page to be printed (HTML)',
      heading: (name: string) => `Class ${name}`,
      teachers: (names: string) => `Class teacher: ${names}`,
      noTeacher: 'Class teacher: not known (the class of a teacher in the roster of teachers, or user edit --class)',
      numbers: (students: number, consented: number, changed: number) =>
        `${count('en', students, 'student', 'students')}; the terms of use: ${consented} consented; passwords: ${changed} changed.`,
      columns: ['Account', 'Family name', 'Given name', 'Status', 'Password'],
      passwords: { none: 'none yet', 'must-change': 'not changed', own: 'changed' },
      terms: 'Terms of use',
      done: (file: string) => `The sheet is in ${file}. Only you can read it.`,
      printed: (school: string, day: string) => `${school} · ${day}`,
      nobody: 'No students are in it.',
    },
  },
  de: {
    class: 'die Klasse',
    list: {
      summary: 'Schüler nach Klasse oder Jahrgang, mit Einwilligungen und Passwörtern',
      by: 'eine Zeile für jede Klasse oder für jeden Jahrgang, mit Summe',
      columns: ['Klasse', 'Jahrgang', 'Schüler', 'Abgänge', 'Klassenleitung', 'Eingewilligt', 'Passwort geändert'],
      yearColumns: ['Jahrgang', 'Klassen', 'Schüler', 'Abgänge', 'Eingewilligt', 'Passwort geändert'],
      noClass: 'ohne Klasse',
      noYear: 'andere',
      sum: 'alle',
      none: 'Es gibt noch keine Schüler.',
      count: (classes) => `${count('de', classes, 'Klasse', 'Klassen')}.`,
    },
    show: {
      summary: 'eine Klasse: ihre Zahlen, ihre Kinder und ein Blatt für die Klassenleitung',
      out: 'das Blatt als Seite zum Ausdrucken schreiben (HTML)',
      heading: (name) => `Klasse ${name}`,
      teachers: (names) => `Klassenleitung: ${names}`,
      noTeacher:
        'Klassenleitung: nicht bekannt (die Klasse einer Lehrkraft in der Lehrerliste, oder user edit --class)',
      numbers: (students, consented, changed) =>
        `${count('de', students, 'Schüler(in)', 'Schüler')}; Nutzungsordnung: ${consented} eingewilligt; Passwörter: ${changed} geändert.`,
      columns: ['Konto', 'Nachname', 'Vorname', 'Status', 'Passwort'],
      passwords: { none: 'noch keines', 'must-change': 'nicht geändert', own: 'geändert' },
      terms: 'Nutzungsordnung',
      done: (file) => `Das Blatt liegt in ${file}. Nur Sie können es lesen.`,
      printed: (school, day) => `${school} · ${day}`,
      nobody: 'Darin sind keine Schüler.',
    },
  },
});

/** What is typed for how the list is made. */
export const byWords: WordPairs<'class' | 'year'> = { class: ['klasse'], year: ['jahrgang'] };
