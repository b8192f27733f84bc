import { dayIn, isDay } from '../../csv/days.ts';
import { undressed } from '../../csv/dress.ts';
import { addDays, type Day } from '../../time.ts';
import { isAccount } from '../../users/rules.ts';
import type { Field, Line, ListedRole, Presence } from '../formats/fields.ts';
import { type Complaint, damageOf, wrong } from './doubts.ts';

/** What a file's program means by what it writes. */
export interface Meaning {
  /** What stands between two groups in one cell; undefined: whatever separates them. */
  readonly groups: string | undefined;
  /** Everything is meant to the letter. */
  readonly exact: boolean;
  readonly status: ReadonlyMap<string, Presence>;
  readonly roles: ReadonlyMap<string, ListedRole>;
  readonly secondEnrolment: RegExp | undefined;
  /** Whether bare numbers of days are counted from 1904. */
  readonly is1904: boolean;
}

/** What has to be known beside the file in order to read it. */
export interface Circumstances {
  readonly today: Day;
  /** The school's mail domain: an account with it is that account. */
  readonly domain: string | null;
  /** How classes are spelled, by their names without case and blanks; filled as they are met. */
  readonly classes: Map<string, string>;
}

/** Reads the value of one field into its line. Gives a complaint, and sets nothing, where it can't be meant. */
export function readValue(
  line: Line,
  field: Field,
  cell: string,
  meaning: Meaning,
  about: Circumstances,
): Complaint | undefined {
  const isWhole = field === 'importId' || field === 'childId' || field === 'class' || field === 'year';
  const value = meaning.exact ? cell : undressed(cell, isWhole);
  const damage = damageOf(field, value);
  if (damage) return damage;
  switch (field) {
    case 'givenName':
    case 'callName':
    case 'nameAddition':
    case 'fullName':
      line[field] = meaning.exact ? value : nameOf(value);
      return undefined;
    case 'familyName': {
      const isSecond = meaning.secondEnrolment?.test(value) ?? false;
      if (isSecond) line.isSecond = true;
      const bare = isSecond && meaning.secondEnrolment ? value.replace(meaning.secondEnrolment, '') : value;
      line.familyName = meaning.exact ? bare : nameOf(bare);
      return undefined;
    }
    case 'year':
    case 'letter':
      line[field] = value;
      return undefined;
    case 'class':
      line.class = meaning.exact ? value || null : classCalled(value, about.classes);
      return undefined;
    case 'groups':
      line.groups = groupsOf(value, meaning);
      return undefined;
    case 'importId':
      line.importId = value || null;
      return undefined;
    case 'childId':
      line.children = value.split(/[;,|]/).flatMap((id) => undressed(id.trim(), true) || []);
      line.childId = line.children[0] ?? null;
      return undefined;
    case 'account':
      return readAccount(line, value, about.domain);
    case 'birthDate':
      return readBirthDate(line, value, about.today, meaning.is1904);
    case 'email':
      return readEmail(line, value);
    case 'status': {
      // An empty cell says no more than a file without such a column: somebody who is listed is there.
      const presence = meaning.status.get(value.toLowerCase()) ?? (value === '' ? 'present' : undefined);
      if (!presence) return wrong('unknown-status', { known: [...meaning.status.keys()].filter(Boolean).join(', ') });
      line.status = presence;
      return undefined;
    }
    case 'role': {
      const role = value === '' ? null : meaning.roles.get(value.toLowerCase());
      if (role === undefined) return wrong('unknown-role');
      line.role = role;
      return undefined;
    }
    case 'entryDate':
    case 'leavingDate': {
      const day = isNothing(value) ? null : dayIn(value, about.today, meaning.is1904);
      if (day !== null && !isDay(day)) return wrong(day);
      line[field] = day;
      return undefined;
    }
  }
}

/** What people write where there is nothing to write. */
const isNothing = (value: string) => /^[-–—./*]*$/.test(value);

/** One name is enough for a person: the other may be a dash. */
const nameOf = (value: string) => (isNothing(value) ? '' : value);

/** A class as it was first called: `7A` and `7 a` are the same. */
export function classCalled(value: string, classes: Map<string, string>): string | null {
  if (isNothing(value)) return null;
  const key = value.toLowerCase().replace(/\s/g, '');
  const known = classes.get(value) ?? classes.get(key) ?? value;
  classes.set(key, known);
  return known;
}

function readAccount(line: Line, value: string, domain: string | null): Complaint | undefined {
  const typed = value.toLowerCase();
  const account = domain && typed.endsWith(`@${domain}`) ? typed.slice(0, -domain.length - 1) : typed;
  if (account !== '' && !isAccount(account)) return wrong('bad-account');
  line.account = account || null;
  return undefined;
}

function readBirthDate(line: Line, value: string, today: Day, is1904: boolean): Complaint | undefined {
  const day = isNothing(value) ? null : dayIn(value, today, is1904);
  if (day !== null && !isDay(day)) return wrong(day);
  if (day && day > today) return wrong('birth-date-in-future');
  if (day && day < addDays(today, -36_525)) return wrong('birth-date-too-early');
  line.birthDate = day;
  return undefined;
}

/** A day on which nobody is born who goes to school now: a slip, or the day on which the list was printed. */
export const isTooYoung = (day: Day, today: Day): boolean => day > addDays(today, -3 * 365);

/** An address, also as a link or behind a name: `mailto:x@y`, `Name <x@y>`. */
function readEmail(line: Line, value: string): Complaint | undefined {
  const found = value.match(/[^\s<>;,]+@[^\s<>;,]+/g) ?? [];
  if (new Set(found).size > 1) return wrong('two-emails');
  const address = (/<([^<>]*)>$/.exec(value)?.[1] ?? value).replace(/^mailto:/i, '').trim();
  if (isNothing(address)) {
    line.email = null;
    return undefined;
  }
  if (!isEmail(address)) return wrong('bad-email');
  line.email = address;
  return undefined;
}

/** Whether mail can be sent there, as far as the look of the address tells. */
const isEmail = (value: string) =>
  value.length <= 254 && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/.test(value);

/** The groups in one cell: each once, in the order of their characters. */
function groupsOf(value: string, { groups: separator, exact }: Meaning): string[] {
  const between = separator ?? [';', '|', ','].find((one) => value.includes(one)) ?? ';';
  if (!value.includes(between)) return (exact ? value === '' : isNothing(value)) ? [] : [value];
  const groups = value.split(between).map((group) => group.trim());
  return [...new Set(groups)].filter((group) => group !== '').sort();
}
