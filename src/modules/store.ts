import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import type { Module, Notice } from './rules.ts';

/** Every module that is enabled, by its name; also those that were. */
export const modules = (db: Reader, withDisabled: boolean): Module[] =>
  db
    .all<{ found: string }>(
      `SELECT json_object('module', id, 'name', name, 'since', since, 'decidedBy', decided_by, 'enabledAt', enabled_at,
         'disabled', iif(disabled_on IS NULL, NULL,
           json_object('on', disabled_on, 'reason', disabled_because, 'at', disabled_at))) AS found
       FROM modules WHERE :withDisabled = 1 OR disabled_on IS NULL ORDER BY name COLLATE NOCASE, since DESC, id DESC`,
      { withDisabled: withDisabled ? 1 : 0 },
    )
    .map(({ found }) => JSON.parse(found));

export function insertModule(tx: Tx, { name, since, decidedBy }: Pick<Module, 'name' | 'since' | 'decidedBy'>): void {
  tx.run('INSERT INTO modules (name, since, decided_by, enabled_at) VALUES (:name, :since, :decidedBy, :now)', {
    name,
    since,
    decidedBy,
    now: tx.now,
  });
}

export function markDisabled(tx: Tx, module: number, on: Day, reason: string | null): void {
  tx.run('UPDATE modules SET disabled_on = :on, disabled_because = :reason, disabled_at = :now WHERE id = :module', {
    module,
    on,
    reason,
    now: tx.now,
  });
}

/** When users were last told. */
export const lastNotice = (db: Reader): Notice | undefined =>
  db.get('SELECT told_on AS "on", recorded_at AS recordedAt FROM module_notices ORDER BY id DESC LIMIT 1');

export function insertNotice(tx: Tx, on: Day): void {
  tx.run('INSERT INTO module_notices (told_on, recorded_at, recorded_by) VALUES (:on, :now, :operator)', {
    on,
    now: tx.now,
    operator: tx.operator,
  });
}
