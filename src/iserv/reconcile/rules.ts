import { crypto } from '../../load.ts';
import { addDays, type Day } from '../../time.ts';
import { longestWindowsAccount, type Role, roles } from '../../users/rules.ts';
import { asGroup, asIsOrBare } from '../export/cells.ts';
import {
  closedBecause,
  type DigestPart,
  digestOf,
  digestParts,
  type Exchange,
  otherwise,
  type Person,
  toldOf,
} from '../rules.ts';
import type { IservUser } from '../users.ts';
import { type Answers, type Different, type Matching, matchUsers, type Pair } from './matching.ts';

/** What a comparison is made from. */
export interface Facts {
  /** All of IServ's users but those that are nobody at the school. */
  users: readonly IservUser[];
  people: readonly Person[];
  gone: readonly { account: string; role: Role | null }[];
  /** Whether an account was somebody's here who is deleted. */
  isFormer: (account: string) => boolean;
  /** Roles that a person says the file is complete for, beside those that it names. */
  roles: readonly Role[];
  /** Of whom it was said before that an account in IServ is not theirs. */
  different: Different;
  begun: ReadonlySet<Role>;
  domain: string;
  key: Buffer;
  holdAbove: number;
  /** After how many days without a login somebody is named. */
  idleDays: number;
  today: Day;
}

export const findingCodes = [
  'not-here',
  'still-there',
  'not-in-iserv',
  'active-though-closed',
  'locked-without-cause',
  'account-differs',
  'import-id-differs',
  'role-differs',
  'name-differs',
  'class-differs',
  'group-missing',
  'mail-differs',
  'by-hand',
  'account-too-long',
  'not-logged-in',
] as const;

/** What is not in IServ as it is here. */
export interface Finding {
  code: (typeof findingCodes)[number];
  /** As IServ has it; of whom it does not have, ours. */
  account: string;
  class: string | null;
  here: string | null;
  there: string | null;
}

/** What IServ shows, compared with the registry. */
export interface Comparison extends Matching {
  /** A hash of who is missing in IServ; approving it approves nothing else. */
  name: string;
  /** The roles of which it is known now who is in IServ. */
  covered: Role[];
  findings: Finding[];
  /** Whom IServ was known to have, and has not any more. */
  missing: Person[];
  /** Why those are not forgotten without approval; null if they are. */
  hold: { missing: number; of: number } | null;
  /** Accounts of the deleted that IServ has no more. */
  deletedThere: string[];
}

/** Compares what IServ shows with the registry, and changes nothing. */
export function compare(facts: Facts, answers: Answers): Comparison {
  const { people, users, gone } = facts;
  const goneAccounts = new Set(gone.map(({ account }) => account));
  const matching = matchUsers(
    users.filter(({ account }) => !goneAccounts.has(account)),
    people,
    answers,
    facts.different,
  );
  const named = new Set([
    ...facts.roles,
    ...users.flatMap(({ role }) => role ?? []),
    ...matching.pairs.map(({ person }) => person.role),
  ]);
  const covered = roles.filter((role) => named.has(role));
  const inDoubt = new Set(matching.questions.flatMap(({ candidates }) => candidates));
  const absent = matching.absent.filter((person) => named.has(person.role) && !inDoubt.has(person));
  const missing = absent.filter(({ known }) => known !== null);
  const of = people.filter((person) => named.has(person.role) && person.known !== null).length;
  const there = new Set(users.map(({ account }) => account));
  const isCovered = ({ role }: { role: Role | null }) => role === null || named.has(role);
  return {
    ...matching,
    name: nameOf(missing),
    covered,
    findings: [
      ...strangerFindings(facts, matching.strangers, gone),
      ...absent
        .filter(({ known, role, isNewcomer }) => known?.leftOutOn === null || (!facts.begun.has(role) && !isNewcomer))
        .map((person) => finding('not-in-iserv', person.account, person.class)),
      ...matching.pairs.flatMap((pair) => differences(pair, facts)),
    ].sort((one, other) => findingCodes.indexOf(one.code) - findingCodes.indexOf(other.code)),
    missing,
    hold: missing.length > 5 && missing.length > of * facts.holdAbove ? { missing: missing.length, of } : null,
    deletedThere: gone.filter((one) => isCovered(one) && !there.has(one.account)).map(({ account }) => account),
  };
}

/** The last comparison with all that IServ had: one of every role that any comparison has shown. */
export function wholeComparison(exchanges: readonly Exchange[]): Exchange | undefined {
  const comparisons = exchanges.filter(({ kind }) => kind === 'reconcile');
  const all = new Set(comparisons.flatMap((one) => one.roles));
  return comparisons.find((one) => one.roles.length === all.size);
}

/** Nobody, or more than a fifth fewer than the last time: whoever answers like that has not said everything. */
export const isTooFew = (accounts: number, before: number): boolean => accounts < 1 || accounts < before * 0.8;

const finding = (
  code: Finding['code'],
  account: string,
  name: string | null,
  here: string | null = null,
  there: string | null = null,
): Finding => ({ code, account, class: name, here, there });

function strangerFindings({ users, isFormer }: Facts, strangers: readonly IservUser[], gone: Facts['gone']): Finding[] {
  const deleted = new Set(gone.map(({ account }) => account));
  const known = users.filter(({ account }) => deleted.has(account));
  return [
    ...known.map((user) => finding('still-there', user.account, user.class ?? null)),
    ...strangers.map((user) =>
      finding(isFormer(user.account) ? 'still-there' : 'not-here', user.account, user.class ?? null),
    ),
  ];
}

