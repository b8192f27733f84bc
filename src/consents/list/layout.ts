import { fileEmpty } from '../../csv/failures.ts';
import { sameName } from '../../csv/header.ts';
import { cut } from '../../csv/quoted.ts';
import { namesIn, type Start } from '../../csv/tables/head.ts';
import type { Table } from '../../csv/tables/table.ts';
import { listColumnTwice, listHeaderUnknown } from '../failures.ts';
import type { Purpose } from '../rules.ts';
import { termsTitle } from '../text.ts';

/** What a list of decisions can say, and how its columns may be called; the German names first. */
export const columnNames = {
  account: ['Konto', 'Account', 'Benutzername', 'Username'],
  importId: ['Import-ID'],
  givenName: ['Vorname', 'Given name', 'First name'],
  familyName: ['Nachname', 'Family name', 'Familienname', 'Last name', 'Surname'],
  class: ['Klasse', 'Class'],
  purpose: ['Zweck', 'Purpose'],
  decision: ['Entscheidung', 'Decision'],
  by: ['Wer', 'By', 'Von', 'Who', 'Decided by'],
  on: ['Am', 'On', 'Datum', 'Tag', 'Date', 'Day'],
  version: ['Fassung', 'Version'],
  channel: ['Kanal', 'Channel'],
  evidence: ['Nachweis', 'Evidence'],
} as const;

export type ListField = keyof typeof columnNames;

/** How the lines of a list are to be taken. */
export interface ListLayout {
  readonly delimiter: string;
  /** In which line the headings stand. */
  readonly headerLine: number;
  /** What each column is called. */
  readonly names: readonly string[];
  readonly fields: ReadonlyMap<ListField, number>;
  /** Columns that hold the decision on one purpose each. */
  readonly purposes: readonly { purpose: string; index: number }[];
  /** Columns that are not read. */
  readonly surplus: readonly string[];
  /** Whether bare numbers of days are counted from 1904. */
  readonly is1904: boolean;
}

/**
 * The purpose that a list means: by its name (also behind the word), by what the forms call the terms, or by a title
 * that no other has who is still asked for. undefined where that is not clear.
 */
export function purposeCalled(called: string, purposes: readonly Purpose[]): string | undefined {
  const words = [termsTitle.de, termsTitle.en];
  const names = ({ name }: Purpose) => [
    ...[name, `${columnNames.purpose[0]} ${name}`, `${columnNames.purpose[1]} ${name}`],
    ...(name === 'terms' ? words : []),
  ];
  const named = purposes.find((purpose) => names(purpose).some((known) => sameName(known, called)));
  if (named) return named.name;
  const titled = purposes.filter(({ title }) => sameName(title, called));
  const asked = titled.filter(({ retiredOn }) => retiredOn === null);
  const [only, ...others] = asked.length > 0 ? asked : titled;
  return others.length === 0 ? only?.name : undefined;
}

/**
 * Finds out by a list's first lines what its columns are: who, what was decided, and what goes with it.
 * @throws Failure `file-empty`, `list-header-unknown`, `list-column-twice`
 */
export function layoutOf(
  table: Pick<Table, 'file' | 'starts'>,
  delimiter: string | undefined,
  purposes: readonly Purpose[],
  is1904 = false,
): ListLayout {
  const { file } = table;
  const { starts } = table.starts(delimiter);
  const layouts = starts.map((start) => ({ line: start.first.line, ...columnsOf(start, purposes) }));
  const known = (layout: (typeof layouts)[number]) => layout.fields.length + layout.purposes.length;
  const [best] = layouts.sort((a, b) => known(b) - known(a) || b.names.length - a.names.length);
  if (!best) throw fileEmpty({ file });

  const { line, fields, names, ...rest } = best;
  const header = names.map(cut);
  const has = (field: ListField) => fields.some(([found]) => found === field);
  const missing = !has('account') && !has('importId') ? 'person' : 'decision';
  if (missing === 'person' || (!has('decision') && rest.purposes.length === 0)) {
    throw listHeaderUnknown({ file, line, header, missing });
  }
  const columns = [...fields, ...rest.purposes.map(({ purpose, index }) => [`purpose ${purpose}`, index] as const)];
  const twice = columns.find(([name, index]) => columns.some(([other, at]) => other === name && at < index));
  if (twice) {
    const same = columns.filter(([name]) => name === twice[0]).map(([, index]) => header[index] ?? '');
    throw listColumnTwice({ file, line, columns: same });
  }
  return { ...rest, names, fields: new Map(fields), headerLine: line, is1904 };
}

function columnsOf({ delimiter, first }: Start, purposes: readonly Purpose[]) {
  const names = namesIn(first);
  const columns = names.map((name, index) => {
    const field = (Object.keys(columnNames) as ListField[]).find((one) =>
      columnNames[one].some((called) => sameName(called, name)),
    );
    return { index, name, field, purpose: field ? undefined : purposeCalled(name, purposes) };
  });
  return {
    delimiter,
    names,
    fields: columns.flatMap(({ field, index }) => (field ? [[field, index] as const] : [])),
    purposes: columns.flatMap(({ purpose, index }) => (purpose === undefined ? [] : [{ purpose, index }])),
    surplus: columns.flatMap(({ field, purpose, name }) => (field || purpose || name === '' ? [] : [name])),
  };
}
