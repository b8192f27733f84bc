import { administrators } from './administrators/subject.ts';
import { audit } from './audit/subject.ts';
import { backups } from './backups/subject.ts';
import { completion } from './completion/subject.ts';
import { consents } from './consents/subject.ts';
import { deletion } from './deletion/subject.ts';
import { duties } from './duties/subject.ts';
import { each } from './each/subject.ts';
import { incidents } from './incidents/subject.ts';
import { iserv } from './iserv/subject.ts';
import { leavers } from './leavers/subject.ts';
import { merging } from './merging/subject.ts';
import { modules } from './modules/subject.ts';
import { nightly } from './nightly/subject.ts';
import { passwords } from './passwords/subject.ts';
import { people } from './people/subject.ts';
import { permits } from './permits/subject.ts';
import { requests } from './requests/subject.ts';
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
  administrators,
  users,
  people,
  merging,
  roster,
  terms,
  duties,
  modules,
  consents,
  passwords,
  suspensions,
  incidents,
  permits,
  requests,
  leavers,
  deletion,
  nightly,
  iserv,
  written,
  backups,
  audit,
  each,
  completion,
];
