import { rmSync } from 'node:fs';
import type { App } from '../../app.ts';
import { record, recordAll } from '../../audit/acts.ts';
import type { Reader, Tx } from '../../database/database.ts';
import { holdAbove } from '../../roster/settings.ts';
import { schoolDomain } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import type { Role } from '../../users/rules.ts';
import { accountKey, insertUser, isAccountTaken } from '../../users/store.ts';
import { storeLogins } from '../idle/store.ts';
import * as log from '../log.ts';
import { digestOf, type Stranger } from '../rules.ts';
import { idleDays, otherAccounts } from '../settings.ts';
import {
  begunRoles,
  deleteKnown,
  exchanges,
  goneFromHere,
  insertExchange,
  peopleInCircle,
  replaceDoubts,
  replaceStrangers,
  storeKnown,
  strangers,
} from '../store.ts';
import { forgetDeletions, storeLocked } from '../todo/store.ts';
import type { IservUser } from '../users.ts';
import { exportOfOthers, missingChanged, noSuchAnswer, tooFewAccounts } from './failures.ts';
import type { Answers, Pair } from './matching.ts';
import {
  adoptableAccounts,
  adoptablePeople,
  type Change,
  type Comparison,
  compare,
  digestSeen,
  type Facts,
  isTooFew,
  wholeComparison,
} from './rules.ts';
import { setAccounts } from './store.ts';

/** What is asked of a comparison. */
export interface ReconcileWish {
  /** What it comes from, for what is said. */
  source: string;
  /** Whether IServ itself was asked, which shows all of its accounts. */
  isLive: boolean;
  /** Roles that it is complete for, beside those that it names. */
  roles: readonly Role[];
  /** Take over what is right in IServ: accounts, and people whom nobody here knows. */
  adopt: boolean;
  /** What a person said: `IN-ISERV=HERE`, or `all`. */
  same: readonly string[];
  /** The other answer, of the same form: that is somebody else. */
  different: readonly string[];
  /** The plan whose missing people a person has seen and approved, by its name. */
  approve?: string | undefined;
}

/** A comparison that is planned, and from which state of the registry. */
export interface Planned {
  version: number;
  wish: ReconcileWish;
  facts: Facts;
  comparison: Comparison;
  /** What is taken over from IServ. */
  accounts: Change[];
  newcomers: (IservUser & { role: Role })[];
}

/**
 * Compares what IServ shows with the registry, and changes nothing.
 * @throws Failure `export-of-others`, `too-few-accounts`, `no-such-question`, `missing-changed`
 */
export function planReconcile(app: App, users: readonly IservUser[], wish: ReconcileWish): Planned {
  const version = app.registryVersion;
  return app.snapshot((db) => {
    const facts = factsFrom(db, users, wish, app.moment.today);
    if (wish.isLive) checkNumber(db, facts, wish.source);
    const isKnown = facts.people.some(({ known }) => known !== null);
    const open = compare(facts, new Map());
    if (isKnown && open.pairs.length === 0) throw exportOfOthers({ source: wish.source });
    const { comparison, different } = answered(facts, open, wish);
    if (comparison.hold && wish.approve !== undefined && wish.approve !== comparison.name) {
      throw missingChanged({ approved: wish.approve, plan: comparison.name });
    }
    const accounts = wish.adopt ? adoptableAccounts(comparison.pairs, facts) : [];
    const newcomers = wish.adopt ? adoptablePeople(comparison.strangers, facts) : [];
    return { version, wish, facts: { ...facts, different }, comparison, accounts, newcomers };
  });
}

/** An interface that gives too little says nothing of who is missing. @throws Failure `too-few-accounts` */
function checkNumber(db: Reader, { users }: Facts, source: string): void {
  const before = wholeComparison(exchanges(db))?.accounts ?? 0;
  if (isTooFew(users.length, before)) throw tooFewAccounts({ source, accounts: users.length, before });
}

function factsFrom(db: Reader, users: readonly IservUser[], { roles }: ReconcileWish, today: Facts['today']): Facts {
  const others = new Set(settingValue(db, otherAccounts));
  const people = peopleInCircle(db, {}, today);
  const own = new Set(people.map(({ account }) => account));
  return {
    users: users.filter(({ account, role }) => role !== null && !others.has(account)),
    people,
    gone: goneFromHere(db),
    isFormer: (account) => !own.has(account) && isAccountTaken(db, account),
    roles,
    different: new Map(strangers(db).map(({ account, others }) => [account, new Set(others)])),
    begun: begunRoles(db),
    domain: settingValue(db, schoolDomain),
    key: accountKey(db),
    holdAbove: settingValue(db, holdAbove),
    idleDays: settingValue(db, idleDays),
    today,
  };
}

/** The comparison with what a person said of its questions. @throws Failure `no-such-question` */
function answered(facts: Facts, open: Comparison, { same, different: other }: ReconcileWish) {
  const wrong: string[] = [];
  const pairsIn = (answers: readonly string[]) =>
    answers.flatMap((answer) => {
      const [there = '', here = ''] = answer.split('=').map((half) => half.trim().toLowerCase());
      const question = open.questions.find(({ user }) => user.account === there);
      const person = question?.candidates.find(
        ({ account, importId }) => account === here || importId?.toLowerCase() === here,
      );
      if (!person) wrong.push(answer);
      return person ? [{ there, id: person.id }] : [];
    });
  const different = new Map(facts.different);
  for (const { there, id } of pairsIn(other)) different.set(there, new Set([...(different.get(there) ?? []), id]));
  const all = same.includes('all');
  const answers: Answers = all ? 'all' : new Map(pairsIn(same).map(({ there, id }) => [there, id]));
  if (wrong.length > 0) throw noSuchAnswer({ answers: wrong });
  return { different, comparison: same.length + other.length > 0 ? compare({ ...facts, different }, answers) : open };
}

