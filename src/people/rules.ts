import type { ConsentState } from '../consents/rules.ts';
import type { Day } from '../time.ts';
import type { Status, User } from '../users/rules.ts';

/** One person across all subjects: what `user show --json` prints. */
export interface Person extends Omit<User, 'id' | 'source'> {
  status: Status;
  guardians: { account: string; custody: boolean }[];
  children: { account: string }[];
  password: { state: PasswordState; issuedOn: Day | null };
  /** How their consent stands, by purpose. */
  consent: Record<string, ConsentState>;
  suspension: { from: Day; until: Day | null; reason: string } | null;
  /** Since when the data may only be kept, and by which article. */
  restrictions: { kind: 'restriction' | 'objection'; since: Day }[];
  leaving: { leftOn: Day; lockedFrom: Day; deletedOn: Day; reason: string; hold: string | null } | null;
}

export type PasswordState = 'none' | 'must-change' | 'own';

/** What somebody can lack. */
export type Fact = 'birth-date' | 'guardian' | 'class' | 'email' | 'import-id';

const lacks: Readonly<Record<Fact, (person: Person) => boolean>> = {
  'birth-date': ({ birthDate }) => birthDate === null,
  guardian: ({ role, guardians }) => role === 'student' && guardians.length === 0,
  class: ({ role, class: name }) => role === 'student' && name === null,
  email: ({ email }) => email === null,
  'import-id': ({ importId }) => importId === null,
};

/** What a list of people is narrowed to, beside role, class, group and status; what is missing doesn't narrow. */
export interface Wish {
  consent?: readonly ConsentState[] | undefined;
  /** The purpose of which the consent is meant. */
  purpose: string;
  password?: readonly PasswordState[] | undefined;
  /** Whoever lacks one of these. */
  without?: readonly Fact[] | undefined;
  /** Only these accounts. */
  among?: ReadonlySet<string> | undefined;
}

export const isWished = (person: Person, { consent, purpose, password, without, among }: Wish): boolean =>
  (among?.has(person.account) ?? true) &&
  (consent?.some((state) => person.consent[purpose] === state) ?? true) &&
  (password?.includes(person.password.state) ?? true) &&
  (without?.some((fact) => lacks[fact](person)) ?? true);
