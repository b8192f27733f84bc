import { missing } from '../../consents/missing/missing.ts';
import { withholds } from '../../consents/rules.ts';
import type { Reader } from '../../database/database.ts';
import { holdAbove } from '../../roster/settings.ts';
import { settingValue } from '../../settings/settings.ts';
import { versionOn } from '../../terms/rules.ts';
import { allVersions } from '../../terms/store.ts';
import type { Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';
import { accountKey } from '../../users/store.ts';
import type { Person } from '../rules.ts';
import { goneFromHere, peopleInCircle, strangers } from '../store.ts';
import type { Facts } from './rules.ts';

/** What an export of some roles is made from today. */
export function exportFacts(
  db: Reader,
  roles: readonly Role[],
  leaveOut: readonly string[],
  today: Day,
  people: readonly Person[] = peopleInCircle(db, { role: neededFor(roles) }, today),
): Facts {
  return {
    roles,
    people,
    gone: goneFromHere(db).map(({ toldAt, ...gone }) => ({ ...gone, isTold: toldAt !== null })),
    strangers: strangers(db),
    ...consentsOf(db, roles, today),
    noTerms: versionOn(allVersions(db), today) === undefined,
    leaveOut,
    key: accountKey(db),
    holdAbove: settingValue(db, holdAbove),
  };
}

/** The roles that an export is made from: guardians are written for the children that IServ has. */
export const neededFor = (roles: readonly Role[]): Role[] =>
  roles.includes('guardian') ? [...roles, 'student'] : [...roles];

/** Whose consent to the terms is not there, of those whose account rests on it, and whom that keeps from a new one. */
function consentsOf(db: Reader, roles: readonly Role[], today: Day): Pick<Facts, 'findings' | 'lacking'> {
  const all = Array.from(missing(db, { role: roles }, ['terms'], today)).filter(({ basis }) => basis === 'consent');
  return {
    findings: new Map(all.map(({ account, reason }) => [account, reason])),
    lacking: new Set(all.filter(withholds).map(({ account }) => account)),
  };
}
