import { Exit } from '../failures.ts';

/** A registry, and what its school is called on every line. */
export interface School {
  school: string;
  registry: string;
}

/** From the best to the worst, as somebody who answers for all schools would say. */
const ranking: readonly number[] = [
  Exit.done,
  Exit.held,
  Exit.busy,
  Exit.refused,
  Exit.faulty,
  Exit.usage,
  Exit.cancelled,
  Exit.bug,
];

/** The worst of some exit codes; one that is not the program's counts as a bug. */
export function worstOf(exits: readonly number[]): Exit {
  const worst = Math.max(0, ...exits.map((exit) => (ranking.includes(exit) ? ranking.indexOf(exit) : ranking.length)));
  return (ranking[worst] ?? Exit.bug) as Exit;
}

/** Schools by their names; where two have the same, with the place of their registry. */
export function named(found: readonly { name: string | undefined; place: string; registry: string }[]): School[] {
  return found.map(({ name, place, registry }) => {
    const isOne = found.filter((one) => one.name === name).length === 1;
    return { school: name === undefined ? place : isOne ? name : `${name} (${place})`, registry };
  });
}

/** The word of a command line that can't be said to every registry; undefined where all is well. */
export const wordNotForEach = (command: readonly string[]): string | undefined =>
  command.find((word) => word === '--registry' || word.startsWith('--registry=')) ??
  command
    .filter((word) => !word.startsWith('-'))
    .find((word, at) => at === 0 && ['each', 'init', 'completion'].includes(word));

/** Whether a command line prints CSV, not writes it to a file. */
export function printsCsv(command: readonly string[]): boolean {
  const at = command.indexOf('--csv');
  return at >= 0 && (command[at + 1]?.startsWith('-') ?? true);
}

/** Tables of several schools as one: each column once, with the school before all; what a school hasn't is empty. */
export function joinedTables(
  heading: string,
  tables: readonly { school: string; rows: readonly (readonly string[])[] }[],
): { columns: string[]; rows: string[][] } {
  const columns = [...new Set(tables.flatMap(({ rows: [head = []] }) => head))];
  return {
    columns: [heading, ...columns],
    rows: tables.flatMap(({ school, rows: [head = [], ...rows] }) =>
      rows.map((row) => [school, ...columns.map((column) => row[head.indexOf(column)] ?? '')]),
    ),
  };
}
