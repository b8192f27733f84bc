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
import { merging } from './017-merging.ts';
import { administrators } from './018-administrators.ts';
import { permits } from './019-permits.ts';
import { modules } from './020-modules.ts';
import { posts } from './021-posts.ts';
import { requests } from './022-requests.ts';
import { custody } from './023-custody.ts';
import { parked } from './024-parked.ts';
import { strangers } from './025-strangers.ts';
import { order } from './026-order.ts';
import { written } from './027-written.ts';
import { traces } from './028-traces.ts';
import { procedure } from './029-procedure.ts';
import { purposes } from './030-purposes.ts';
import { regularUse } from './031-regular-use.ts';

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
  merging,
  administrators,
  permits,
  modules,
  posts,
  requests,
  custody,
  parked,
  strangers,
  order,
  written,
  traces,
  procedure,
  purposes,
  regularUse,
];
