import type { Language } from '../../language.ts';
import type { Field, ListedRole, Presence } from './fields.ts';

/** The columns of one person who stands in another's line. */
export type PersonColumns = Readonly<Partial<Record<'givenName' | 'familyName' | 'email', readonly string[]>>>;

/** What is known of the files that one program writes: nothing but data. */
export interface Format {
  /** What `--format` calls it. */
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Whom its files are about, where they are always about the same. */
  readonly role?: 'student' | 'guardian';
  /** Columns that only its files about pupils have. */
  readonly pupils?: readonly string[];
  /** How its header calls each field; case, spaces and marks do not count. None: it writes no header. */
  readonly header?: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Further columns it is known by, which say nothing that is kept. */
  readonly ignored?: readonly string[];
  /** It is this program's file only with one of these columns: what sets it apart from those with the same names. */
  readonly sign?: readonly string[];
  /** The columns of a pupil's guardians, where they stand in the pupil's line; the usual words where nothing is said. */
  readonly guardians?: readonly PersonColumns[];
  /** The columns of a file without a header, in their order; null is not kept. Known by the shape of its lines, or by `--format`. */
  readonly order?: readonly (Field | null)[];
  /** What stands between two groups in one cell, where it is always the same. */
  readonly groups?: string;
  /** Everything in it is meant to the letter: it has no dress that could be taken off. */
  readonly exact?: true;
  /** What its status column means, in lower case; any other word is a problem. */
  readonly status?: Readonly<Record<string, Presence>>;
  /** What its column of roles means, in lower case; the usual words where nothing is said. */
  readonly roles?: Readonly<Record<string, ListedRole>>;
  /** How a family name looks that marks a second enrolment of somebody who stands in the file already. */
  readonly secondEnrolment?: RegExp;
}
