import { addDays } from '../../time.ts';
import { unescaped } from './strings.ts';
import type { Style } from './styles.ts';

/** A cell as it lies in the document of a sheet. */
export interface RawCell {
  /** What its value is: `s` a shared text, `str` and `inlineStr` one of its own, `b`, `e`, `d`, else a number. */
  readonly type: string;
  readonly value: string;
  readonly style: Style;
  /** A formula whose value was never worked out. */
  readonly isUncomputed: boolean;
}

/** What cells refer to. */
export interface References {
  readonly strings: readonly string[];
  /** Whether days are counted from 1904, as old Macs did. */
  readonly is1904: boolean;
}

/** A cell as text, and whether it is a number whose zeros in front are lost. */
export interface CellText {
  readonly text: string;
  readonly isNumber: boolean;
}

/** What a cell says, as a file of text would say it; a number is not rounded, and a day written as ISO does. */
export function textOf(cell: RawCell, { strings, is1904 }: References): CellText {
  const { type, value } = cell;
  if (cell.isUncomputed) return { text: '#CALC!', isNumber: false };
  if (type === 's') return { text: strings[Number(value)]?.trim() ?? '', isNumber: false };
  if (type === 'b') return { text: value === '1' ? 'true' : value === '0' ? 'false' : value, isNumber: false };
  if (type === 'd') return { text: value.replace(/T00:00:00(?:\.0+)?Z?$/, ''), isNumber: false };
  if (type === 'n' && value !== '') return numberText(value, cell.style, is1904);
  return { text: unescaped(value).trim(), isNumber: false };
}

function numberText(value: string, style: Style, is1904: boolean): CellText {
  const number = Number(value);
  if (Number.isNaN(number)) return { text: value, isNumber: false };
  if (style === 'day') return { text: dayText(number, is1904), isNumber: false };
  // From here on a spreadsheet has only the first fifteen digits of what was typed.
  if (Math.abs(number) >= 1e15)
    return {
      text: number
        .toExponential(14)
        .replace(/\.?0+e/, 'E')
        .toUpperCase(),
      isNumber: true,
    };
  const text = String(number);
  if (typeof style === 'object' && /^\d+$/.test(text))
    return { text: text.padStart(style.zeros, '0'), isNumber: false };
  return { text, isNumber: true };
}

/** The day of a number: day 60 of 1900 is one that never was, so that those before it are one off. */
function dayText(number: number, is1904: boolean): string {
  const day = Math.floor(number);
  if (day < 0 || day > 2_958_465) return '####';
  if (day === 0) return '0';
  if (is1904) return addDays('1904-01-01', day);
  return addDays(day < 60 ? '1899-12-31' : '1899-12-30', day);
}
