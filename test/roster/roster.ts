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

/** Names that are not alike: a pair of letters for each number. */
const letters = (index: number): string =>
  [Math.floor(index / 10), index % 10].map((digit) => 'ABCDEFGHIJ'[digit]?.repeat(3)).join(' ');

/** Imports a roster as typed, all questions answered with yes. */
export function importStudents(school: School, students: readonly Student[], options = '') {
  school.file('students.csv', roster(students));
  return school.cli(`roster import students.csv -y ${options}`);
}
