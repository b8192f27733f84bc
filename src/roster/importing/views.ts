import type { App } from '../../app.ts';
import { lineNumbers } from '../../csv/quoted.ts';
import { listed as listedWords } from '../../language.ts';
import { type Cell, heading, table, type View, warning } from '../../terminal/view.ts';
import type { Day } from '../../time.ts';
import { writtenDay } from '../../time.ts';
import type { Changed, FileResult, ImportResult, Mentioned, Suspect } from '../planning/result.ts';
import { isFault, type Problem, problemLine } from '../reading/problems.ts';
import { changesText } from '../runs/views.ts';
import { text } from './text.ts';

/** How many of one kind are shown before a question; a plan that was asked for shows all. */
const glance = 15;

/** What an import would do, or did, for people to read. */
export function importView(app: App, file: string, result: ImportResult, whole: boolean): View {
  return [...summaryView(app, file, result), ...detailView(app, result, whole)];
}

/** What the file is, and how many of each kind it would bring. */
export function summaryView(app: App, file: string, result: ImportResult): View {
  const say = app.say(text);
  const { counts } = result;
  const numbers = (['created', 'changed', 'unchanged', 'returned', 'leaving', 'held', 'skipped'] as const).filter(
    (kind) => counts[kind] > 0,
  );
  return [
    `${say.about[result.role]}.`,
    ...(result.files.length > 1
      ? result.files.map((one) => recognisedLine(app, one.file, one))
      : [recognisedLine(app, file, result)]),
    ...(result.causes.length > 0 ? result.causes.map(({ cause }) => warning(say.causes[cause])) : []),
    ...(result.hasIds ? [] : [say.noIds]),
    ...(result.lastYear.unknown === null ? [] : [warning(say.lastYearUnknown(result.lastYear.unknown))]),
    ...result.files.flatMap((one) => fileView(app, one, result.files.length > 1)),
    table(
      ['', ''],
      numbers.map((kind) => [say.counts[kind], counts[kind]]),
    ),
  ];
}

/** What a file was recognised as: by its delimiter, too, where it has one. */
function recognisedLine(app: App, file: string, of: { format: string; encoding: string; delimiter: string }): string {
  const say = app.say(text);
  const delimiter = of.delimiter === '\t' ? say.tab : of.delimiter;
  return say.recognised(file, of.format, of.encoding, delimiter);
}

/** Where its headings stand if not at the top, what of it is not read, and which lines are no people. */
function fileView(app: App, { file, headerLine, surplus, leftOut }: FileResult, isNamed: boolean): View {
  const say = app.say(text);
  const begin = isNamed ? `${file}: ` : '';
  const kinds = leftOut.map(({ what, count, lines }) => {
    const shown = lineNumbers(app.language, lines.slice(0, 5), count);
    return `${say.leftOutKinds[what](count)} (${shown})`;
  });
  return [
    ...(headerLine > 1 ? [begin + say.headerIn(headerLine)] : []),
    ...(surplus.length > 0 ? [begin + say.surplus([...surplus])] : []),
    ...(kinds.length > 0 ? [begin + say.leftOut(listedWords(app.language, kinds))] : []),
  ];
}

function detailView(app: App, result: ImportResult, whole: boolean): View {
  const say = app.say(text);
  const { counts } = result;
  const pairs = [...result.suspects];
  const found = [...result.problems];
  const faulty = found.filter(isFault);
  const doubles = [...result.doubles];
  return [
    ...(whole ? [...listed(app, say.lists.created, say.columns.person, result.created, whole, personRow)] : []),
    ...(whole ? [] : listed(app, say.lists.moved, say.columns.moved, moves(result.changed), true, (row) => row)),
    ...listed(
      app,
      say.lists.changed,
      say.columns.changed,
      whole ? touched(result.changed) : others(result.changed),
      whole,
      (person) => [person.account, nameOf(person), changesText(app, person.changes)],
    ),
    ...listed(app, say.lists.returned, say.columns.person, result.returned, whole, personRow),
    ...listed(app, say.lists.leaving, say.columns.leaving, result.leaving, whole, (person) => [
      ...personRow(person),
      person.held ? say.waits : '',
    ]),
    ...listed(app, say.lists.guardiansLeaving, say.columns.guardians, result.guardians.leaving, whole, guardianRow),
    ...listed(app, say.lists.guardiansReturned, say.columns.guardians, result.guardians.returned, whole, guardianRow),
    ...listed(app, say.lists.missing, say.columns.person, result.missing, true, personRow),
    ...listed(app, say.lists.doubles, say.columns.doubles, doubles, true, ({ name, lines, emails }) => [
      name,
      lines.join(', '),
      emails.map((email) => email ?? say.noAddress).join(', '),
    ]),
    ...(doubles.length > 0 ? [warning(say.oneGuardian)] : []),
    ...problemsView(app, say.lists.problems, faulty),
    ...(['emptied', 'doubted'] as const).flatMap((kind) => {
      const said = found.filter(({ severity }) => severity === kind);
      return problemsView(app, say.lists[kind], said);
    }),
    ...(faulty.some(({ code }) => code === 'open-quote' || code === 'stray-quote') ? [warning(say.anonymous)] : []),
    ...listed(app, say.lists.waiting, say.columns.changed, waiting(result), whole, (person) => [
      person.account,
      nameOf(person),
      changesText(app, person.waiting ?? {}),
    ]),
    ...(counts.leaving > 0 && result.lastYear.guess !== null ? [say.lastYearGuess(result.lastYear.guess)] : []),
    ...approvalsView(app, result),
    ...suspectsView(app, pairs, result.agreeing),
  ];
}

