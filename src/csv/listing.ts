import { type Language, listed, number } from '../language.ts';
import { type Place, placed } from './problems.ts';

/** A problem that knows its words in both languages. */
interface Worded extends Place {
  readonly code: string;
}

interface Entry<Problem> {
  readonly example: Problem;
  count: number;
  readonly ranges: [number, number][];
}

/** So many different values are listed of what is wrong with a column in the same way. */
const most = 20;

/**
 * Problems as they are listed: equal ones together, and of those that differ only in their value some; of all others
 * the lines are named. What it takes does not grow with the file, as long as lines follow one another.
 */
export class Listing<Problem extends Worded> {
  count = 0;
  /** The first thousand, as they came. */
  readonly first: Problem[] = [];
  private readonly entries = new Map<string, Entry<Problem>>();
  private readonly kinds = new Map<string, { shown: number; rest: Entry<Problem> | undefined }>();

  add(problem: Problem): void {
    this.count += 1;
    if (this.first.length < 1000) this.first.push(problem);
    const { file, code, column, value, line } = problem;
    const kindKey = JSON.stringify([file, code, column]);
    const kind = this.kinds.get(kindKey) ?? { shown: 0, rest: undefined };
    this.kinds.set(kindKey, kind);
    const key = JSON.stringify([kindKey, value, 'facts' in problem ? problem.facts : null]);
    let entry = this.entries.get(key);
    if (!entry && kind.shown < most) {
      entry = { example: problem, count: 0, ranges: [] };
      this.entries.set(key, entry);
      kind.shown += 1;
    }
    if (!entry) {
      kind.rest ??= { example: problem, count: 0, ranges: [] };
      entry = kind.rest;
    }
    entry.count += 1;
    const last = entry.ranges.at(-1);
    if (last && line <= last[1] + 1) last[1] = Math.max(last[1], line);
    else entry.ranges.push([line, line]);
  }

  /** One line for each, in the order in which they were first met. */
  lines(language: Language, words: (problem: Problem) => string): string[] {
    const shown = [...this.entries.values()].map((entry) => {
      const place = { ...entry.example, lines: linesIn(language, entry.ranges) };
      return `  ${placed(language, place, words(entry.example))}`;
    });
    const rest = [...this.kinds.values()].flatMap(({ rest }) => {
      if (!rest) return [];
      const place = { ...rest.example, value: null, lines: linesIn(language, rest.ranges) };
      const more = language === 'de' ? `${number('de', rest.count)} weitere: ` : `${number('en', rest.count)} more: `;
      return [`  ${more}${placed(language, place, words(rest.example))}`];
    });
    return [...shown, ...rest];
  }
}

/** `line 4`, `lines 4, 7 and 9–400`. */
function linesIn(language: Language, ranges: readonly [number, number][]): string {
  const isOne = ranges.length === 1 && ranges[0]?.[0] === ranges[0]?.[1];
  const word = language === 'de' ? (isOne ? 'Zeile' : 'Zeilen') : isOne ? 'line' : 'lines';
  const shown = ranges.slice(0, most).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  const more = ranges.slice(most).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const rest = language === 'de' ? `${number('de', more)} weitere` : `${number('en', more)} more`;
  return `${word} ${listed(language, more > 0 ? [...shown, rest] : shown)}`;
}
