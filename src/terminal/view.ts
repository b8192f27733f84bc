import type { Output } from '../world.ts';
import { visible, visibleLines } from './visible.ts';

/** What a command shows to people: sentences, headings and tables. Colour is added here and nowhere else. */
export type View = readonly (string | Heading | Table | Warning | Listing | InSheet)[];

interface Heading {
  heading: string;
}

interface Warning {
  warning: string;
}

interface Table {
  columns: readonly string[];
  rows: Iterable<readonly Cell[]>;
}

/** A table as long as the registry, that never stands in memory. */
interface Listing {
  columns: readonly string[];
  read: () => Iterable<readonly Cell[]>;
  /** What is said where there is nothing. */
  none: string;
  /** What is said at the end. */
  count?: (rows: number) => string;
}

/** A list as the office gets it: with columns for which a terminal has no room. */
export interface Sheet {
  columns: readonly string[];
  read: () => Iterable<readonly Cell[]>;
}

interface InSheet {
  sheet: Sheet;
}

export type Cell = string | number | null;

export const heading = (text: string): Heading => ({ heading: text });
export const warning = (text: string): Warning => ({ warning: text });
export const listing = (
  columns: readonly string[],
  read: () => Iterable<readonly Cell[]>,
  none: string,
  count?: (rows: number) => string,
): Listing => ({ columns, read, none, ...(count && { count }) });
/** What goes into a spreadsheet instead of the table beside it; a terminal doesn't show it. */
export const inSheet = (columns: readonly string[], read: Sheet['read']): InSheet => ({ sheet: { columns, read } });
export const table = (columns: readonly string[], rows: Iterable<readonly Cell[]>): Table => ({ columns, rows });

/** What the rendering needs of the two libraries that are loaded only where they are needed (80 ms together). */
interface Craft {
  /** How many columns a text takes on a terminal. */
  width(text: string): number;
  /** Before texts are measured: loads what knows of other letters than ours, if these have any. */
  meet(texts: readonly string[]): Promise<void>;
  bold(text: string): string;
  dim(text: string): string;
  yellow(text: string): string;
}

/** The view as text for one output: fitted to a terminal's width; whole, and without colour, into a pipe. */
export async function render(view: View, output: Output): Promise<string> {
  let text = '';
  for await (const piece of rendered(view, output)) text += piece;
  return text;
}

