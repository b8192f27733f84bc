import type { Option } from 'commander';
import type { AnyCommand } from './command.ts';
import { notAColumn } from './failures.ts';
import type { Cell, Sheet, View } from './view.ts';

/** What is typed for a list, wherever it comes from. Another list gets its options by being called so. */
const verbs = new Set(
  'list find missing pending todo duties idle runs formats answers clauses losses log retention'.split(' '),
);

/** Commands that show one thing, with a list in it. */
const others = new Set(['roster show', 'class show', 'leaver mask']);

/** Whether what a command shows is a list, so that it goes into a spreadsheet. */
const isList = (command: AnyCommand): boolean =>
  command.commands.length === 0 &&
  (verbs.has(command.name()) || others.has(`${command.parent?.name()} ${command.name()}`));

/** Gives every list of a finished tree the options of lists, unless it has one of that name itself. */
export function withListOptions(command: AnyCommand, options: () => Option[]): void {
  for (const child of command.commands) withListOptions(child, options);
  if (!isList(command)) return;
  for (const option of options()) {
    if (!command.options.some(({ long }) => long === option.long)) command.addOption(option);
  }
}

/** What was typed of these options for a command; nothing for one that is no list. */
export function listOptions(command: AnyCommand): { csv?: true; columns?: readonly string[] } {
  if (!isList(command)) return {};
  const { csv, columns, json } = command.optsWithGlobals();
  const together = json && (csv ? '--csv' : columns && '--columns');
  if (together)
    command.error(`error: option '${together}' cannot be used with option '--json'`, {
      code: 'commander.conflictingOption',
    });
  return { ...(csv ? { csv: true } : {}), ...(Array.isArray(columns) ? { columns } : {}) };
}

/** What of a view goes into a spreadsheet: its sheet if it has one, else its first table that has headings. */
export function sheetIn(view: View): Sheet | undefined {
  let shown: Sheet | undefined;
  for (const part of view) {
    if (typeof part === 'string') continue;
    if ('sheet' in part) return part.sheet;
    if (!('columns' in part) || shown || !part.columns.some(Boolean)) continue;
    shown = 'read' in part ? part : { columns: part.columns, read: () => part.rows };
  }
  return shown;
}

/** What of a view is said beside the list: all that is no table, unless it only says otherwise what the sheet has. */
export const beside = (view: View): View =>
  view.filter((part) => {
    if (typeof part === 'string') return !view.some((one) => typeof one === 'object' && 'sheet' in one);
    return 'warning' in part;
  });

/**
 * The columns of a sheet that are wanted, in that order; all, if none are named. Capitals don't count.
 * @throws Failure `unknown-column`
 */
export function chosenColumns(sheet: Sheet, wanted: readonly string[] | undefined): Sheet {
  if (wanted === undefined) return sheet;
  const places = wanted.map((name) => {
    const at = sheet.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
    if (at < 0) throw notAColumn({ column: name, columns: sheet.columns.filter(Boolean) });
    return at;
  });
  return {
    columns: places.map((at) => sheet.columns[at] ?? ''),
    read: function* () {
      for (const row of sheet.read()) yield places.map((at): Cell => row[at] ?? null);
    },
  };
}
