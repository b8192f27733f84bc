import { decode } from '../../csv/bytes/decode.ts';
import { linesOf } from '../../csv/bytes/lines.ts';
import { clean } from '../../csv/cells.ts';
import { fileEmpty } from '../../csv/failures.ts';
import { sameName } from '../../csv/header.ts';
import { lineWords, type ProblemOf, quoteProblem, say, vocabulary, widthProblem } from '../../csv/problems.ts';
import { cut } from '../../csv/quoted.ts';
import { recordsOf, widthOf } from '../../csv/records.ts';
import { headOf, startsOf } from '../../csv/tables/head.ts';
import type { Language } from '../../language.ts';
import { parseDay } from '../../time.ts';
import { isAccount } from '../../users/rules.ts';
import { type IservUser, roleFrom, statusFrom } from '../users.ts';
import { notAUserExport, userExportFaulty } from './failures.ts';

const columns = {
  account: ['Account', 'Benutzername'],
  importId: ['Import-ID'],
  givenName: ['Vorname'],
  familyName: ['Nachname'],
  status: ['Status'],
  role: ['Benutzertyp', 'Rollen', 'Rolle'],
  class: ['Klasse/Information', 'Klasse'],
  mail: ['E-Mail-Adresse', 'E-Mail'],
  groups: ['Gruppen'],
  lastLogin: ['Letzter Login', 'Letzte Anmeldung', 'Zuletzt angemeldet'],
} as const;
type Name = keyof typeof columns;

const words = {
  ...lineWords,
  'not-an-account': say({
    en: () => 'This is no account. Export the users again, and do not change the file.',
    de: () => 'Das ist kein Account. Die Benutzer noch einmal exportieren und die Datei nicht verändern.',
  }),
  'account-twice': say<{ first: number }>({
    en: ({ facts }) => `This account stands on line ${facts.first} already. Export the users again.`,
    de: ({ facts }) => `Dieser Account steht schon in Zeile ${facts.first}. Die Benutzer noch einmal exportieren.`,
  }),
};
type ExportProblem = ProblemOf<typeof words>;
const { problem, problemWords } = vocabulary(words);

/**
 * The users in an export of IServ's user administration, without those that are deleted there. Whoever is missing from
 * it counts as not being in IServ, so a line that can't be read stops everything.
 * @throws Failure `not-a-user-export`, `user-export-faulty` with all faulty lines in words of the language; and what
 * the file as a whole may suffer from
 */
export function readUserExport(file: string, language: Language): IservUser[] {
  const decoded = decode(file);
  const { starts, skip } = startsOf(headOf(file, decoded), undefined);
  const start = starts.sort((one, other) => other.first.cells.length - one.first.cells.length)[0];
  if (!start) throw fileEmpty({ file });
  const header = start.first.cells.map(clean);
  const names = header.slice(0, widthOf(header, 0));
  const at = positions(names);
  if (at.account < 0 || at.importId < 0 || at.givenName < 0 || at.familyName < 0) {
    throw notAUserExport({ file, line: start.first.line, header: names.map(cut) });
  }
  const shape = { names, delimiter: start.delimiter, plain: [at.account] };
  const users: IservUser[] = [];
  const lines = new Map<string, number>();
  const problems: ExportProblem[] = [];
  const all = recordsOf(linesOf(decoded.text(), file), { ...shape, width: names.length, skip: skip + 1 });
  for (const record of [...all].flat()) {
    const cell = (name: Name) => (at[name] < 0 ? undefined : clean(record.cells[at[name]] ?? ''));
    const account = (cell('account') ?? '').toLowerCase();
    const place = { line: record.line, column: names[at.account] ?? null, value: cut(account) };
    const first = lines.get(account);
    const wrong =
      quoteProblem(record, shape) ??
      widthProblem(record, names.length) ??
      (isAccount(account) ? undefined : problem('not-an-account', place)) ??
      (first === undefined ? undefined : problem('account-twice', place, { first }));
    if (wrong) problems.push(wrong);
    lines.set(account, record.line);
    const status = statusFrom(cell('status') ?? '');
    if (wrong || status === 'deleted') continue;
    users.push({
      account,
      givenName: cell('givenName') ?? '',
      familyName: cell('familyName') ?? '',
      importId: cell('importId') || null,
      status,
      role: at.role < 0 ? undefined : roleFrom(cell('role') ?? ''),
      class: at.class < 0 ? undefined : cell('class') || null,
      mail: at.mail < 0 ? undefined : cell('mail')?.toLowerCase() || null,
      groups: cell('groups'),
      lastLogin: at.lastLogin < 0 ? undefined : dayIn(cell('lastLogin') ?? ''),
    });
  }
  if (problems.length === 0) return users;
  const said = problems.map((found) => ({ ...found, message: problemWords(language, found) }));
  throw userExportFaulty({ file, problems: said });
}

const positions = (names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(columns).map(([field, known]) => [
      field,
      names.findIndex((name) => known.some((one) => sameName(one, name))),
    ]),
  ) as Record<Name, number>;

/** A moment's day; what is no day is none that we know of. */
const dayIn = (cell: string) => (cell === '' ? null : parseDay(cell.split(/[ T]/)[0] ?? ''));
