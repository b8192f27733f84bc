import type { Place } from '../../csv/problems.ts';
import { addDays, calendarDay, type Day } from '../../time.ts';
import { isAccount } from '../../users/rules.ts';
import type { Field, Presence, Values } from '../formats/fields.ts';
import { type Facts, type Problem, type ProblemCode, problem } from './problems.ts';

/** What a file's program means by what it writes. */
export interface Meaning {
  /** What stands between two groups in one cell. */
  readonly groups: string;
  readonly status: ReadonlyMap<string, Presence>;
  readonly secondEnrolment: RegExp | undefined;
}

/** What is wrong with a value, for whoever knows where it stands. */
type Complaint = (place: Place) => Problem;

const wrong =
  <Code extends ProblemCode>(code: Code, ...facts: Facts<Code>): Complaint =>
  (place) =>
    problem(code, place, ...facts);

/** Reads the value of one field into the values of its line. Gives a complaint, and sets nothing, where it can't be meant. */
export function readValue(
  values: Values,
  field: Field,
  value: string,
  meaning: Meaning,
  today: Day,
): Complaint | undefined {
  switch (field) {
    case 'givenName':
      if (value !== '') values.givenName = value;
      return undefined;
    case 'familyName':
      if (value !== '') values.familyName = value;
      return meaning.secondEnrolment?.test(value) ? wrong('second-enrolment') : undefined;
    case 'class':
      values.class = value || null;
      return undefined;
    case 'groups':
      values.groups = groupsOf(value, meaning.groups);
      return undefined;
    case 'importId':
    case 'childId':
      if (isRounded(value)) return wrong('spreadsheet-number');
      values[field] = value || null;
      return undefined;
    case 'account': {
      const account = value.toLowerCase();
      if (account !== '' && !isAccount(account)) return wrong('bad-account');
      values.account = account || null;
      return undefined;
    }
    case 'birthDate': {
      const day = value === '' ? null : birthDateOf(value);
      if (day === undefined) return wrong('no-such-day');
      if (day && day > today) return wrong('birth-date-in-future');
      if (day && day < '1900-01-01') return wrong('birth-date-too-early');
      values.birthDate = day;
      return undefined;
    }
    case 'email':
      if (value !== '' && !isEmail(value)) return wrong('bad-email');
      values.email = value || null;
      return undefined;
    case 'status': {
      const presence = meaning.status.get(value.toLowerCase());
      if (!presence) return wrong('unknown-status', { known: [...meaning.status.keys()].filter(Boolean).join(', ') });
      values.status = presence;
      return undefined;
    }
  }
}

/** Whether mail can be sent there, as far as the look of the address tells. */
const isEmail = (value: string) =>
  value.length <= 254 && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/.test(value);

/** Whether a spreadsheet has taken the value for a large number and rounded it: `2,19E+11`. */
const isRounded = (value: string) => value.includes('+') && /^\d([.,]\d+)?E\+\d+$/i.test(value);

/**
 * A day as administration software and spreadsheets write it. A number of five digits is Excel's count of days, in
 * which 1 January 1900 is day 1 and a 29 February 1900 that never was is day 60; a year alone has four and is no day.
 */
export function birthDateOf(value: string): Day | undefined {
  return /^\d{5}$/.test(value) ? addDays('1899-12-30', Number(value)) : calendarDay(value);
}

/** The groups in one cell: each once, in the order of their characters. */
function groupsOf(value: string, separator: string): string[] {
  if (!value.includes(separator)) return value === '' ? [] : [value];
  const groups = value.split(separator).map((group) => group.trim());
  return [...new Set(groups)].filter((group) => group !== '').sort();
}
