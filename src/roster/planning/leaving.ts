import type { Scratch } from '../../database/database.ts';
import { type LeavingReason, schedule } from '../../leavers/rules.ts';
import { scheduleRules } from '../../leavers/store.ts';
import type { Day } from '../../time.ts';
import { type Role, roles } from '../../users/rules.ts';
import { hasRoles, type PlanWish } from './wish.ts';

const known = 'u.account, u.import_id, u.given_name, u.family_name, u.class';

/** Whose role the file lists: only of these can somebody be missing. */
export const listedRoles = (db: Scratch, wish: PlanWish): Role[] =>
  hasRoles(wish) && !wish.onlyRole
    ? db.all<{ role: Role }>('SELECT DISTINCT role FROM temp.roster_rows ORDER BY role').map(({ role }) => role)
    : [wish.role];

/** Makes known to SQL the schedule that somebody of a role gets, as JSON. */
function defineSchedule(db: Scratch, today: Day): void {
  const rules = new Map(roles.map((role) => [role, scheduleRules(db, role)]));
  const leaving = (role: Role, reason: LeavingReason, leftOn: Day | null): string => {
    const ofRole = rules.get(role);
    if (!ofRole) throw new Error(`No such role: ${role}`);
    // Whoever is known late to have left still gets the whole time to save files.
    return JSON.stringify({ ...schedule(today, reason, ofRole, today), ...(leftOn && { leftOn }) });
  };
  db.define('leaving', leaving as (...values: never[]) => string);
}

/**
 * Who leaves by this file: missing from it where it claims to hold everybody and says of each line whom it is about, or
 * marked as left. Whoever is listed by another source has not left, but is not listed here any more.
 */
export function planLeaving(db: Scratch, wish: PlanWish, today: Day): void {
  defineSchedule(db, today);
  // A line that does not say whom it is about could be about anybody: then nobody can be missing.
  const anonymous = db.get('SELECT 1 FROM temp.roster_rows WHERE faulty AND key IS NULL LIMIT 1');
  if (!wish.partial && !anonymous) planMissing(db, wish);
  planMarked(db);
}

function planMissing(db: Scratch, wish: PlanWish): void {
  const params = { source: wish.source, roles: JSON.stringify(listedRoles(db, wish)) };
  const missing = `u.role IN (SELECT value FROM json_each(:roles)) AND u.source = :source
    AND u.id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL)`;
  const listedElsewhere = `EXISTS (SELECT 1 FROM other_ids o WHERE o.user_id = u.id AND o.source <> :source)`;
  planAway(db, 'missing', `users u WHERE ${missing} AND NOT ${listedElsewhere}`, 'NULL', params);
  // Whoever was to go because consent was withdrawn goes as before, but stays gone if there is consent again.
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, user_id, account, import_id, given_name, family_name, class, changes)
     SELECT 'changed', u.role, u.id, ${known},
       json_object('beforeWithdrawal', json_object('from', NULL, 'to', json(leaving(u.role, 'missing', NULL))))
     FROM users u JOIN leavers l ON l.user_id = u.id AND l.reason = 'withdrawal' AND l.before_withdrawal IS NULL
     WHERE ${missing} AND NOT ${listedElsewhere}`,
    params,
  );
  planUnlisted(db, missing, listedElsewhere, params);
}

/** The ID of this source goes; one of another source takes its place. */
function planUnlisted(db: Scratch, missing: string, elsewhere: string, params: Record<string, string>): void {
  const first = (what: string) =>
    `(SELECT ${what} FROM other_ids o WHERE o.user_id = u.id AND o.source <> :source ORDER BY o.source, o.import_id LIMIT 1)`;
  const all = (where: string) =>
    `(SELECT json_group_array(json_array(source, import_id) ORDER BY source, import_id) FROM other_ids WHERE user_id = u.id ${where})`;
  const other = (was: string, becomes: string) => `json_object('from', json(${was}), 'to', json(${becomes}))`;
  const insert = `INSERT INTO temp.roster_plan (kind, role, user_id, account, import_id, given_name, family_name, class, reason, changes)`;
  db.scratch(
    `${insert} SELECT 'changed', u.role, u.id, ${known}, 'unlisted', json_object(
       'source', json_object('from', u.source, 'to', ${first('o.source')}),
       'importId', json_object('from', u.import_id, 'to', ${first('o.import_id')}),
       'otherIds', ${other(all(''), all(`AND NOT (source = ${first('o.source')} AND import_id = ${first('o.import_id')})`))})
     FROM users u WHERE ${missing} AND ${elsewhere}`,
    params,
  );
  db.scratch(
    `${insert} SELECT 'changed', u.role, u.id, ${known}, 'unlisted',
       json_object('otherIds', ${other(all(''), all('AND source <> :source'))})
     FROM users u WHERE u.role IN (SELECT value FROM json_each(:roles)) AND u.source <> :source
       AND u.id IN (SELECT user_id FROM other_ids WHERE source = :source)
       AND u.id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL)`,
    params,
  );
}

function planMarked(db: Scratch): void {
  const marked = `temp.roster_rows r JOIN users u ON u.id = r.user_id
    WHERE r.line = r.head AND NOT r.faulty AND NOT r.asked AND r.status = 'left'`;
  planAway(db, 'marked-left', marked, 'r.left_on');
}

/** Puts who leaves into the plan; teachers and staff are reported and nothing more. */
function planAway(
  db: Scratch,
  reason: LeavingReason,
  who: string,
  leftOn: string,
  params: Record<string, string> = {},
) {
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, user_id, account, import_id, given_name, family_name, class, reason, changes)
     SELECT iif(u.role IN ('student', 'guardian'), 'leaving', 'missing'), u.role, u.id, ${known}, :reason,
       json_object('leaving', json_object('from', NULL, 'to', json(leaving(u.role, :reason, ${leftOn}))))
     FROM ${who} AND u.id NOT IN (SELECT user_id FROM leavers)
     ORDER BY length(u.class), u.class, u.family_name, u.given_name, u.id`,
    { ...params, reason },
  );
}

