/** What can be written with people in it. */
export type FileKind =
  | 'slips'
  | 'password-list'
  | 'forms'
  | 'forms-list'
  | 'notices'
  | 'notices-list'
  | 'report'
  | 'proof'
  | 'roster'
  | 'iserv-file'
  | 'iserv-todo'
  | 'letters'
  | 'suspension-letter'
  | 'class-sheet';

/** A file with people in it, as it is recorded: without its content. */
export interface WrittenFile {
  kind: FileKind;
  /** As a whole path. */
  file: string;
  whom: Whom;
}

/** Who is in a file, and how they were chosen. */
export interface Whom {
  people: number;
  /** The accounts of those who were chosen by name; empty where they were not. */
  named: readonly string[];
  /** By what they were chosen else: classes, roles, groups. */
  filter: Readonly<Record<string, unknown>>;
}

/** People as a filter has chosen them. */
export const chosenBy = (
  { accounts, ...filter }: Readonly<Record<string, unknown>> & { accounts?: readonly string[] | undefined },
  people: readonly { account: string }[],
): Whom => ({
  people: people.length,
  named: accounts && accounts.length > 0 ? people.map(({ account }) => account) : [],
  filter,
});

/** Kinds in which passwords stand: not written where others could read them. */
export const holdsPasswords = (kind: FileKind): boolean => kind === 'slips' || kind === 'password-list';

/** What of a choice says nothing of whom by name. */
export const withoutNames = (filter: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) => ['role', 'roles', 'class', 'group', 'status', 'source'].includes(name) && !isEmpty(value),
    ),
  );

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
