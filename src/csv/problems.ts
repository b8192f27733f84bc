import { count, type Language, number } from '../language.ts';
import { longestText, type TextFault } from '../typed.ts';
import { cut, quoted } from './quoted.ts';
import { type CsvRecord, widthOf } from './records.ts';

/** Where a problem is: the physical line, the column as the header calls it, and what stands there. */
export interface Place {
  /** Which file, where there are several. */
  readonly file?: string;
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
}

type Words<Facts> = Record<Language, (problem: Place & { facts: Facts }) => string>;
// biome-ignore lint/suspicious/noExplicitAny: each code has facts of its own
type Vocabulary = Record<string, Words<any>>;

/** What is wrong with a line and what to do about it, in both languages. Line, column and value are shown beside it. */
export const say = <Facts = unknown>(words: Words<Facts>) => words;

const columns = (language: Language, found: number) =>
  language === 'de' ? count('de', found, 'Spalte', 'Spalten') : count('en', found, 'column', 'columns');

/** What can be wrong with the line of any table. */
export const lineWords = {
  'too-many-columns': say<{ expected: number; found: number }>({
    en: ({ facts }) =>
      `${columns('en', facts.found)} instead of ${facts.expected}. A value that contains the separator must stand in quotation marks.`,
    de: ({ facts }) =>
      `${columns('de', facts.found)} statt ${facts.expected}. Ein Wert mit Trennzeichen muss in Anführungszeichen stehen.`,
  }),
  'too-few-columns': say<{ expected: number; found: number }>({
    en: ({ facts }) =>
      `${columns('en', facts.found)} instead of ${facts.expected}. Is the line cut off? Export it again.`,
    de: ({ facts }) =>
      `${columns('de', facts.found)} statt ${facts.expected}. Ist die Zeile abgeschnitten? Noch einmal exportieren.`,
  }),
  'open-quote': say({
    en: ({ value }) =>
      `The quotation mark before ${quoted('en', (value ?? '').replace(/^"/, ''))} is not closed where its value ends. Close it, or double it if it belongs to the value.`,
    de: ({ value }) =>
      `Das Anführungszeichen vor ${quoted('de', (value ?? '').replace(/^"/, ''))} wird nicht geschlossen, wo sein Wert endet. Schließen, oder verdoppeln, wenn es zum Wert gehört.`,
  }),
  'stray-quote': say({
    en: () =>
      'A quotation mark stands inside the value. Put the whole value in quotation marks and double those inside it.',
    de: () =>
      'Ein Anführungszeichen steht mitten im Wert. Den ganzen Wert in Anführungszeichen setzen und die inneren verdoppeln.',
  }),
  'control-character': say<{ character: string }>({
    en: ({ facts }) => `An invisible or broken character (${facts.character}) stands in this value. Type it anew.`,
    de: ({ facts }) =>
      `Ein unsichtbares oder zerstörtes Zeichen (${facts.character}) steht in diesem Wert. Neu eintippen.`,
  }),
  'too-long': say<{ longest: number }>({
    en: ({ facts }) =>
      `Nothing that is kept is longer than ${number('en', facts.longest)} characters. Is a quotation mark missing?`,
    de: ({ facts }) =>
      `Nichts, was gespeichert wird, ist länger als ${number('de', facts.longest)} Zeichen. Fehlt ein Anführungszeichen?`,
  }),
  'letters-lost': say<{ known?: string }>({
    en: ({ facts }) =>
      `A letter of this was lost when the file was saved${facts?.known ? ` (the registry has ${facts.known})` : ''}. Export it again as UTF-8.`,
    de: ({ facts }) =>
      `Hier ist beim Speichern ein Buchstabe verloren gegangen${facts?.known ? ` (im Register steht ${facts.known})` : ''}. Noch einmal als UTF-8 exportieren.`,
  }),
  'read-twice': say<{ meant: string; known?: string }>({
    en: ({ facts }) =>
      `This was read in a wrong encoding and saved again; ${facts.known ? `the registry has ${facts.known}` : `it was probably ${facts.meant}`}. Export the file anew, and do not open it in between.`,
    de: ({ facts }) =>
      `Das wurde in falscher Kodierung gelesen und wieder gespeichert; ${facts.known ? `im Register steht ${facts.known}` : `es hieß wohl ${facts.meant}`}. Die Datei neu exportieren und dazwischen nicht öffnen.`,
  }),
  'typographic-quotes': say({
    en: () =>
      'Typographic quotation marks do not hold a value together. Replace them by straight ones ("), or remove them.',
    de: () => 'Typografische Anführungszeichen halten keinen Wert zusammen. Durch gerade (") ersetzen oder entfernen.',
  }),
  'spreadsheet-error': say({
    en: () => 'A formula of the spreadsheet found nothing here. Correct the formula, or type the value.',
    de: () => 'Eine Formel der Tabelle hat hier nichts gefunden. Die Formel berichtigen oder den Wert eintippen.',
  }),
  'column-too-narrow': say({
    en: () => 'The column was too narrow to show the value when the file was saved. Widen it and save again.',
    de: () => 'Die Spalte war beim Speichern zu schmal, um den Wert zu zeigen. Verbreitern und noch einmal speichern.',
  }),
  'turned-into-day': say({
    en: () =>
      'A spreadsheet has made a day of this value. Export the file again and do not save it from the spreadsheet.',
    de: () =>
      'Eine Tabellenkalkulation hat daraus ein Datum gemacht. Die Datei neu exportieren und nicht aus der Tabelle speichern.',
  }),
  'spreadsheet-number': say({
    en: () => 'A spreadsheet has rounded this number. Export the file again and do not save it from the spreadsheet.',
    de: () =>
      'Eine Tabellenkalkulation hat diese Zahl gerundet. Die Datei neu exportieren und nicht aus der Tabelle speichern.',
  }),
  'ambiguous-day': say({
    en: () => 'This can be two days, by which of the numbers is the month. Write it as 31.01.2014 or 2014-01-31.',
    de: () => 'Das können zwei Tage sein, je nachdem, was der Monat ist. Als 31.01.2014 oder 2014-01-31 schreiben.',
  }),
  'day-zero': say({
    en: () => 'A day 0 stands for an empty cell. Leave it empty, or fill in the day.',
    de: () => 'Ein Tag 0 steht für eine leere Zelle. Leer lassen oder den Tag eintragen.',
  }),
  'no-such-day': say({
    en: () => 'There is no such day, or it is written otherwise. Write it as 31.01.2014 or 2014-01-31.',
    de: () => 'Diesen Tag gibt es nicht, oder er ist anders geschrieben. Als 31.01.2014 oder 2014-01-31 schreiben.',
  }),
};