/**
 * Whoever's ID stands for another person now gives it up, with the leaving or besides it: their own, or the one of this
 * source that they have beside that of another. Only if the other person really gets it.
 */
export function planDisplaced(db: Scratch): void {
  const source = '(SELECT source FROM temp.roster_scope)';
  const line = '(SELECT import_id FROM temp.roster_rows WHERE line = d.line)';
  const others = (where: string) =>
    `(SELECT json_group_array(json_array(source, import_id) ORDER BY source, import_id) FROM other_ids WHERE user_id = d.user_id ${where})`;
  const isLine = `source = ${source} AND compared(import_id) = compared(${line})`;
  const fields = {
    importId: {
      has: `EXISTS (SELECT 1 FROM users WHERE id = d.user_id AND ${isLine})`,
      pair: `json_object('from', (SELECT import_id FROM users WHERE id = d.user_id), 'to', NULL)`,
    },
    otherIds: {
      has: `EXISTS (SELECT 1 FROM other_ids WHERE user_id = d.user_id AND ${isLine})`,
      pair: `json_object('from', json(${others('')}), 'to', json(${others(`AND NOT (${isLine})`)}))`,
    },
  };
  const done = `held IS NULL AND kind <> 'missing'`;
  const isTaken = `d.line IN (SELECT line FROM temp.roster_plan WHERE line IS NOT NULL AND user_id IS NOT d.user_id AND ${done})`;
  for (const [field, { has, pair }] of Object.entries(fields)) {
    db.scratch(
      `UPDATE temp.roster_plan AS p SET changes = json_set(changes, '$.${field}', json(${pair}))
       FROM temp.roster_displaced d WHERE p.user_id = d.user_id AND p.held IS NULL AND p.kind <> 'missing'
         AND json_type(p.changes, '$.${field}') IS NULL AND ${has} AND ${isTaken}`,
    );
    db.scratch(
      `INSERT INTO temp.roster_plan (kind, role, user_id, account, import_id, given_name, family_name, class, changes)
       SELECT 'changed', u.role, u.id, u.account, ${field === 'importId' ? 'NULL' : 'u.import_id'}, u.given_name, u.family_name, u.class,
         json_object('${field}', json(${pair}))
       FROM temp.roster_displaced d JOIN users u ON u.id = d.user_id
       WHERE ${has} AND ${isTaken} AND d.user_id NOT IN (SELECT user_id FROM temp.roster_plan WHERE ${done} AND user_id IS NOT NULL)`,
    );
  }
}
