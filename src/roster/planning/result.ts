import { lineSql } from '../../csv/places.ts';
import type { Reader } from '../../database/database.ts';
import type { Language } from '../../language.ts';
import type { Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';
import type { LeftOutKind } from '../reading/leftout.ts';
import { type Problem, problemWords } from '../reading/problems.ts';
import type { Recognised, Taken } from '../reading/read.ts';
import { type Changes, withAccounts } from './columns.ts';
import type { Counts } from './counts.ts';
import { type Double, doubles } from './matching/guardians.ts';
import type { Plan } from './plan.ts';
import type { Because } from './questions/questions.ts';
import { problems } from './staging.ts';

/** Somebody whom a plan is about. */
export interface Mentioned {
  importId: string | null;
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
}

type Arriving = Mentioned & { line: number; held: string | null };
/** What changes, and what of it waits for approval. */
export type Changed = Mentioned & { changes: Changes; waiting?: Changes };
type Leaving = Mentioned & { reason: string; held: string | null };

/** Somebody of the registry, as far as a question needs it. */
type Known = Mentioned & { birthDate: Day | null; source: string; since: Day | null; leavingOn: Day | null };
/** A line of the file; `account` is the one it would get. */
type Listed = Omit<Mentioned, 'account'> & { account: string | null; birthDate: Day | null; line: number };

/** Two records that could be one person: one of the registry or another line, and one that arrives. */
export interface Suspect {
  leaving: Known | null;
  other: Listed | null;
  arriving: Listed;
  because: Because;
  /** Whom nobody knows any more: deleted because consent was withdrawn, or on request, on this day. */
  departed: { deletedOn: Day } | null;
}

/** A file as it was recognised, for scripts. */
export interface FileResult {
  file: string;
  format: string;
  encoding: string;
  delimiter: string;
  headerLine: number;
  columns: Recognised['columns'];
  surplus: readonly string[];
  leftOut: readonly { what: LeftOutKind; count: number; lines: readonly number[] }[];
}

const fileResult = ({ leftOut, ...file }: Recognised): FileResult => ({
  file: file.file,
  format: file.format,
  encoding: file.encoding,
  delimiter: file.delimiter,
  headerLine: file.headerLine,
  columns: file.columns,
  surplus: file.surplus,
  leftOut: [...leftOut.counts].map(([what, { count, lines }]) => ({ what, count, lines })),
});

/** What an import says of itself: the same value for a plan and for the run that applied it. */
export interface ImportResult {
  run: number | null;
  plan: string;
  applied: boolean;
  role: Role;
  format: string;
  encoding: string;
  delimiter: string;
  surplus: readonly string[];
  /** Each file, with what it was recognised as, and the lines of it that are no people. */
  files: readonly FileResult[];
  counts: Counts;
  hold: Plan['hold'];
  /** Why what waits needs approval, and what the questions have in common. */
  approvals: Plan['approvals'];
  causes: Plan['causes'];
  /** Whether the file has a column of import IDs or accounts. */
  hasIds: boolean;
  lastYear: Plan['lastYear'];
  /** How many pairs one answer, `--same all`, would settle. */
  agreeing: number;
  created: Iterable<Arriving>;
  changed: Iterable<Changed>;
  returned: Iterable<Changed>;
  leaving: Iterable<Leaving>;
  /** Teachers and staff who are not in the file: reported, and nothing more. */
  missing: Iterable<Mentioned>;
  /** Guardians who go with their last child, or come back with one. */
  guardians: { leaving: Iterable<Leaving>; returned: Iterable<Mentioned> };
  suspects: Iterable<Suspect>;
  doubles: Iterable<Double>;
  problems: Iterable<Problem & { message: string }>;
}

/** The staged plan as a value; its lists are read from the stage when they are asked for. */
export function resultOf(db: Reader, plan: Plan, file: Taken, run: number | null, language: Language): ImportResult {
  const list = <Item>(kind: string, follows = 0) => again(() => planned<Item>(db, kind, follows));
  return {
    run,
    plan: plan.name,
    applied: run !== null,
    role: plan.wish.role,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    surplus: file.surplus,
    files: file.files.map(fileResult),
    counts: plan.counts,
    hold: plan.hold,
    approvals: plan.approvals,
    causes: plan.causes,
    hasIds: plan.wish.fields.some((field) => field === 'importId' || field === 'account' || field === 'childId'),
    lastYear: plan.lastYear,
    agreeing: plan.agreeing,
    created: again(() => arriving(db)),
    changed: list('changed'),
    returned: list('returned'),
    leaving: list('leaving'),
    missing: list('missing'),
    guardians: { leaving: list('leaving', 1), returned: list('returned', 1) },
    suspects: again(() => suspects(db)),
    doubles: again(() => doubles(db)),
    problems: again(() => said(db, file, language)),
  };
}

/** An iterable that asks anew each time it is read. */
const again = <Item>(make: () => Iterator<Item>): Iterable<Item> => ({ [Symbol.iterator]: make });

function* said(db: Reader, { files }: Taken, language: Language) {
  const names = files.map(({ file }) => file);
  for (const found of problems(db, names)) yield { ...found, message: problemWords(language, found) };
}

const mentioned = 'p.import_id AS importId, p.account, p.given_name AS givenName, p.family_name AS familyName, p.class';

const arriving = (db: Reader): IterableIterator<Arriving> =>
  db.each(
    `SELECT ${mentioned}, ${lineSql('p.line')} AS line, p.held FROM temp.roster_plan p WHERE p.kind = 'created' ORDER BY p.id`,
  );

function* planned<Item>(db: Reader, kind: string, follows: number): Generator<Item> {
  const rows = db.each<Record<string, unknown> & { changes: string; waiting: string | null }>(
    `SELECT ${mentioned}, ${withAccounts('p.changes')} AS changes, p.waiting, p.reason, p.held
     FROM temp.roster_plan p WHERE p.kind = :kind AND p.follows = :follows ORDER BY p.id`,
    { kind, follows },
  );
  for (const { changes, waiting, reason, held, ...person } of rows) {
    if (kind === 'missing') yield person as Item;
    else if (kind === 'leaving') yield { ...person, reason, held } as Item;
    else {
      const whole = held === null ? {} : JSON.parse(changes);
      const waits = { ...whole, ...(waiting && JSON.parse(waiting)) };
      const done = held === null ? JSON.parse(changes) : {};
      yield { ...person, changes: done, ...(Object.keys(waits).length > 0 && { waiting: waits }) } as Item;
    }
  }
}

const listed = (row: string) =>
  `json_object('importId', ${row}.import_id, 'account', coalesce(${row}.account, (SELECT account FROM temp.roster_plan WHERE kind = 'created' AND line = ${row}.line)),
     'givenName', ${row}.given_name, 'familyName', ${row}.family_name, 'class', ${row}.class, 'birthDate', ${row}.birth_date, 'line', ${lineSql(`${row}.line`)})`;

function* suspects(db: Reader): Generator<Suspect> {
  const rows = db.each<{
    leaving: string | null;
    other: string | null;
    arriving: string;
    because: Because;
    deletedOn: Day | null;
  }>(
    `SELECT q.because,
       CASE WHEN u.id IS NOT NULL THEN json_object('importId', u.import_id, 'account', u.account, 'givenName', u.given_name,
         'familyName', u.family_name, 'class', u.class, 'birthDate', u.birth_date, 'source', u.source,
         'since', (SELECT date(min(r.at)) FROM roster_changes c JOIN roster_runs r ON r.id = c.run_id WHERE c.user_id = u.id AND c.kind = 'created'),
         'leavingOn', (SELECT deleted_on FROM leavers WHERE user_id = u.id)) END AS leaving,
       CASE WHEN o.line IS NOT NULL THEN ${listed('o')} END AS other,
       ${listed('r')} AS arriving,
       iif(q.because IN ('withdrew-consent', 'asked-to-be-deleted'), d.deleted_on, NULL) AS deletedOn
     FROM temp.roster_questions q JOIN temp.roster_rows r ON r.line = q.line
     LEFT JOIN users u ON u.id = q.user_id LEFT JOIN temp.roster_rows o ON o.line = q.other_line
     LEFT JOIN temp.roster_departed d ON d.line = q.line ORDER BY q.line, q.id`,
  );
  for (const { leaving, other, arriving, because, deletedOn } of rows) {
    yield {
      leaving: leaving && JSON.parse(leaving),
      other: other && JSON.parse(other),
      arriving: JSON.parse(arriving),
      because,
      departed: deletedOn && { deletedOn },
    };
  }
}
