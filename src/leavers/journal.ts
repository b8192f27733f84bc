import type { Tx } from '../database/database.ts';

/** Everything that is kept of somebody's leaving, by the name that a journal gives it. */
export const scheduleColumns = {
  leftOn: 'left_on',
  lockedFrom: 'locked_from',
  deletedOn: 'deleted_on',
  reason: 'reason',
  remark: 'remark',
  lockedAt: 'locked_at',
  beforeWithdrawal: 'before_withdrawal',
  scheduledAt: 'scheduled_at',
  requestedOn: 'requested_on',
  seenAt: 'seen_at',
  namedOn: 'named_on',
} as const;

/** The same of the notice that they were given. */
export const noticeColumns = {
  lockedFrom: 'locked_from',
  deletedOn: 'deleted_on',
  toldAt: 'told_at',
  toldOn: 'told_on',
} as const;

/** SQL for the whole schedule of a leaver as JSON, so that it can be put back as it was: with lock and notice. */
export function scheduleJson(leaver: string): string {
  const object = (columns: object, of: string) =>
    Object.entries(columns).map(([name, column]) => `'${name}', ${of}.${column}`);
  const told = `(SELECT json_object(${object(noticeColumns, 'n').join(', ')}) FROM leaver_notices n WHERE n.user_id = ${leaver}.user_id)`;
  return `json_object(${object(scheduleColumns, leaver).join(', ')}, 'told', json(${told}))`;
}

/**
 * Puts people on the schedule, moves them or takes them off, as one side of their changes says; `people` is a query for
 * `user_id` and `changes`, where `leaving` and `beforeWithdrawal` are what a journal keeps.
 */
export function putSchedules(tx: Tx, people: string, side: 'from' | 'to', params: Record<string, number> = {}): void {
  const of = (key: string) =>
    `SELECT user_id, changes -> '$.${key}.${side}' AS put FROM (${people}) WHERE json_type(changes, '$.${key}') IS NOT NULL`;
  // A schedule that is made now was made now; one that is put back says when it was.
  const values = (columns: object, from: string) =>
    Object.keys(columns).map((name) =>
      name === 'scheduledAt' && side === 'to' ? `coalesce(${from} ->> '${name}', :now)` : `${from} ->> '${name}'`,
    );
  const names = (columns: object) => Object.values(columns).join(', ');
  tx.run(`DELETE FROM leavers WHERE user_id IN (SELECT user_id FROM (${of('leaving')}))`, params);
  tx.run(
    `INSERT INTO leavers (user_id, ${names(scheduleColumns)})
     SELECT user_id, ${values(scheduleColumns, 'put').join(', ')} FROM (${of('leaving')}) WHERE put ->> 'leftOn' IS NOT NULL`,
    { ...params, now: tx.now },
  );
  tx.run(
    `INSERT INTO leaver_notices (user_id, ${names(noticeColumns)})
     SELECT user_id, ${values(noticeColumns, "put -> 'told'").join(', ')} FROM (${of('leaving')}) WHERE put ->> '$.told.toldAt' IS NOT NULL`,
    params,
  );
  tx.run(
    `UPDATE leavers SET before_withdrawal = iif(json_type(put) = 'object', put, NULL)
     FROM (${of('beforeWithdrawal')}) p WHERE leavers.user_id = p.user_id AND leavers.reason = 'withdrawal'`,
    params,
  );
}
