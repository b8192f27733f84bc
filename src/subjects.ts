import { audit } from './audit/subject.ts';
import { backups } from './backups/subject.ts';
import { consents } from './consents/subject.ts';
import { deletion } from './deletion/subject.ts';
import { incidents } from './incidents/subject.ts';
import { iserv } from './iserv/subject.ts';
import { leavers } from './leavers/subject.ts';
import { nightly } from './nightly/subject.ts';
import { passwords } from './passwords/subject.ts';
import { people } from './people/subject.ts';
import { roster } from './roster/subject.ts';
import { school } from './school/subject.ts';
import type { Subject } from './subject.ts';
import { suspensions } from './suspensions/subject.ts';
import { terms } from './terms/subject.ts';
import { users } from './users/subject.ts';
import { written } from './written/subject.ts';

/** Every subject of the house, in the order in which help, status and reports tell of them. */
export const subjects: readonly Subject[] = [
  school,
  users,
  people,
  roster,
  terms,
  consents,
  passwords,
  suspensions,
  incidents,
  leavers,
  deletion,
  nightly,
  iserv,
  written,
  backups,
  audit,
];