/** Everything about one person that IServ has otherwise. */
function differences({ user, person }: Pair, facts: Facts): Finding[] {
  const { account } = user;
  const found: Finding[] = [];
  const add = (code: Finding['code'], here: string | null = null, there: string | null = null) =>
    found.push(finding(code, account, person.class, here, there));
  const closed = closedBecause(person);
  if (closed !== null && (user.status === 'active' || user.status === 'restricted'))
    add('active-though-closed', closed);
  if (closed === null && user.status === 'inactive') add('locked-without-cause');
  if (account !== person.account) add('account-differs', person.account, account);
  const id = person.known?.importId ?? person.ownId ?? person.importId;
  if (person.role !== 'guardian') {
    if (user.importId === null) add('by-hand');
    else if (id !== null && id !== user.importId) add('import-id-differs', id, user.importId);
  }
  if (user.role !== undefined && user.role !== person.role) add('role-differs', person.role, user.role);
  const parts = partsOf({ user, person });
  const told = bare(person);
  if (!parts.has('name')) {
    add('name-differs', `${told.givenName} ${told.familyName}`, `${user.givenName} ${user.familyName}`);
  }
  if (!parts.has('class')) add('class-differs', told.class, user.class ?? null);
  const lacking = groupsLacking({ user, person });
  if (lacking.length > 0) add('group-missing', lacking.join(', '));
  const mail = `${account}@${facts.domain}`;
  if (user.mail && user.mail !== mail) add('mail-differs', mail, user.mail);
  if (account.length > longestWindowsAccount) add('account-too-long', String(account.length));
  const isLongAgo =
    user.lastLogin === null || (user.lastLogin && user.lastLogin < addDays(facts.today, -facts.idleDays));
  if (isLongAgo) add('not-logged-in', null, user.lastLogin ?? null);
  return found;
}

/** A person as a file of ours says it, so that what a spreadsheet could run is no difference. */
function bare(person: Person) {
  const cell = (value: string) => asIsOrBare(value);
  return {
    givenName: cell(person.givenName),
    familyName: cell(person.familyName),
    class: person.class === null ? null : cell(person.class),
    groups: person.groups.map(asGroup),
  };
}

const groupsLacking = ({ user, person }: Pair): string[] => {
  if (user.groups === undefined || person.role === 'guardian') return [];
  const there = user.groups.toLowerCase();
  return bare(person).groups.filter((group) => !there.includes(group.toLowerCase()));
};

/** Which parts of what IServ is told of somebody it has as they are here; what it does not show counts as such. */
function partsOf({ user, person }: Pair): Set<DigestPart> {
  const told = bare(person);
  const isGuardian = person.role === 'guardian';
  const sameName = user.givenName === told.givenName && user.familyName === told.familyName;
  const sameClass = isGuardian || user.class === undefined || user.class === told.class;
  const parts = { name: sameName, class: sameClass, groups: groupsLacking({ user, person }).length === 0 };
  return new Set(digestParts.filter((part) => parts[part]));
}

/** What IServ has of somebody, as it is remembered: our digest where it has the same, else none that could be ours. */
export function digestSeen(pair: Pair, key: Buffer): Buffer {
  const same = partsOf(pair);
  const whole = digestOf(key, toldOf(pair.person));
  return Buffer.concat(
    digestParts.map((part, at) => (same.has(part) ? whole.subarray(at * 8, at * 8 + 8) : otherwise)),
  );
}

/** Takes over accounts only of whom nothing was issued or written yet: then nobody here has ever used the old one. */
const isAdoptable = ({ hasPassword, known }: Person): boolean => !hasPassword && known?.wasExported !== true;

/** An account that changes to what IServ has. */
export interface Change {
  person: Person;
  to: string;
}

/**
 * Which accounts are taken over from IServ: also in a ring, as where two children of one name are numbered the other way
 * round there; but none that stays somebody else's, or was somebody's who is deleted.
 */
export function adoptableAccounts(pairs: readonly Pair[], facts: Pick<Facts, 'people' | 'isFormer'>): Change[] {
  let changes = pairs
    .filter(
      ({ user, person }) => user.account !== person.account && isAdoptable(person) && !facts.isFormer(user.account),
    )
    .map(({ user, person }) => ({ person, to: user.account }));
  for (;;) {
    const moving = new Set(changes.map(({ person }) => person.id));
    const staying = new Set(facts.people.filter(({ id }) => !moving.has(id)).map(({ account }) => account));
    const possible = changes.filter(({ to }) => !staying.has(to));
    if (possible.length === changes.length) return changes;
    changes = possible;
  }
}

/** Whom IServ has and nobody here, and who can be taken in: with a role, two names, and no account of the deleted. */
export const adoptablePeople = (
  strangers: readonly IservUser[],
  { people, isFormer }: Pick<Facts, 'people' | 'isFormer'>,
): (IservUser & { role: Role })[] => {
  const taken = new Set(people.map(({ account }) => account));
  return strangers.filter(
    (user): user is IservUser & { role: Role } =>
      Boolean(user.role) &&
      user.givenName !== '' &&
      user.familyName !== '' &&
      !taken.has(user.account) &&
      !isFormer(user.account),
  );
};

function nameOf(missing: readonly Person[]): string {
  const accounts = missing.map(({ account }) => account).sort();
  return crypto().createHash('sha256').update(JSON.stringify(accounts)).digest('hex').slice(0, 12);
}
