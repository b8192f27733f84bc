import type { App } from '../../app.ts';
import { fileOf, lineOf, lineSql } from '../../csv/places.ts';
import type { Reader } from '../../database/database.ts';
import { heading, table, type View } from '../../terminal/view.ts';
import { type Field, fieldNames } from '../formats/fields.ts';
import type { Plan } from '../planning/plan.ts';
import { problems } from '../planning/staging.ts';
import type { LeftOutKind } from '../reading/leftout.ts';
import { type Problem, problemLine } from '../reading/problems.ts';
import type { Taken } from '../reading/read.ts';
import { explainUnusable } from './failures.ts';
import { text } from './text.ts';

type Became =
  | 'created'
  | 'changed'
  | 'unchanged'
  | 'returned'
  | 'leaving'
  | 'missing'
  | 'asked'
  | 'faulty'
  | 'repeated'
  | 'departed'
  | 'nothing';

/** What became of one person of a line. */
interface ExplainedRow {
  file: string;
  read: Partial<Record<Field, unknown>>;
  became: Became;
  account: string | null;
  /** The line with which it is joined, where it stands for the same person. */
  sameAs: number | null;
  waits: boolean;
}

/** What became of a line, and why. */
export interface Explained {
  line: number;
  what: 'person' | 'header' | 'nothing' | 'nobody' | 'other-role' | LeftOutKind;
  rows: readonly ExplainedRow[];
  problems: readonly Problem[];
}

/** @throws Failure `explain-unusable` */
export function lineAsked(typed: string): number {
  if (!/^[1-9]\d{0,8}$/.test(typed.trim())) throw explainUnusable({ line: typed });
  return Number(typed);
}

interface StagedRow {
  place: number;
  head: number;
  faulty: number;
  userId: number | null;
  values: string;
  status: string;
  kind: string | null;
  account: string | null;
  waits: number;
}

export function explainedLine(db: Reader, { files }: Taken, plan: Plan, line: number): Explained {
  const rows = db.all<StagedRow>(
    `SELECT r.line AS place, r.head, r.faulty, r.user_id AS userId, r.status, p.kind, coalesce(p.account, u.account) AS account,
       p.held IS NOT NULL OR p.waiting IS NOT NULL AS waits,
       json_object('importId', r.import_id, 'account', r.account, 'givenName', r.given_name, 'familyName', r.family_name,
         'class', r.class, 'groups', json(coalesce(r.groups, 'null')), 'birthDate', r.birth_date, 'email', r.email,
         'childId', r.child_id, 'status', iif(r.status = 'departed', 'present', r.status), 'role', r.role, 'entryDate', r.from_day,
         'leavingDate', r.left_on) AS "values"
     FROM temp.roster_rows r LEFT JOIN users u ON u.id = r.user_id
       LEFT JOIN temp.roster_plan p ON p.id = (
         SELECT id FROM temp.roster_plan WHERE line = r.head OR (line IS NULL AND user_id = r.user_id)
         ORDER BY kind <> 'asked', id LIMIT 1)
     WHERE ${lineSql('r.line')} = :line ORDER BY r.line`,
    { line },
  );
  const unasked = db.get<{ why: 'nobody' | 'other-role' }>(
    `SELECT why FROM temp.roster_left_out l WHERE ${lineSql('l.line')} = :line LIMIT 1`,
    { line },
  );
  const names = files.map(({ file }) => file);
  const found = [...problems(db, names)].filter((one) => one.line === line);
  const kind = files.flatMap(({ leftOut }) => leftOut.kindOf(line) ?? [])[0];
  const isHeader = files.some(({ header, headerLine }) => header !== null && headerLine === line);
  const what = rows.length > 0 ? 'person' : (kind ?? (isHeader ? 'header' : (unasked?.why ?? 'nothing')));
  return { line, what, rows: rows.map((row) => explainedRow(row, names, plan)), problems: found };
}

function explainedRow(row: StagedRow, names: readonly string[], { wish }: Plan): ExplainedRow {
  const { place, head, faulty, userId, status, kind, account, waits } = row;
  const values = Object.entries(JSON.parse(row.values) as Record<Field, unknown>).filter(
    ([field, value]) => value !== null && (wish.fields.includes(field as Field) || field === 'childId'),
  );
  const isRepeated = head !== null && head !== place;
  const isDeparted = status === 'departed';
  const became = faulty
    ? 'faulty'
    : isDeparted
      ? 'departed'
      : isRepeated
        ? 'repeated'
        : (kind ?? (userId === null ? 'nothing' : 'unchanged'));
  return {
    file: names[fileOf(place)] ?? '',
    read: Object.fromEntries(values),
    became: became as Became,
    account,
    sameAs: isRepeated ? lineOf(head) : null,
    waits: waits === 1,
  };
}

/** The same for people to read. */
export function explainedView(app: App, { line, what, rows, problems: found }: Explained): View {
  const say = app.say(text).explained;
  const title = heading(say.title(line));
  const wrong = found.map((one) => problemLine(app.language, one));
  if (what === 'nothing') return [title, say.nothing];
  if (what === 'nobody' || what === 'other-role') return [title, say[what]];
  if (what === 'header') return [title, say.header];
  if (what !== 'person') return [title, say.leftOut(app.say(text).leftOutKinds[what](1))];
  return [
    title,
    ...rows.flatMap((row) => [
      table(
        say.columns,
        Object.entries(row.read).map(([field, value]) => [
          fieldNames[field as Field],
          Array.isArray(value) ? value.join(', ') : String(value),
        ]),
      ),
      becameText(app, row),
      ...(row.waits ? [say.waits] : []),
    ]),
    ...wrong,
  ];
}

function becameText(app: App, { became, account, sameAs }: ExplainedRow): string {
  const say = app.say(text).explained.became;
  if (became === 'faulty' || became === 'nothing' || became === 'departed') return say[became];
  return became === 'repeated' ? say.repeated(sameAs ?? 0) : say[became](account ?? '');
}
