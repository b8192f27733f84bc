import { decode } from '../csv/bytes/decode.ts';
import { linesOf } from '../csv/bytes/lines.ts';
import { clean } from '../csv/cells.ts';
import { fileEmpty } from '../csv/failures.ts';
import { sameName } from '../csv/header.ts';
import { lineWords, type ProblemOf, quoteProblem, say, vocabulary, widthProblem } from '../csv/problems.ts';
import { cut } from '../csv/quoted.ts';
import { recordsOf, widthOf } from '../csv/records.ts';
import { headOf, type Start, startsOf } from '../csv/tables/head.ts';
import type { Language } from '../language.ts';
import { isAccount } from '../users/rules.ts';
import { accountListFaulty, notAnAccountList } from './failures.ts';

const columnNames = ['Account', 'Benutzername', 'Benutzer', 'Konto', 'Login', 'Username'];

const words = {
  ...lineWords,
  'not-an-account': say({
    en: () => 'This is no account. Export the list again, and do not change it.',
    de: () => 'Das ist kein Konto. Die Liste noch einmal exportieren und nicht verändern.',
  }),
};

type ListProblem = ProblemOf<typeof words>;
const { problem, problemWords } = vocabulary(words);

/**
 * The accounts in a list that IServ exports: the column "Account" of a table, or one account per line. Whoever is
 * missing from the list counts as having changed, so a line that can't be read stops everything.
 * @throws Failure `not-an-account-list`, `account-list-faulty` with all faulty lines in words of the language; and what
 * the file as a whole may suffer from
 */
export function readAccountList(file: string, language: Language): string[] {
  const decoded = decode(file);
  const { starts, skip } = startsOf(headOf(file, decoded), undefined);
  const { delimiter, names, column, header } = layoutOf(file, starts);
  const shape = { names, delimiter, plain: [column] };

  const accounts: string[] = [];
  const problems: ListProblem[] = [];
  const records = recordsOf(linesOf(decoded.text(), file), { delimiter, width: names.length, skip: skip + header });
  for (const record of [...records].flat()) {
    const account = clean(record.cells[column] ?? '').toLowerCase();
    const place = { line: record.line, column: names[column] ?? null, value: cut(account) };
    const wrong =
      quoteProblem(record, shape) ??
      widthProblem(record, names.length) ??
      (isAccount(account) ? undefined : problem('not-an-account', place));
    if (wrong) problems.push(wrong);
    else accounts.push(account);
  }
  if (problems.length === 0) return accounts;
  const said = problems.map((found) => ({ ...found, message: problemWords(language, found) }));
  throw accountListFaulty({ file, problems: said });
}

/** Which column holds the accounts, and how many lines stand above them: a list of one column has no header. */
function layoutOf(file: string, starts: readonly Start[]) {
  const layouts = starts.map(({ delimiter, first }) => {
    const cells = first.cells.map(clean);
    const names = cells.slice(0, widthOf(cells, 0));
    const column = names.findIndex((name) => columnNames.some((known) => sameName(known, name)));
    return { delimiter, names, column, header: 1, line: first.line };
  });
  const [first] = layouts;
  if (!first) throw fileEmpty({ file });
  const table = layouts.filter(({ column }) => column >= 0).sort((a, b) => b.names.length - a.names.length)[0];
  if (table) return table;
  const widest = layouts.reduce((most, one) => (one.names.length > most.names.length ? one : most));
  if (widest.names.length !== 1) throw notAnAccountList({ file, line: first.line, header: widest.names.map(cut) });
  return { ...widest, names: ['1'], column: 0, header: 0 };
}
