import { crypto } from '../load.ts';
import { addDays, type Day } from '../time.ts';
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

/** What is known of somebody by whom a later roster would bring them again. */
export interface Known {
  source: string;
  importId: string | null;
  givenName: string;
  familyName: string;
  birthDate: Day | null;
}

/**
 * How the registry remembers somebody who was deleted because consent was withdrawn, or on request: by source and
 * import ID, without the dress that programs put on an ID. The next roster's line can be recognised by it; nobody can
 * be read from it.
 */
const departureHash = (key: Buffer, source: string, importId: string): Buffer =>
  hashOf(key, ['import-id', source, undressed(importId)]);

/** The same for somebody without an import ID: by full name and birth date. */
const departureHashByName = (
  key: Buffer,
  { givenName, familyName, birthDate }: Omit<Known, 'source' | 'importId'>,
): Buffer => hashOf(key, ['name', plain(givenName), plain(familyName), birthDate]);

/** By what somebody is recognised in a later roster. */
export const departureOf = (key: Buffer, person: Known): Buffer =>
  person.importId === null ? departureHashByName(key, person) : departureHash(key, person.source, person.importId);

const undressed = (importId: string): string => {
  const bare = plain(importId);
  return /^\{.*\}$/.test(bare) ? bare.slice(1, -1) : bare;
};

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

const hashOf = (key: Buffer, parts: readonly (string | null)[]): Buffer =>
  crypto().createHmac('sha256', key).update(JSON.stringify(parts)).digest();
