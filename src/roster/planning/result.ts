import type { Reader } from '../../database/database.ts';
import type { Language } from '../../language.ts';
import type { Day } from '../../time.ts';
import { type Problem, problemWords } from '../reading/problems.ts';
import type { Recognised } from '../reading/read.ts';
import { type Changes, withAccounts } from './columns.ts';
import { type Double, doubles } from './guardians.ts';
import type { Counts, Plan } from './plan.ts';
import { problems } from './staging.ts';
import type { Because } from './suspects.ts';

/** Somebody whom a plan is about. */
export interface Mentioned {
  importId: string | null;
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
}

type Arriving = Mentioned & { line: number; held: string | null };
export type Changed = Mentioned & { changes: Changes };
type Leaving = Mentioned & { reason: string; held: string | null };
export interface Suspect {
  leaving: Mentioned & { birthDate: Day | null };
  arriving: Mentioned & { birthDate: Day | null; line: number };
  because: Because;
}

/** What an import says of itself: the same value for a plan and for the run that applied it. */
export interface ImportResult {
  run: number | null;
  plan: string;
  applied: boolean;
  format: string;
  encoding: string;
  delimiter: string;
  surplus: readonly string[];
  counts: Counts;
  hold: Plan['hold'];
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
export function resultOf(
  db: Reader,
  plan: Plan,
  file: Recognised,
  run: number | null,
  language: Language,
): ImportResult {
  const { role } = plan.wish;
  const list = <Item>(kind: string, of = role) => again(() => planned<Item>(db, kind, of));
  return {
    run,
    plan: plan.name,
    applied: run !== null,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    surplus: file.surplus,
    counts: plan.counts,
    hold: plan.hold,
    created: again(() => arriving(db)),
    changed: list('changed'),
    returned: list('returned'),
    leaving: list('leaving'),
    missing: list('missing'),
    guardians:
      role === 'student'
        ? { leaving: list('leaving', 'guardian'), returned: list('returned', 'guardian') }
        : { leaving: [], returned: [] },
    suspects: again(() => suspects(db)),
    doubles: role === 'guardian' ? again(() => doubles(db)) : [],
    problems: again(() => said(db, language)),
  };
}

/** An iterable that asks anew each time it is read. */
const again = <Item>(make: () => Iterator<Item>): Iterable<Item> => ({ [Symbol.iterator]: make });

function* said(db: Reader, language: Language) {
  for (const found of problems(db)) yield { ...found, message: problemWords(language, found) };
}

const mentioned = 'p.import_id AS importId, p.account, p.given_name AS givenName, p.family_name AS familyName, p.class';

const arriving = (db: Reader): IterableIterator<Arriving> =>
  db.each(`SELECT ${mentioned}, p.line, p.held FROM temp.roster_plan p WHERE p.kind = 'created' ORDER BY p.id`);

function* planned<Item>(db: Reader, kind: string, role: string): Generator<Item> {
  const rows = db.each<Record<string, unknown> & { changes: string }>(
    `SELECT ${mentioned}, ${withAccounts('p.changes')} AS changes, p.reason, p.held
     FROM temp.roster_plan p WHERE p.kind = :kind AND p.role = :role ORDER BY p.id`,
    { kind, role },
  );
  for (const { changes, reason, held, ...person } of rows) {
    yield (
      kind === 'leaving'
        ? { ...person, reason, held }
        : kind === 'missing'
          ? person
          : { ...person, changes: JSON.parse(changes) }
    ) as Item;
  }
}

function* suspects(db: Reader): Generator<Suspect> {
  const rows = db.each<{ leaving: string; arriving: string; because: Because }>(
    `SELECT s.because,
       json_object('importId', u.import_id, 'account', u.account, 'givenName', u.given_name, 'familyName', u.family_name,
         'class', u.class, 'birthDate', u.birth_date) AS leaving,
       json_object('importId', r.import_id, 'account', p.account, 'givenName', r.given_name, 'familyName', r.family_name,
         'class', r.class, 'birthDate', r.birth_date, 'line', r.line) AS arriving
     FROM temp.roster_suspects s JOIN users u ON u.id = s.user_id JOIN temp.roster_rows r ON r.line = s.line
     JOIN temp.roster_plan p ON p.kind = 'created' AND p.line = s.line ORDER BY s.line, s.user_id`,
  );
  for (const { leaving, arriving, because } of rows) {
    yield { leaving: JSON.parse(leaving), arriving: JSON.parse(arriving), because };
  }
}
