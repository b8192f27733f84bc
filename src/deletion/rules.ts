import { crypto } from '../load.ts';
import { addDays, type Day } from '../time.ts';
import { compared } from '../users/ids.ts';
import { nameKey } from '../users/names.ts';
import type { Role } from '../users/rules.ts';

/** Somebody whose day has come. */
export interface Due {
  id: number;
  account: string;
  role: Role;
  leftOn: Day;
  deletedOn: Day;
}

/** The last day on which account and import ID of somebody deleted stand in the list for IServ. */
export const iservUntil = (deletedOn: Day): Day => addDays(deletedOn, 90);

/** A key of somebody in the administration software, or in a second one. */
export interface SourceId {
  source: string;
  importId: string;
}

/** What is known of somebody by whom a later roster would bring them again. */
export interface Known {
  givenName: string;
  familyName: string;
  birthDate: Day | null;
  ids: readonly SourceId[];
}

/**
 * How the registry remembers somebody who was deleted because consent was withdrawn, or on request: by source and
 * import ID, without the dress that programs put on an ID. The next roster's line can be recognised by it; nobody can
 * be read from it.
 */
export const departureById = (key: Buffer, { source, importId }: SourceId): Buffer =>
  hashOf(key, ['import-id', source, compared(importId)]);

/** The same for somebody without an import ID: by full name and birth date. */
export const departureByName = (key: Buffer, { givenName, familyName, birthDate }: Omit<Known, 'ids'>): Buffer =>
  hashOf(key, ['name', nameKey(givenName), nameKey(familyName), birthDate]);

/** By what somebody is recognised in later rosters: by each of their IDs, failing any by name and birth date. */
export const departuresOf = (key: Buffer, person: Known): Buffer[] =>
  person.ids.length === 0 ? [departureByName(key, person)] : person.ids.map((id) => departureById(key, id));

const hashOf = (key: Buffer, parts: readonly (string | null)[]): Buffer =>
  crypto().createHmac('sha256', key).update(JSON.stringify(parts)).digest();
