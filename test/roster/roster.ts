import type { School } from '../support/school.ts';

/** A student as a line of a roster. */
export interface Student {
  id: string;
  given: string;
  family: string;
  class?: string;
  born?: string;
  groups?: string;
}

/** A roster of students as IServ reads it. */
export const roster = (students: readonly Student[]): string =>
  [
    'Import-ID;Vorname;Nachname;Klasse/Information;Geburtsdatum;Gruppen',
    ...students.map(({ id, given, family, class: name = '5a', born = '', groups = '' }) =>
      [id, given, family, name, born, groups && `"${groups}"`].join(';'),
    ),
    '',
  ].join('\r\n');

/** As many students as wanted in each class, with IDs counted on from a hundred. */
export const classes = (sizes: Record<string, number>): Student[] => {
  const names = Object.entries(sizes).flatMap(([name, size]) => Array.from({ length: size }, () => name));
  return names.map((name, index) => ({
    id: String(100 + index),
    given: `Kind ${letters(index)}`,
    family: 'Beispiel',
    class: name,
    born: `2014-01-${String((index % 28) + 1).padStart(2, '0')}`,
  }));
};

/** Names that are not alike: three letters for each digit of a number. */
const letters = (index: number): string =>
  [...String(index).padStart(3, '0')].map((digit) => 'ABCDEFGHIJ'[Number(digit)]?.repeat(3)).join('');

/** How many files a school has imported: the same people in another file are no file that comes again. */
const files = new WeakMap<School, number>();

/** Imports a roster as typed, all questions answered with yes; a file of its own each time. */
export function importStudents(school: School, students: readonly Student[], options = '') {
  const number = (files.get(school) ?? 0) + 1;
  files.set(school, number);
  school.file('students.csv', roster(students) + '\r\n'.repeat(number));
  return school.cli(`roster import students.csv -y ${options}`);
}
