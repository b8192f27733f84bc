import { clean, isPlain } from '../../csv/cells.ts';
import { dayIn, isDay } from '../../csv/days.ts';
import { type Place, quoteProblem, textProblem, widthProblem } from '../../csv/problems.ts';
import { cut } from '../../csv/quoted.ts';
import type { CsvRecord } from '../../csv/records.ts';
import type { Day } from '../../time.ts';
import { faultOf } from '../../typed.ts';
import { type By, byOf, isFullName, nameIn } from '../../users/guardians/who.ts';
import { isAccount } from '../../users/rules.ts';
import type { DecisionWish } from '../objections.ts';
import type { Channel, Decision, Purpose } from '../rules.ts';
import { type ListField, type ListLayout, purposeCalled } from './layout.ts';
import { type ListProblem, problem } from './problems.ts';

/** What holds for every line that does not say it itself. */
export interface ListDefaults {
  purpose?: string | undefined;
  by?: By | undefined;
  on?: Day | undefined;
  version?: string | undefined;
  channel: Channel;
  evidence?: string | undefined;
}

/** One decision as a line says it. */
export interface ListedDecision {
  wish: DecisionWish;
  /** Where in the file a part of it stands; column and value are null where an option says it. */
  place(part: keyof DecisionWish): Place;
}

/** One line of a list, checked as far as that can be done without the registry's people. */
export interface ListRow {
  line: ListLine;
  decisions: ListedDecision[];
  /** Whether somebody has decided anything, as far as the line can be read. */
  isFilled: boolean;
}

/** Signs for yes and no, as spreadsheets and forms have them; behind a word they say it once more. */
const ticks = ['✓', '✔', '☑', '✅'];
const crosses = ['✗', '✘', '❌'];

const decisionWords = meanings<Decision>({
  given: ['given', 'yes', 'y', 'x', 'ja', 'j', 'erteilt', 'wahr', 'true', '1', ...ticks],
  refused: ['refused', 'no', 'n', 'nein', 'abgelehnt', 'falsch', 'false', '0', ...crosses],
  withdrawn: ['withdrawn', 'widerrufen'],
});

const channelWords = meanings<Channel>({
  paper: ['paper', 'papier'],
  online: ['online'],
  mail: ['mail', 'e-mail'],
  'in-person': ['in-person', 'in person', 'persönlich'],
});

/** What each word stands for. */
function meanings<Meaning extends string>(words: Record<Meaning, readonly string[]>): ReadonlyMap<string, Meaning> {
  const all = Object.entries(words) as [Meaning, readonly string[]][];
  return new Map(all.flatMap(([meaning, known]) => known.map((word) => [word, meaning] as const)));
}

/** What a cell decides: a sign behind a word must say the same. */
function decisionIn(cell: string): Decision | undefined {
  const [word = '', ...signs] = cell.toLowerCase().replaceAll('\ufe0f', '').split(' ');
  const decision = decisionWords.get(word);
  return signs.every((sign) => isSign(sign) && decisionWords.get(sign) === decision) ? decision : undefined;
}

const isSign = (text: string) => ticks.includes(text) || crosses.includes(text);

/** The cells of one line by what they say, and what is wrong with them. */
export class ListLine {
  readonly number: number;
  readonly problems: ListProblem[] = [];
  private readonly cells: readonly string[];
  private readonly layout: ListLayout;

  constructor({ line, cells }: CsvRecord, layout: ListLayout) {
    this.number = line;
    this.cells = cells;
    this.layout = layout;
  }

  /** A cell by its column, as it is kept; empty where there is none. */
  cell(index: number | undefined): string {
    const cell = index === undefined ? '' : (this.cells[index] ?? '');
    return isPlain(cell) ? cell : clean(cell);
  }

  isRead(field: ListField): boolean {
    return this.layout.fields.has(field);
  }

  value(field: ListField): string {
    return this.cell(this.layout.fields.get(field));
  }

  /** Where a column stands; nowhere if the list has none for a field. */
  at(index: number | undefined): Place {
    const column = index === undefined ? null : (this.layout.names[index] ?? null);
    return { line: this.number, column, value: column === null ? null : cut(this.cell(index)) };
  }

