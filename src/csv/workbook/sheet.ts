import { workbookDamaged } from './failures.ts';
import type { Style } from './styles.ts';
import { type References, textOf } from './values.ts';
import { readXml } from './xml.ts';

/** A row of a sheet with something in it: its number, counted from 1, and its cells from column A on. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The columns, counted from 0, whose cells are numbers without zeros in front. */
  readonly numbers: readonly number[];
  /** How many of its cells have a formula. */
  readonly formulas: number;
  readonly isHidden: boolean;
}

/** What spreadsheets can hold. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** What stands farther to the right is taken as if it stood here: no list is so wide, and a stray cell must not fill the memory. */
const farthest = 1000;
const longest = 40_000;

/** The number of a column, counted from 0, by its letters; -1 where they are none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** The letters of a column, counted from 0. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Takes the rows of a sheet in from its document. */
class Rows {
  found: SheetRow[] = [];
  private readonly file: string;
  private readonly styles: readonly Style[];
  private readonly references: References;
  private line = 0;
  private isHidden = false;
  private cells: string[] = [];
  private numbers: number[] = [];
  private formulas = 0;
  private column = -1;
  private type = 'n';
  private style: Style = 'plain';
  private value = '';
  private hasValue = false;
  private isFormula = false;
  private isValue = false;
  private isSpoken = false;

  constructor(file: string, styles: readonly Style[], references: References) {
    this.file = file;
    this.styles = styles;
    this.references = references;
  }

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row': {
        const line = attributes.r === undefined ? this.line + 1 : Number(attributes.r);
        if (!Number.isInteger(line) || line <= this.line || line > mostRows) throw workbookDamaged({ file: this.file });
        this.line = line;
        this.isHidden = attributes.hidden === '1' || attributes.hidden === 'true';
        this.cells = [];
        this.numbers = [];
        this.formulas = 0;
        this.column = -1;
        return;
      }
      case 'c': {
        this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
        if (this.column < 0 || this.column >= mostColumns) throw workbookDamaged({ file: this.file });
        this.column = Math.min(this.column, farthest);
        this.type = attributes.t ?? 'n';
        this.style = this.styles[Number(attributes.s ?? 0)] ?? 'plain';
        this.value = '';
        this.hasValue = false;
        this.isFormula = false;
        return;
      }
      case 'f':
        this.isFormula = true;
        return;
      case 'rPh':
        this.isSpoken = true;
        return;
      case 'v':
      case 't':
        this.isValue = !this.isSpoken;
        this.hasValue = true;
    }
  }

  text(text: string): void {
    if (this.isValue && this.value.length < longest) this.value += text;
  }

  closed(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isSpoken = false;
    else if (name === 'c') this.take();
    else if (name === 'row' && this.cells.length > 0) {
      const { line, cells, numbers, formulas, isHidden } = this;
      this.found.push({ line, cells, numbers, formulas, isHidden });
    }
  }

  private take(): void {
    const { type, style, value, column } = this;
    // A formula that gives an empty text says that it gives a text.
    const isUncomputed = this.isFormula && (!this.hasValue || (type === 'n' && value === ''));
    const { text, isNumber } = textOf({ type, style, value, isUncomputed }, this.references);
    if (text === '') return;
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = text;
    if (isNumber) this.numbers.push(column);
    if (this.isFormula) this.formulas += 1;
  }
}

/** The rows of a sheet that have something in them, some at a time. Fails as `readXml` does, and where rows are out of order. */
export function* rowsOf(
  pieces: Iterable<Uint8Array>,
  file: string,
  styles: readonly Style[],
  references: References,
): Generator<SheetRow[]> {
  const rows = new Rows(file, styles, references);
  for (const _ of readXml(pieces, file, rows)) {
    if (rows.found.length === 0) continue;
    yield rows.found;
    rows.found = [];
  }
}
