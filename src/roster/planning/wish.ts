import type { Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';
import type { Field } from '../formats/fields.ts';

/** Whom the file is about, and which of the registry's people it can speak of. */
export interface Scope {
  /** Whom the lines are about that don't say it themselves. */
  role: Role;
  /** Whether somebody has said so, or the file's program. */
  isRoleSaid: boolean;
  /** Whether only lines of that role are taken, where the file says whose each is. */
  onlyRole: boolean;
  source: string;
  fields: readonly Field[];
}

/** Whether the file says of each line whose it is. */
export const hasRoles = ({ fields }: Scope): boolean => fields.some((field) => String(field) === 'role');

/**
 * Two keys that somebody has said to be one person, or two: in the registry the import ID or the account; in the file
 * the import ID, the account, or `line:12` where a line has neither.
 */
export interface Pair {
  old: string;
  new: string;
}

/** What is asked of a plan. */
export interface PlanWish extends Scope {
  /** The file does not claim to hold everybody: who is absent from it has not left. */
  partial: boolean;
  same: readonly Pair[];
  different: readonly Pair[];
  /** Every pair is one person that agrees one to one in name and birth date, or in name and class. */
  sameAll: boolean;
  /** Who was deleted after a withdrawal or on request and is listed again: gets no account, or is a new record. */
  leaveOut: readonly string[];
  takeIn: readonly string[];
  /** The plan that a person has seen and approved, by its name. */
  approve: string | null;
  /** SHA-256 of the file: the very file of an earlier run is not taken for a new one. */
  sha256: string;
  /** The last year of the school, where it was said at this import. */
  lastYear: string | null;
}

/** What the school's settings and its calendar say. */
export interface PlanRules {
  today: Day;
  /** The year after which students leave; null: the highest among the classes, `none`: nobody does yet. */
  lastYear: string | null;
  /** The last day of the school year, month and day. */
  yearEnd: string;
  /** The share of the others who may leave by one file without a hold. */
  holdAbove: number;
  /** How many days before their first one people are taken in. */
  aheadDays: number;
}
