import { workbookTooBig } from './failures.ts';

/** So many texts, and characters, a workbook may hold: a million people have fewer. */
const mostTexts = 3_000_000;
const mostCharacters = 40_000_000;
/** Longer than any cell of a spreadsheet. */
const longest = 40_000;

/** Signs that XML can't hold, as workbooks write them: `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Takes the texts in that cells share: each a whole or in runs, without what only says how it is spoken. */
export class Strings {
  readonly all: string[] = [];
  private readonly file: string;
  private whole = '';
  private characters = 0;
  private isText = false;
  private isSpoken = false;

  constructor(file: string) {
    this.file = file;
  }

  opened(name: string): void {
    if (name === 'si') this.whole = '';
    else if (name === 't') this.isText = !this.isSpoken;
    else if (name === 'rPh') this.isSpoken = true;
  }

  text(text: string): void {
    if (this.isText && this.whole.length < longest) this.whole += text;
  }

  closed(name: string): void {
    if (name === 't') this.isText = false;
    else if (name === 'rPh') this.isSpoken = false;
    else if (name === 'si') {
      this.all.push(unescaped(this.whole));
      this.characters += this.whole.length;
      if (this.all.length > mostTexts || this.characters > mostCharacters) throw workbookTooBig({ file: this.file });
    }
  }
}
