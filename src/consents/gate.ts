import { settingValue } from '../settings/settings.ts';
import type { Gate } from '../subject.ts';
import { versionOn } from '../terms/rules.ts';
import { allVersions } from '../terms/store.ts';
import { newcomersAmong } from '../users/store.ts';
import { missing } from './missing.ts';
import { withholds } from './rules.ts';
import { termsBasis } from './settings.ts';

/** Which newcomers have not agreed to the terms, where accounts rest on consent to them and there are any. */
export const gate: Gate = (db, today, accounts) => {
  const withheld = new Set<string>();
  if (!versionOn(allVersions(db), today)) {
    const isAsked = Object.values(termsBasis).some((basis) => settingValue(db, basis) === 'consent');
    return { withheld, isOpen: isAsked };
  }
  const newcomers = newcomersAmong(db, accounts);
  if (newcomers.length === 0) return { withheld, isOpen: false };
  for (const one of missing(db, { accounts: newcomers }, ['terms'], today))
    if (withholds(one)) withheld.add(one.account);
  return { withheld, isOpen: false };
};