type GivenFacts<Known extends Vocabulary, Code extends keyof Known> = Parameters<Known[Code]['en']>[0]['facts'];

/** The facts that the words of a problem need; none for most. */
export type FactsOf<Known extends Vocabulary, Code extends keyof Known> =
  unknown extends GivenFacts<Known, Code> ? [] : [GivenFacts<Known, Code>];

/** Something wrong with one line. Plain data: it survives being written as JSON and read again. */
export interface ProblemOf<Known extends Vocabulary> extends Place {
  readonly code: keyof Known & string;
  /** Only said: the cell was left empty, or is kept though doubtful. Without it, the line is faulty. */
  readonly severity?: 'emptied' | 'doubted';
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** How a room makes and says the problems that its kind of table can have. */
export function vocabulary<Known extends Vocabulary>(words: Known) {
  /** A problem of one line, with the facts that its words need. */
  function problem<Code extends keyof Known & string>(
    code: Code,
    place: Place,
    ...[facts]: FactsOf<Known, Code>
  ): ProblemOf<Known> {
    return { ...place, code, ...(facts && { facts: facts as Record<string, string | number> }) };
  }
  /** What is wrong and what to do about it, without line, column and value, which stand beside it. */
  function problemWords(language: Language, found: ProblemOf<Known>): string {
    const said = words[found.code]?.[language] as (problem: Place) => string;
    return said(found);
  }
  /** The whole of it on one line: where, what stands there, what is wrong and what to do. */
  const problemLine = (language: Language, found: ProblemOf<Known>): string =>
    placed(language, found, problemWords(language, found));
  return { problem, problemWords, problemLine };
}

/** What is wrong with a line, behind where it is and what stands there. */
export function placed(language: Language, place: Place & { lines?: string }, words: string): string {
  const { file, line, column, value, lines = language === 'de' ? `Zeile ${line}` : `line ${line}` } = place;
  const where = `${file ? `${file}, ` : ''}${lines}`;
  const shown = value ? ` ${quoted(language, value)}` : '';
  const shownPlace = [where, column ? `${column}${shown}` : shown.trim()].filter(Boolean).join(', ');
  return `${shownPlace}: ${words}`;
}

const { problem } = vocabulary(lineWords);

/** What the words for a faulty text need, beside where it stands. */
export const textProblem = (fault: TextFault, place: Place) =>
  'character' in fault
    ? problem('control-character', place, fault)
    : problem('too-long', place, { longest: longestText });

/** How the records of a table are taken. */
interface Columns {
  readonly names: readonly string[];
  readonly delimiter: string;
  /** The columns whose values never go on over several lines, counted from 0. */
  readonly plain: readonly number[];
}

/** Quotation marks for which nothing on a line can be trusted, not even whom it is about. */
export function quoteProblem(record: CsvRecord, { names, delimiter, plain }: Columns) {
  const { line, lines, cells, open, stray } = record;
  const place = (index: number, value: string) => ({ line, column: names[index] ?? null, value: cut(value) });
  if (open) return problem('open-quote', place(open.index, open.value));
  if (stray) return problem('stray-quote', place(stray.index, stray.value));
  if (lines === 1) return undefined;
  // Two forgotten quotation marks can swallow whole lines and still leave the right number of columns.
  const at = plain.find((index) => cells[index]?.includes('\n') && cells[index]?.includes(delimiter));
  return at === undefined ? undefined : problem('open-quote', place(at, `"${cells[at]?.split(delimiter, 1)[0]}`));
}

/**
 * A column too many or too few: the cells may have moved. Columns at the end that need not be filled in may be missing
 * (`atLeast`), as spreadsheets leave them out.
 */
export function widthProblem({ line, cells }: CsvRecord, expected: number, atLeast = expected) {
  const found = widthOf(cells, expected);
  if (found >= atLeast && found <= expected) return undefined;
  const code = found > expected ? 'too-many-columns' : 'too-few-columns';
  return problem(code, { line, column: null, value: null }, { expected, found });
}

/** A problem with its words, in the language of the run. */
export type Said = Place & { readonly message: string };

/** Problems one below the other, as a failure lists them. */
export const placedLines = (language: Language, problems: readonly Said[]): string =>
  problems.map((found) => `  ${placed(language, found, found.message)}`).join('\n');