  place(field: ListField): Place {
    return this.at(this.layout.fields.get(field));
  }
}

/** Checks one record of a list after the other. A line on which nothing was decided has no decisions and no problems. */
export function listReader(layout: ListLayout, defaults: ListDefaults, purposes: readonly Purpose[], today: Day) {
  const decisive = [...layout.purposes, { purpose: null, index: layout.fields.get('decision') }];
  const evidenceAt = layout.fields.get('evidence');
  const read = [...layout.fields.values(), ...layout.purposes.map(({ index }) => index)];
  const shape = { ...layout, plain: read.filter((index) => index !== evidenceAt) };
  const needed = Math.max(...shape.plain) + 1;

  return (record: CsvRecord): ListRow => {
    const line = new ListLine(record, layout);
    const { problems } = line;
    const unreadable = quoteProblem(record, shape) ?? widthProblem(record, layout.names.length, needed);
    if (unreadable) problems.push(unreadable);
    const said = unreadable ? [] : decisive.filter(({ index }) => line.cell(index) !== '');
    if (said.length === 0) return { line, decisions: [], isFilled: false };
    for (const index of read) {
      const fault = faultOf(line.cell(index));
      if (fault) problems.push(textProblem(fault, line.at(index)));
    }

    const by = whoDecided(line, defaults.by);
    const on = dayOf(line, defaults.on, today, layout.is1904);
    const channel = channelOf(line, defaults.channel);
    const evidence = line.value('evidence') || defaults.evidence || null;
    const decisions = said.flatMap(({ purpose: known, index }) => {
      const decision = decisionIn(line.cell(index));
      if (!decision) problems.push(problem('unknown-decision', line.at(index)));
      const purpose = known ?? purposeOf(line, layout, defaults.purpose, purposes);
      if (!decision || !purpose || !by || !on || !channel) return [];
      const version = purpose === 'terms' ? line.value('version') || defaults.version : undefined;
      const place = (part: keyof DecisionWish) =>
        part === 'decision' || (part === 'purpose' && known !== null)
          ? line.at(index)
          : line.place(part === 'corrects' ? 'decision' : part);
      return [{ wish: { decision, purpose, by, on, version, channel, evidence }, place }];
    });
    return { line, decisions, isFilled: true };
  };
}

/** Who decided: the person, a guardian by account, or one by name. */
function whoDecided(line: ListLine, standard: By | undefined): By | undefined {
  const typed = line.value('by');
  const account = typed.toLowerCase();
  // A decision in this column has moved, whatever name it could be.
  if ((typed === '' && standard === undefined) || decisionIn(account)) {
    line.problems.push(problem('nobody-decided', line.place('by')));
    return undefined;
  }
  if (typed === '') return standard;
  const isAnAccount = isAccount(typed) || (account.includes('.') && isAccount(account));
  const by = byOf(typed) ?? (isAnAccount ? `guardian:${account}` : `guardian-name:${typed}`);
  const name = nameIn(by);
  if (name === undefined || isFullName(name)) return by;
  line.problems.push(problem('no-full-name', line.place('by')));
  return undefined;
}

function dayOf(line: ListLine, standard: Day | undefined, today: Day, is1904: boolean): Day | undefined {
  const typed = line.value('on');
  if (typed === '' && standard !== undefined) return standard;
  const day = typed === '' ? 'no-day' : dayIn(typed, today, is1904);
  if (day !== 'no-day' && isDay(day)) return day;
  line.problems.push(problem(day, line.place('on')));
  return undefined;
}

function channelOf(line: ListLine, standard: Channel): Channel | undefined {
  const typed = line.value('channel');
  const channel = typed === '' ? standard : channelWords.get(typed.toLowerCase());
  if (!channel) line.problems.push(problem('unknown-channel', line.place('channel')));
  return channel;
}

/** What a line is about: a list that has no column for it is about the terms. */
function purposeOf(
  line: ListLine,
  { fields }: ListLayout,
  standard: string | undefined,
  purposes: readonly Purpose[],
): string | undefined {
  const typed = line.value('purpose') || standard || (fields.has('purpose') ? '' : 'terms');
  if (typed === '') line.problems.push(problem('no-purpose', line.place('purpose')));
  return purposeCalled(typed, purposes) ?? typed;
}
