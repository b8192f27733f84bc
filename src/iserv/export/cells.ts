import { clean } from '../../csv/cells.ts';

/** What a spreadsheet could take for the beginning of a formula; a number with a sign is only a number. */
const starts = /^'*[=+\-@\t\r＝＋－＠]/;
const isNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Whether a spreadsheet could run a cell. */
export const couldRun = (cell: string): boolean => starts.test(cell) && !isNumber.test(cell);

/**
 * A cell that no spreadsheet runs, and that IServ and our own reader read as the same: an apostrophe before it, as
 * other exports put it, would become a part of the name in IServ. So what could start a formula is left away; nearly
 * no name begins like that, and all others stay as they are.
 */
export function asIsOrBare(cell: string): string {
  let kept = clean(cell);
  while (couldRun(kept)) kept = kept.replace(/^'*[=+\-@＝＋－＠\s]+/, '').trim();
  return kept;
}

/** A group among others in one cell, where semicolons part them: in its own name, a comma takes their place. */
export const asGroup = (name: string): string => asIsOrBare(name.replaceAll(';', ','));
