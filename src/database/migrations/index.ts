import { registry } from './001-registry.ts';
import { passwords } from './002-passwords.ts';
import { consents } from './003-consents.ts';
import { violations } from './004-violations.ts';
import { leavers } from './005-leavers.ts';
import { withdrawals } from './006-withdrawals.ts';
import { nights } from './007-nights.ts';
import { basis } from './008-basis.ts';
import { searches } from './009-searches.ts';
import { formerPasswords } from './010-former-passwords.ts';
import { identity } from './011-identity.ts';
import { waiting } from './012-waiting.ts';
import { iserv } from './013-iserv.ts';
import { columns } from './014-columns.ts';
import { names } from './015-names.ts';
import { departures } from './016-departures.ts';
import { administrators } from './017-administrators.ts';
import { permits } from './018-permits.ts';
import { modules } from './019-modules.ts';
import { posts } from './020-posts.ts';
import { requests } from './021-requests.ts';
import { regularUse } from './022-regular-use.ts';

/** Every change of the schema, in order. Appended to, never edited: `user_version` counts how many a file has seen. */
export const migrations: readonly string[] = [
  registry,
  passwords,
  consents,
  violations,
  leavers,
  withdrawals,
  nights,
  basis,
  searches,
  formerPasswords,
  identity,
  waiting,
  iserv,
  columns,
  names,
  departures,
  administrators,
  permits,
  modules,
  posts,
  requests,
  regularUse,
];