/** The same in pieces of some 64 kB, for what may be long. */
export async function* rendered(view: View, output: Output): AsyncGenerator<string> {
  let piece = '';
  for await (const text of texts(view, output)) {
    piece += text;
    if (piece.length < most) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

const most = 65_536;

async function* texts(view: View, output: Output): AsyncGenerator<string> {
  const craft = { ...(await colours(output.colours)), ...widths() };
  const width = output.isTerminal ? Math.max(output.columns, 40) : Number.POSITIVE_INFINITY;
  for (const part of view) {
    if (typeof part === 'object' && 'sheet' in part) continue;
    if (typeof part === 'string' || 'heading' in part || 'warning' in part) yield await said(part, craft, width);
    else if ('rows' in part) yield* rowsOf(part, craft, width);
    else {
      const counted = { rows: 0 };
      yield* rowsOf({ columns: part.columns, rows: counting(part.read(), counted) }, craft, width, part.none);
      if (counted.rows > 0 && part.count) yield await said(part.count(counted.rows), craft, width);
    }
  }
}

async function colours(wanted: boolean): Promise<Pick<Craft, 'bold' | 'dim' | 'yellow'>> {
  if (!wanted) return { bold: String, dim: String, yellow: String };
  const { bold, dim, yellow } = new (await import('chalk')).Chalk({ level: 1 });
  return { bold, dim, yellow };
}

/** Latin letters and arrows take one column each; all else is left to the library that knows. */
const narrow = /^[\n\u0020-\u02ff\u1e00-\u1eff\u2010-\u2026\u2190-\u2193]*$/;

function widths(): Pick<Craft, 'width' | 'meet'> {
  let wide: ((text: string) => number) | undefined;
  return {
    width: (text) => (wide === undefined || narrow.test(text) ? text.length : wide(text)),
    async meet(texts) {
      if (!wide && !texts.every((text) => narrow.test(text))) wide = (await import('string-width')).default;
    },
  };
}

async function said(part: string | Heading | Warning, craft: Craft, width: number): Promise<string> {
  const text = typeof part === 'string' ? part : 'heading' in part ? part.heading : part.warning;
  await craft.meet([text]);
  if (typeof part === 'string') return `${wrap(visibleLines(text), width, craft)}\n`;
  if ('heading' in part) return `${craft.bold(visible(text))}\n`;
  return `${craft.yellow(wrap(`! ${visibleLines(text)}`, width, craft))}\n`;
}

/** So many rows decide how wide the columns of a table are; of a longer one the rest is written as it is read. */
const looked = 10_000;

async function* rowsOf(table: Table, craft: Craft, width: number, none?: string): AsyncGenerator<string> {
  const heads = table.columns.map(visible);
  let line: ReturnType<typeof lineOf> | undefined;
  for (const some of inBatches(table.rows, looked)) {
    if (!line && some.length === 0 && none !== undefined) return yield await said(none, craft, width);
    await craft.meet([...heads, ...some.flat()]);
    if (!line) {
      line = lineOf(heads, some, craft, width);
      if (heads.some((head) => head !== '')) yield `${craft.dim(line(heads))}\n`;
    }
    let text = '';
    for (const row of some) {
      text += `${line(row)}\n`;
      if (text.length < most) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}

/** The cells of rows as they are shown; the last batch may be empty, the first one too. */
function* inBatches(rows: Table['rows'], size: number): Generator<string[][]> {
  let some: string[][] = [];
  for (const row of rows) {
    some.push(row.map((cell) => visible(String(cell ?? ''))));
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  yield some;
}

function* counting<Row>(rows: Iterable<Row>, counted: { rows: number }): Generator<Row> {
  for (const row of rows) {
    counted.rows += 1;
    yield row;
  }
}

/** How a row is written in columns that these rows fit into. */
function lineOf(heads: readonly string[], rows: readonly string[][], craft: Craft, available: number) {
  const natural = heads.map((head, index) =>
    rows.reduce((most, row) => Math.max(most, craft.width(row[index] ?? '')), craft.width(head)),
  );
  const widths = fitted(natural, available);
  const indent = ' '.repeat(widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0));
  // Into a pipe a later row may be wider than all that were looked at: nothing of it is lost.
  const isWhole = !Number.isFinite(available);
  const filled = (cell: string, width: number) =>
    isWhole ? cell.padEnd(cell.length + width - craft.width(cell)) : pad(cell, width, craft);
  return (row: readonly string[]): string => {
    const cells = row.slice(0, -1).map((cell, index) => filled(cell, widths[index] ?? 0));
    // The last column goes on below, so that nothing of a sentence is lost; names are cut.
    const last = wrapLine(row.at(-1) ?? '', isWhole ? available : (widths.at(-1) ?? 0), craft).split('\n');
    return last.map((text, at) => (at === 0 ? [...cells, text].join('  ') : indent + text).trimEnd()).join('\n');
  };
}

/** Takes from the widest columns until the table fits; no column falls under eight characters. */
function fitted(widths: number[], available: number): number[] {
  const kept = [...widths];
  let surplus = kept.reduce((sum, width) => sum + width, 2 * (kept.length - 1)) - available;
  while (surplus > 0) {
    const widest = Math.max(...kept);
    if (widest <= 8) break;
    kept[kept.indexOf(widest)] = widest - 1;
    surplus -= 1;
  }
  return kept;
}

function pad(text: string, width: number, craft: Craft): string {
  const missing = width - craft.width(text);
  return missing >= 0 ? text + ' '.repeat(missing) : cut(text, width, craft);
}

function cut(text: string, width: number, craft: Craft): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (craft.width(kept + segment) > width - 1) break;
    kept += segment;
  }
  return pad(`${kept}…`, width, craft);
}

/** Breaks lines between words; what follows a break is indented like its line. */
function wrap(text: string, width: number, craft: Craft): string {
  if (!Number.isFinite(width)) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, craft))
    .join('\n');
}

function wrapLine(line: string, width: number, craft: Craft): string {
  if (craft.width(line) <= width) return line;
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const lines = [''];
  for (const word of line.trimStart().split(' ')) {
    const current = lines.at(-1) ?? '';
    if (craft.width(indent + word) > width)
      lines.push(...pieces(word, width - craft.width(indent), craft).map((piece) => indent + piece));
    else if (current === '') lines[lines.length - 1] = indent + word;
    else if (craft.width(`${current} ${word}`) <= width) lines[lines.length - 1] = `${current} ${word}`;
    else lines.push(indent + word);
  }
  return lines.filter((kept, index) => index > 0 || kept !== '').join('\n');
}

/** A word that is wider than a line, in pieces that are not. */
function pieces(word: string, width: number, craft: Craft): string[] {
  const found = [''];
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const current = found.at(-1) ?? '';
    if (current !== '' && craft.width(current + segment) > width) found.push(segment);
    else found[found.length - 1] = current + segment;
  }
  return found;
}