/** Whether those who are missing wait for somebody to approve that they are not in IServ any more. */
export const isHeld = ({ comparison, wish }: Planned): boolean =>
  comparison.hold !== null && wish.approve !== comparison.name;

/**
 * Keeps what IServ shows: whom it has and how, who is not there any more, what is done there, who nobody here knows.
 * @throws Failure `changed-meanwhile`
 */
export function applyReconcile(app: App, planned: Planned): void {
  const { version, facts, comparison } = planned;
  const lists = app.transactAt(version, (tx) => {
    adoptAccounts(tx, planned.accounts);
    const adopted = new Map(planned.accounts.map(({ person, to }) => [person.id, to]));
    const pairs = comparison.pairs.map(({ user, person }) => ({
      user,
      person: { ...person, account: adopted.get(person.id) ?? person.account },
    }));
    keepPairs(tx, pairs, facts.key);
    if (!isHeld(planned)) {
      deleteKnown(
        tx,
        comparison.missing.map(({ id }) => id),
      );
    }
    storeLogins(tx, loginsIn(pairs));
    const taken = new Set(planned.newcomers);
    for (const user of planned.newcomers) adoptPerson(tx, user, facts.key);
    const strange = (user: IservUser, isAsked: boolean): Stranger => ({
      account: user.account,
      role: user.role ?? null,
      class: user.class ?? null,
      isManaged: user.importId !== null || user.role === 'guardian',
      isAsked,
      others: [...(facts.different.get(user.account) ?? [])],
    });
    replaceStrangers(tx, comparison.covered, [
      ...comparison.strangers.filter((user) => !taken.has(user as never)).map((user) => strange(user, false)),
      ...comparison.questions.map(({ user }) => strange(user, true)),
    ]);
    replaceDoubts(
      tx,
      comparison.covered,
      comparison.questions.flatMap(({ candidates }) => candidates.filter(({ known }) => !known).map(({ id }) => id)),
    );
    insertExchange(tx, 'reconcile', comparison.covered, facts.users.length);
    record(tx, log.iservReconciled, null, {
      accounts: facts.users.length,
      findings: comparison.findings.length,
      questions: comparison.questions.length,
    });
    return forgetDeletions(tx, comparison.deletedThere);
  });
  for (const file of lists) rmSync(file, { force: true });
}

/** When they last logged in, of those of whom IServ shows it. */
const loginsIn = (pairs: readonly Pair[]) =>
  pairs.flatMap(({ user: { lastLogin }, person }) => (lastLogin === undefined ? [] : [{ id: person.id, lastLogin }]));

function keepPairs(tx: Tx, pairs: readonly Pair[], key: Buffer): void {
  storeKnown(
    tx,
    pairs.map((pair) => ({
      id: pair.person.id,
      account: pair.user.account,
      importId: pair.person.role === 'guardian' ? null : pair.user.importId,
      digest: digestSeen(pair, key),
      leftOutOn: pair.person.known?.leftOutOn ?? null,
    })),
    'iserv',
  );
  for (const { user, person } of pairs) {
    const isLocked = user.status === 'inactive';
    if (user.status !== undefined && isLocked !== person.hands.locked) storeLocked(tx, person.id, isLocked);
  }
}

function adoptAccounts(tx: Tx, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  setAccounts(
    tx,
    changes.map(({ person, to }) => ({ id: person.id, account: to })),
  );
  recordAll(
    tx,
    log.iservAdopted,
    changes.map(({ person, to }) => ({ subject: person, facts: { account: { from: person.account, to } } })),
  );
}

/** Under the source that the office's roster has, if there is an import ID, so that the next one recognises them. */
function adoptPerson(
  tx: Tx,
  { account, role, givenName, familyName, class: name, importId, status }: IservUser & { role: Role },
  key: Buffer,
): void {
  const source = importId === null ? 'manual' : 'school';
  const isFree =
    importId === null ||
    !tx.get('SELECT 1 FROM users WHERE source = :source AND import_id = :importId', { source, importId });
  const user = insertUser(tx, {
    account,
    role,
    givenName,
    familyName,
    class: name ?? null,
    groups: [],
    birthDate: null,
    email: null,
    source: isFree ? source : 'manual',
    importId: isFree ? importId : null,
  });
  const digest = digestOf(key, {
    givenName,
    familyName,
    class: role === 'guardian' ? null : (name ?? null),
    groups: [],
  });
  storeKnown(
    tx,
    [{ id: user.id, account, importId: role === 'guardian' ? null : importId, digest, leftOutOn: null }],
    'iserv',
  );
  if (status === 'inactive') storeLocked(tx, user.id, true);
  const { id: _, ...facts } = user;
  record(tx, log.iservAdopted, user, facts);
}
