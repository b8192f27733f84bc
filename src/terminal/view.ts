import type { Output } from '../world.ts';
import { visible, visibleLines } from './visible.ts';

/** What a command shows to people: sentences, headings and tables. Colour is added here and nowhere else. */
export type View = readonly (string | Heading | Table | Warning | Listing)[];

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

/** A table as long as the registry: read once for the widths and once more to be written, so that it never stands in memory. */
interface Listing {
  columns: readonly string[];
  read: () => Iterable<readonly Cell[]>;
  /** What is said where there is nothing. */
  none: string;
  /** What is said at the end. */
  count?: (rows: number) => string;
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
export const table = (columns: readonly string[], rows: Iterable<readonly Cell[]>): Table => ({ columns, rows });

/** What the rendering needs of the two libraries that are loaded only where they are needed (80 ms together). */
interface Craft {
  /** How many columns a text takes on a terminal. */
  width(text: string): number;
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
  const parts = view.map((part) => (typeof part === 'object' && 'rows' in part ? visibleTable(part) : part));
  const brief = parts.filter((part) => typeof part === 'string' || !('read' in part));
  const craft = { ...(await colours(output.colours)), width: await widths(JSON.stringify(brief)) };
  const width = output.isTerminal ? Math.max(output.columns, 40) : Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (typeof part === 'object' && 'read' in part) yield* listed(part, craft, width);
    else yield renderPart(part, craft, width);
  }
}

/** A list of so many rows is kept after it was read for its widths. */
const short = 10_000;

async function* listed(list: Listing, craft: Craft, available: number): AsyncGenerator<string> {
  const columns = list.columns.map(visible);
  const natural = columns.map((column) => craft.width(column));
  let { width } = craft;
  let rows = 0;
  let kept: string[][] | undefined = [];
  for (const row of list.read()) {
    const cells = row.map(shown);
    rows += 1;
    for (const [index, cell] of cells.entries()) {
      if (!isLatin(cell)) width = await widths(cell);
      natural[index] = Math.max(natural[index] ?? 0, width(cell));
    }
    if (rows > short) kept = undefined;
    else kept?.push(cells);
  }
  if (rows === 0) return yield `${wrap(list.none, available, craft)}\n`;
  const line = lineOf(fitted(natural, available), { ...craft, width });
  let piece = craft.dim(line(columns));
  for (const row of kept ?? list.read()) {
    piece += `\n${line(row.map(shown))}`;
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}\n${list.count ? `${list.count(rows)}\n` : ''}`;
}

async function colours(wanted: boolean): Promise<Omit<Craft, 'width'>> {
  if (!wanted) return { bold: String, dim: String, yellow: String };
  const { bold, dim, yellow } = new (await import('chalk')).Chalk({ level: 1 });
  return { bold, dim, yellow };
}

/** Latin letters take one column each. */
const isLatin = (text: string): boolean => /^[\u0020-\u02ff\u1e00-\u1eff\u2010-\u2026]*$/.test(text);

/** All other letters are left to the library that knows. */
async function widths(text: string): Promise<Craft['width']> {
  return isLatin(text) ? (latin) => latin.length : (await import('string-width')).default;
}

const shown = (cell: Cell): string => visible(String(cell ?? ''));

const visibleTable = ({ columns, rows }: Table): CellTable => ({
  columns: columns.map(visible),
  rows: Array.from(rows, (row) => row.map(shown)),
});

type CellTable = Omit<Table, 'rows'> & { rows: string[][] };

function renderPart(part: string | Heading | Warning | CellTable, craft: Craft, width: number): string {
  if (typeof part === 'string') return `${wrap(visibleLines(part), width, craft)}\n`;
  if ('heading' in part) return `${craft.bold(visible(part.heading))}\n`;
  if ('warning' in part) return `${craft.yellow(wrap(`! ${visibleLines(part.warning)}`, width, craft))}\n`;
  return renderTable(part, craft, width);
}

function renderTable({ columns, rows }: CellTable, craft: Craft, width: number): string {
  const natural = columns.map((column, index) =>
    rows.reduce((most, row) => Math.max(most, craft.width(row[index] ?? '')), craft.width(column)),
  );
  const line = lineOf(fitted(natural, width), craft);
  const head = columns.some((column) => column !== '') ? [craft.dim(line(columns))] : [];
  return [...head, ...rows.map(line)].map((text) => `${text}\n`).join('');
}

/** How a row is written in columns of these widths. */
function lineOf(widths: readonly number[], craft: Craft): (row: readonly string[]) => string {
  const indent = ' '.repeat(widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0));
  return (row) => {
    const cells = row.slice(0, -1).map((cell, index) => pad(cell, widths[index] ?? 0, craft));
    // The last column goes on below, so that nothing of a sentence is lost; names are cut.
    const last = wrapLine(row.at(-1) ?? '', widths.at(-1) ?? 0, craft).split('\n');
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
