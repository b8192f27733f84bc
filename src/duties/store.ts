import { unsignedAmong } from '../administrators/rules.ts';
import { administrators, operatorsLately } from '../administrators/store.ts';
import type { Reader } from '../database/database.ts';
import { stillToInform } from '../incidents/store.ts';
import { idlePeople } from '../iserv/idle/store.ts';
import { leaversDue } from '../leavers/store.ts';
import { changedSince } from '../modules/rules.ts';
import { lastNotice, modules } from '../modules/store.ts';
import { countOverdue } from '../passwords/store.ts';
import type { Kind } from '../permits/rules.ts';
import { permits } from '../permits/store.ts';
import type { Day } from '../time.ts';
import { inForce } from '../users/store.ts';
import type { CountName } from './sentences-text.ts';

const number = (db: Reader, from: string, today: Day): number =>
  db.get<{ number: number }>(`SELECT count(*) AS number, :today AS today FROM ${from}`, { today })?.number ?? 0;

const permitsInForce = (db: Reader, kind: Kind, today: Day): number =>
  permits(db, {}, false, today).filter((permit) => permit.kind === kind && permit.from <= today).length;

/** How each number of today is counted; only those that are asked for are. */
export const counters: Readonly<Record<CountName, (db: Reader, today: Day) => number>> = {
  accounts: (db, today) => number(db, 'users', today),
  administrators: (db) => administrators(db, false).length,
  idle: (db, today) => idlePeople(db, {}, today).filter(({ because }) => because.includes('not-logged-in')).length,
  leavers: (db, today) => number(db, 'leavers', today),
  modules: (db) => modules(db, false).length,
  modulesToTell: (db) => changedSince(modules(db, true), lastNotice(db)).length,
  mustChange: (db, today) => number(db, 'passwords WHERE changed_on IS NULL', today),
  notices: (db, today) => leaversDue(db, today).due.notices,
  openIncidents: (db, today) => number(db, 'incidents WHERE closed_on IS NULL', today),
  passwordsOverdue: countOverdue,
  posts: (db, today) => number(db, 'posts', today),
  softwarePermits: (db, today) => permitsInForce(db, 'software', today),
  suspensions: (db, today) => number(db, `suspensions s WHERE ${inForce}`, today),
  toInform: (db) => stillToInform(db).length,
  trafficPermits: (db, today) => permitsInForce(db, 'traffic', today),
  withoutPassword: (db, today) => number(db, 'users WHERE id NOT IN (SELECT user_id FROM passwords)', today),
  withoutUndertaking: (db) => unsignedAmong(administrators(db, false), operatorsLately(db)).length,
};
