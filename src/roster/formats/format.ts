import type { Language } from '../../language.ts';
import type { Field, Presence } from './fields.ts';

/** What is known of the files that one program writes: nothing but data. */
export interface Format {
  /** What `--format` calls it. */
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Whom its files are about, where they are always about the same. */
  readonly role?: 'student' | 'guardian';
  /** How its header calls each field; case, spaces and marks do not count. None: it writes no header. */
  readonly header?: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Further columns it is known by, which say nothing that is kept. */
  readonly ignored?: readonly string[];
  /** It is this program's file only with one of these columns: what sets it apart from those with the same names. */
  readonly sign?: readonly string[];
  /** The columns of a file without a header, in their order; null is not kept. Read so only where `--format` says it. */
  readonly order?: readonly (Field | null)[];
  /** What stands between two groups in one cell; a semicolon where nothing is said. */
  readonly groups?: string;
  /** What its status column means, in lower case; any other word is a problem. */
  readonly status?: Readonly<Record<string, Presence>>;
  /** How a family name looks that marks a second enrolment of somebody who stands in the file already. */
  readonly secondEnrolment?: RegExp;
}