function problemsView(app: App, title: string, found: readonly Problem[]): View {
  return found.length > 0 ? [heading(title), ...found.map((one) => problemLine(app.language, one))] : [];
}

/** Whether a new class is all that has changed, as it is for most of a school once a year. */
const isMove = ({ changes }: Changed) => Object.keys(changes).join() === 'class';

function* touched(changed: Iterable<Changed>): Generator<Changed> {
  for (const person of changed) if (Object.keys(person.changes).length > 0) yield person;
}

function* others(changed: Iterable<Changed>): Generator<Changed> {
  for (const person of changed) if (!isMove(person) && Object.keys(person.changes).length > 0) yield person;
}

/** From which class to which, and how many. */
function moves(changed: Iterable<Changed>): [string, number][] {
  const counts = new Map<string, number>();
  for (const person of changed) {
    if (!isMove(person)) continue;
    const { from, to } = person.changes.class ?? {};
    const move = `${from ?? '—'} → ${to ?? '—'}`;
    counts.set(move, (counts.get(move) ?? 0) + 1);
  }
  return [...counts];
}

function* waiting(result: ImportResult): Generator<Changed> {
  for (const list of [result.changed, result.returned]) for (const person of list) if (person.waiting) yield person;
}

/** Why something waits, what has likely happened, and what to type where it is right all the same. */
function approvalsView(app: App, { approvals, hold, plan }: ImportResult): View {
  const say = app.say(text);
  if (approvals.length === 0) return [];
  const causes = [...new Set(approvals.flatMap((one) => one.causes))];
  const lines = approvals.flatMap(({ what, people, of }) =>
    what === 'leaving'
      ? hold
        ? [say.held(hold.leaving, hold.of, hold.classes)]
        : []
      : [say.approvals[what](people, of)],
  );
  return [
    ...lines.map((line) => warning(line)),
    ...causes.map((cause) => say.causes[cause]),
    ...(causes.includes('empty-file') ? [] : [say.approveWith(plan)]),
  ];
}

function suspectsView(app: App, all: readonly Suspect[], agreeing: number): View {
  const say = app.say(text);
  const pairs = all.filter(({ departed }) => departed === null);
  const [first] = pairs;
  return [
    ...(first
      ? [
          heading(say.lists.suspects),
          table(
            say.columns.suspects,
            pairs.map(({ leaving, other, arriving, because }) => [
              leaving ? describedKnown(app, leaving) : other ? described(app, other) : '',
              described(app, arriving),
              say.because[because],
            ]),
          ),
          ...(agreeing > 1 ? [say.sameAllWith(agreeing)] : []),
          warning(say.answerWith(...keysOf(first))),
        ]
      : []),
    ...departedView(app, all),
  ];
}

/** Who was deleted after a withdrawal or on request, and is listed again. */
function departedView(app: App, all: readonly Suspect[]): View {
  const say = app.say(text);
  const back = all.flatMap(({ departed, arriving, because }) => (departed ? [{ ...departed, arriving, because }] : []));
  const [first] = back;
  if (!first) return [];
  return [
    heading(say.lists.departed),
    table(
      say.columns.departed,
      back.map(({ arriving, because, deletedOn }) => [
        described(app, arriving),
        say.because[because],
        writtenDay(app.language, deletedOn),
      ]),
    ),
    warning(say.returnWith(keyOf(first.arriving))),
  ];
}

type Described = Omit<Mentioned, 'account'> & { account: string | null; birthDate: Day | null };

/** How somebody is named in `--same` and `--different`. */
const keyOf = (person: { importId: string | null; account: string | null; line?: number }): string =>
  person.importId ?? (person.line === undefined ? (person.account ?? '') : `line:${person.line}`);

/** What to type of a pair. */
export const keysOf = ({ leaving, other, arriving }: Suspect): [string, string] => [
  leaving ? keyOf(leaving) : other ? keyOf(other) : '',
  keyOf(arriving),
];

/** Who somebody is, for a question: `Chloé Lange (9c, 26 Nov 2010, 22041)`. */
export function described(
  app: App,
  person: Described & { line?: number },
  more: readonly (string | null)[] = [],
): string {
  const birth = person.birthDate && writtenDay(app.language, person.birthDate);
  return `${nameOf(person)} (${[person.class, birth, keyOf(person), ...more].filter(Boolean).join(', ')})`;
}

/** The same of somebody of the registry: also since when they are there, and when they are to be deleted. */
export function describedKnown(app: App, person: NonNullable<Suspect['leaving']>): string {
  const say = app.say(text);
  const on = (day: Day) => writtenDay(app.language, day);
  return described(app, person, [
    person.since && say.since(on(person.since)),
    person.leavingOn && say.leavingOn(on(person.leavingOn)),
  ]);
}

function* listed<Item>(
  app: App,
  title: string,
  columns: readonly string[],
  items: Iterable<Item>,
  whole: boolean,
  row: (item: Item) => readonly Cell[],
): Generator<View[number]> {
  const all = Array.from(items, row);
  if (all.length === 0) return;
  yield heading(title);
  yield table(columns, whole ? all : all.slice(0, glance));
  if (!whole && all.length > glance) yield app.say(text).more(all.length - glance);
}

const nameOf = (person: { givenName: string; familyName: string }): string =>
  `${person.givenName} ${person.familyName}`;
const guardianRow = (person: Mentioned) => [person.account, nameOf(person)];
const personRow = (person: Mentioned) => [person.account, nameOf(person), person.class];
