import { readFileSync } from 'node:fs';
import { csvParser } from '../load.ts';
import { isAccount } from '../users/rules.ts';
import { fileNotReadable, notAnAccountList } from './failures.ts';

const headers = ['account', 'benutzername', 'benutzer', 'konto', 'login', 'username'];

/**
 * The accounts in a list that IServ exports: the column "Account" of a table, or one account per line. Whoever is
 * missing from the list counts as having changed, so a line that can't be read stops everything.
 * @throws Failure `file-not-readable`, `not-an-account-list`
 */
export function readAccountList(file: string): string[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw fileNotReadable({ file, detail: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
  return accountsIn(file, textOf(bytes));
}

/** Accounts are ASCII, so all that matters of the encoding is how wide it is. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  return bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
}

function accountsIn(file: string, text: string): string[] {
  const { parse, CsvError } = csvParser();
  const wrong = (line: number, value: string) => notAnAccountList({ file, line, value: value.slice(0, 40) });
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((character) => firstLine.includes(character)) ?? ';';
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { delimiter, info: true, skip_empty_lines: true, trim: true }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw wrong(Number(error.lines ?? 1), '');
  }
  const [head, ...rest] = records;
  if (!head) throw wrong(1, '');
  const column = head.record.findIndex((name) => headers.includes(name.toLowerCase()));
  const isPlain = column < 0 && head.record.length === 1;
  if (column < 0 && !isPlain) throw wrong(1, firstLine);
  return (isPlain ? records : rest).map(({ record, info }) => {
    const account = (record[Math.max(column, 0)] ?? '').toLowerCase();
    if (!isAccount(account)) throw wrong(info.lines, account);
    return account;
  });
}
