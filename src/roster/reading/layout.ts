import { plainName } from '../../csv/header.ts';
import type { Role } from '../../users/rules.ts';
import type { Column, Field, ListedRole, Presence } from '../formats/fields.ts';
import type { Format } from '../formats/format.ts';
import type { NameOrder } from './compose.ts';
import type { Unclear } from './unclear.ts';
import type { Meaning } from './values.ts';

/** How the lines of a file are to be taken. */
export interface Layout extends Meaning {
  /** The columns of each person that a line has: one, but for guardians who stand in their child's line. */
  readonly columns: readonly (readonly Column[])[];
  /** What each column is called; its number where the file has no header. */
  readonly names: readonly string[];
  readonly delimiter: string;
  /** The order of a full name, where its heading shows it. */
  readonly order: NameOrder;
  /** Whom the file is about, where it can't be about anybody else. */
  readonly role: Role | undefined;
}

/** What a file turned out to be. */
export interface Recognition extends Layout {
  /** The format's name, `custom` where only `--map` decided. */
  readonly format: string;
  /** The header as it stands in the file. */
  readonly header: readonly string[] | null;
  /** Columns that are not read. */
  readonly surplus: readonly string[];
  /** The line of the header; 0 where there is none. */
  readonly headerLine: number;
  /** The first line, where it only says what separates the columns; else 0. */
  readonly hintLine: number;
  /** Columns that look like something that the file otherwise lacks. */
  readonly unclear: readonly Unclear[];
}

const ownWords: Readonly<Record<string, Presence>> = { present: 'present', left: 'left', 'not-yet': 'not-yet' };

/** What roles are usually called, in lower case. */
const usualRoles: Readonly<Record<string, ListedRole>> = {
  student: 'student',
  pupil: 'student',
  schüler: 'student',
  schülerin: 'student',
  schuelerin: 'student',
  schueler: 'student',
  'schüler/in': 'student',
  'schüler*in': 'student',
  'schüler:in': 'student',
  sus: 'student',
  teacher: 'teacher',
  lehrer: 'teacher',
  lehrerin: 'teacher',
  'lehrer/in': 'teacher',
  'lehrer*in': 'teacher',
  'lehrer:in': 'teacher',
  lehrkraft: 'teacher',
  lul: 'teacher',
  guardian: 'guardian',
  parent: 'guardian',
  eltern: 'guardian',
  elternteil: 'guardian',
  erziehungsberechtigte: 'guardian',
  erziehungsberechtigter: 'guardian',
  'erziehungsberechtigte(r)': 'guardian',
  sorgeberechtigte: 'guardian',
  sorgeberechtigter: 'guardian',
  staff: 'staff',
  mitarbeiter: 'staff',
  mitarbeiterin: 'staff',
  'mitarbeiter/in': 'staff',
  'mitarbeiter(in)': 'staff',
  personal: 'staff',
  verwaltung: 'staff',
  sekretariat: 'staff',
  praktikant: 'staff',
  praktikantin: 'staff',
  'praktikant/in': 'staff',
  trainee: 'staff',
  referendar: 'teacher',
  referendarin: 'teacher',
  'referendar/in': 'teacher',
  lehramtsanwärter: 'teacher',
  lehramtsanwärterin: 'teacher',
  administrator: 'nobody',
  administratorin: 'nobody',
  admin: 'nobody',
  support: 'nobody',
  system: 'nobody',
  gelöscht: 'nobody',
  deleted: 'nobody',
};

/** What a file's program means by what it writes; our own words where the program says nothing. */
export const meaningOf = (format: Format | undefined): Meaning => ({
  groups: format?.groups,
  exact: format?.exact ?? false,
  status: new Map(Object.entries(format?.status ?? ownWords)),
  roles: new Map(Object.entries({ ...usualRoles, ...format?.roles })),
  secondEnrolment: format?.secondEnrolment,
  is1904: false,
});

/** The columns that are read, from left to right. */
export function columnsOf(found: Iterable<readonly [Field, number]>, names: readonly string[]): Column[] {
  const columns = [...found].map(([field, index]) => ({ field, index, name: names[index] ?? String(index + 1) }));
  return columns.sort((a, b) => a.index - b.index);
}

/** The order of a full name by its heading: `Vorname Nachname` or `Nachname, Vorname`. */
export function orderOf(columns: readonly Column[]): NameOrder {
  const words = plainName(columns.find(({ field }) => field === 'fullName')?.name ?? '');
  const given = words.search(/vorname|^vor(?=und)|givenname|firstname/);
  const family = words.search(/nachname|familienname|zuname|lastname|surname|familyname/);
  if (given < 0) return undefined;
  if (family < 0)
    return /^name/.test(words) ? 'family-first' : /name$/.test(words.slice(7)) ? 'given-first' : undefined;
  return given < family ? 'given-first' : 'family-first';
}
