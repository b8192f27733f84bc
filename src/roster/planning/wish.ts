import type { Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';
import type { Field } from '../reading/fields.ts';

/** Whom the file is about, and which of the registry's people it can speak of. */
export interface Scope {
  role: Role;
  source: string;
  fields: readonly Field[];
}

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
  /** The plan that a person has seen and approved, by its name. */
  approve: string | null;
}

/** What the school's settings and its calendar say. */
export interface PlanRules {
  today: Day;
  /** The year after which students leave; null: the highest among the classes. */
  lastYear: string | null;
  /** The share of the others who may leave by one file without a hold. */
  holdAbove: number;
}
