import { newSchool, type School } from '../support/school.ts';

/** A child of a roster: import ID, given name, family name, class. */
export type Child = readonly [id: string, given: string, family: string, name: string];

/** Everybody on another day; the first 84 of an age in which guardians decide. */
const bornOn = (at: number): string =>
  `${String((at % 28) + 1).padStart(2, '0')}.${String((at % 12) + 1).padStart(2, '0')}.${2014 - Math.floor(at / 84)}`;

/** A roster of students, as the administration software exports it. */
export const rosterOf = (children: readonly Child[]): string =>
  [
    'Import-ID;Vorname;Nachname;Klasse;Geburtsdatum',
    ...children.map((child, at) => `${child.join(';')};${bornOn(at)}`),
    '',
  ].join('\r\n');

export const children: readonly Child[] = [
  ['1', 'Anna', 'Müller', '5a'],
  ['2', 'Ben', 'Schulz', '5b'],
  ['3', 'Cem', 'Yıldız', '10a'],
];

/** A school with these students, whose accounts rest on consent to terms that hold. */
export async function schoolOf(all: readonly Child[] = children): Promise<School> {
  const school = await newSchool();
  school.file('students.csv', rosterOf(all));
  school.file('terms.txt', 'Be kind.');
  if (all.length > 0) await done(school, 'roster import students.csv -y');
  await done(school, 'terms publish terms.txt --version 1 --from 2026-08-01');
  return school;
}

/** Runs a command that must end well, or in a part that waits. */
export async function done(school: School, line: string) {
  const ended = await school.cli(line);
  if (ended.exit !== 0 && ended.exit !== 5) throw new Error(`${line}: ${ended.exit}\n${ended.err}`);
  return ended;
}

/** Guardians consent for these accounts. */
export const consented = (school: School, ...accounts: string[]) =>
  done(school, `consent give ${accounts.join(' ')} --by "guardian-name:Jo Muster" --on 2026-08-10`);

/** Somebody leaves, and the nights go by until they are deleted. */
export async function deleted(school: School, ...accounts: string[]): Promise<void> {
  await done(school, `leaver schedule ${accounts.join(' ')} --left-on 2026-08-20`);
  await done(school, 'leaver notices --told -y');
  for (const day of ['2026-10-02', '2026-10-03']) await done(school.on(day), 'leaver run');
}

let files = 0;

/** Exports, and gives the lines of the file without the header. */
export async function exported(school: School, options = ''): Promise<string[]> {
  files += 1;
  await done(school, `iserv export file-${files}.csv ${options}`);
  return lines(school, `file-${files}.csv`).slice(1);
}

export const lines = (school: School, file: string): string[] =>
  school.bytes(file).toString('utf8').split('\r\n').slice(0, -1);

/** The accounts of a list under --json. */
export const accountsIn = (list: readonly { account: string }[]): string[] => list.map(({ account }) => account).sort();
