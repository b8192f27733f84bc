import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import { noAdministrator } from './failures.ts';
import type { Administrator } from './rules.ts';

const columns = `json_object('administrator', a.id, 'osName', a.os_name, 'name', a.name, 'since', a.since,
  'signedOn', a.signed_on, 'ended', iif(a.ended_on IS NULL, NULL,
    json_object('on', a.ended_on, 'reason', a.ended_because))) AS found`;

/** Who is administrator, the newest first; also who was. */
export const administrators = (db: Reader, withEnded: boolean): Administrator[] =>
  db
    .all<{ found: string }>(
      `SELECT ${columns} FROM administrators a WHERE :withEnded = 1 OR a.ended_on IS NULL ORDER BY a.since DESC, a.id DESC`,
      { withEnded: withEnded ? 1 : 0 },
    )
    .map(({ found }) => JSON.parse(found));

/** Whoever has an OS name and is in office. */
export const findAdministrator = (db: Reader, osName: string): Administrator | undefined =>
  administrators(db, false).find((one) => one.osName === osName);

/** @throws Failure `no-administrator` */
export function getAdministrator(db: Reader, osName: string): Administrator {
  const inOffice = administrators(db, false);
  const found = inOffice.find((one) => one.osName === osName);
  if (!found) throw noAdministrator({ osName, known: inOffice.map((one) => one.osName).sort() });
  return found;
}

export function insertAdministrator(
  tx: Tx,
  { osName, name, since, signedOn }: Omit<Administrator, 'administrator' | 'ended'>,
): void {
  tx.run('INSERT INTO administrators (os_name, name, since, signed_on) VALUES (:osName, :name, :since, :signedOn)', {
    osName,
    name,
    since,
    signedOn,
  });
}

export function updateAdministrator(tx: Tx, { administrator, name, since, signedOn }: Administrator): void {
  tx.run('UPDATE administrators SET name = :name, since = :since, signed_on = :signedOn WHERE id = :administrator', {
    administrator,
    name,
    since,
    signedOn,
  });
}

export function endAdministrator(tx: Tx, administrator: number, on: Day, reason: string | null): void {
  tx.run('UPDATE administrators SET ended_on = :on, ended_because = :reason WHERE id = :administrator', {
    administrator,
    on,
    reason,
  });
}

/** So many entries of the log count as lately. */
const lately = 10_000;

/** Who has changed something lately, by the names of the operating system. */
export const operatorsLately = (db: Reader): string[] =>
  db
    .all<{ operator: string }>(
      `SELECT DISTINCT operator FROM (SELECT operator FROM audit_entries ORDER BY id DESC LIMIT ${lately}) ORDER BY operator`,
    )
    .map(({ operator }) => operator);
