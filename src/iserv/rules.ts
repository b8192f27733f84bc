import { crypto } from '../load.ts';
import type { Day, Instant } from '../time.ts';
import type { Role, Status, User } from '../users/rules.ts';

/** Somebody as IServ is known to have them. */
export interface Known {
  /** What IServ calls the account. */
  account: string;
  /** Null: kept there by hand, or a guardian, whom IServ knows without. */
  importId: string | null;
  digest: Buffer;
  /** Whether the account here was ever written for IServ. */
  wasExported: boolean;
  leftOutOn: Day | null;
}

/** What was last done by hand in IServ. */
interface Hands {
  locked: boolean;
  password: Buffer | null;
  hour: 'open' | 'closed' | null;
  hourOn: Day | null;
}

/** A person as the circle with IServ sees them. */
export interface Person extends User {
  /** The import ID that we gave, where the office's can't be written. */
  ownId: string | null;
  status: Status;
  /** The opaque IDs of a guardian's children. */
  children: number[];
  /** The hash of the present issued password, while it must still be changed. */
  mustChange: string | null;
  hasPassword: boolean;
  /** Neither known to IServ nor in possession of a password: only from them a missing consent withholds anything. */
  isNewcomer: boolean;
  known: Known | null;
  /** Whether they may be in IServ under another account. */
  /** Whether the data may only be kept: nothing new goes out. */
  isRestricted: boolean;
  inDoubt: boolean;
  hands: Hands;
}

/** An account that IServ has and nobody here, as far as is known. */
export interface Stranger {
  account: string;
  role: Role | null;
  class: string | null;
  /** Whether it has an import ID there: an import whose file is without it deletes it. */
  isManaged: boolean;
  /** Whether it may be somebody's here, so that a person must say whose it is. */
  isAsked: boolean;
  /** The numbers of those here of whom a person has said that they are somebody else. */
  others: number[];
}

/** What went to or came from IServ last, for some roles. */
export interface Exchange {
  at: Instant;
  kind: 'export' | 'reconcile';
  roles: Role[];
  accounts: number;
}

/** What a digest is made of, part by part; what IServ is told of nobody is in none. */
export const digestParts = ['name', 'class', 'groups'] as const;
export type DigestPart = (typeof digestParts)[number];

/** What of a person IServ is told, for the digests. */
export type Told = Pick<Person, 'givenName' | 'familyName' | 'class' | 'groups'>;

/** What IServ is told of a person; of a guardian the children, in the place of groups, and what siblings share. */
export const toldOf = (person: Person): Told =>
  person.role === 'guardian' ? { ...person, class: person.email, groups: person.children.map(String) } : person;

/** Keyed digests of what IServ is told of a person, eight bytes for each part: enough to see a change, and no more. */
export const digestOf = (key: Buffer, { givenName, familyName, class: name, groups }: Told): Buffer =>
  Buffer.concat([partOf(key, [givenName, familyName]), partOf(key, [name]), partOf(key, [...groups].sort())]);

const partOf = (key: Buffer, what: readonly (string | null)[]): Buffer =>
  crypto().createHmac('sha256', key).update(JSON.stringify(what)).digest().subarray(0, 8);

/** What of a digest IServ has otherwise, or nobody knows whether it has. */
export const otherwise = Buffer.alloc(8);

/** Which parts of two digests differ. */
export const differing = (one: Buffer, other: Buffer): DigestPart[] =>
  digestParts.filter((_, at) => !one.subarray(at * 8, at * 8 + 8).equals(other.subarray(at * 8, at * 8 + 8)));

/** An import ID without the dress that programs put on it: case, braces of a GUID, blanks. */
export function undressed(importId: string): string {
  const bare = importId.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return /^\{.*\}$/.test(bare) ? bare.slice(1, -1) : bare;
}

/** Which issued password this is, as it is remembered of one that was entered in IServ. */
export const passwordMark = (issuedHash: string): Buffer => crypto().createHash('sha256').update(issuedHash).digest();

/** Whether an account must be closed in IServ today, and why. */
export function closedBecause({ status, hands, mustChange }: Pick<Person, 'status' | 'hands' | 'mustChange'>) {
  if (status === 'suspended') return 'suspended';
  if (status === 'locked') return 'locked';
  return hands.hour === 'closed' && mustChange !== null ? 'did-not-come' : null;
}

/** By class as schools sort them (5a, 10a), those without one last; by name within each. */
export function byClass(
  one: { class: string | null; familyName?: string; givenName?: string; account: string },
  other: typeof one,
): number {
  const key = (person: typeof one) => `${person.familyName ?? ''} ${person.givenName ?? ''}`;
  return (
    Number(one.class === null) - Number(other.class === null) ||
    (one.class?.length ?? 0) - (other.class?.length ?? 0) ||
    compare(one.class ?? '', other.class ?? '') ||
    compare(key(one), key(other)) ||
    compare(one.account, other.account)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
