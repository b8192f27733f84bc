import type { App } from '../../app.ts';
import { record } from '../../audit/acts.ts';
import { timesActed } from '../../audit/store.ts';
import type { Reader } from '../../database/database.ts';
import { settingValue } from '../../settings/settings.ts';
import type { Gate } from '../../subject.ts';
import { addDays, type Day } from '../../time.ts';
import type { User } from '../../users/rules.ts';
import { type Filter, findUser, getUser, linksOf } from '../../users/store.ts';
import { accountClosed, hasPassword, notEntitledToAccompany, nothingToReissue, notInPerson } from '../failures.ts';
import * as log from '../log.ts';
import { oftenReset, type Withheld, withheldFrom } from '../rules.ts';
import { teacherUntilYear } from '../settings.ts';
import { getHolder, type Holder, holders } from '../store.ts';
import { type Choice, type HandOver, issueTo } from './issuing.ts';
import { type Capacity, capacityOf } from './rules.ts';

/** Who may have no password yet, and why somebody gets one all the same. */
interface Circumstances {
  gate: Gate;
  despite?: string | undefined;
}

/**
 * Issues a first password to everybody among the chosen who has none. Left out are closed accounts, who has left, and
 * who may not have an account yet, unless a reason is given for them. `sure` is asked with the number.
 * @throws Failure `has-password` and `account-closed` (of accounts that were named), `unknown-account`,
 *   `accounts-changed-meanwhile`, and what `sure` and the handing over throw
 */
export async function issuePasswords(
  app: App,
  { filter, gate, despite }: { filter: Filter } & Circumstances,
  sure: (people: number) => Promise<void>,
  handOver: HandOver,
): Promise<Choice> {
  const { today } = app.moment;
  const choose = (db: Reader): Choice => {
    const all = holders(db, filter, today);
    if (filter.accounts?.length) {
      const before = all.filter(({ issuedHash }) => issuedHash !== null);
      if (before.length > 0) throw hasPassword({ accounts: before.map(({ account }) => account) });
    }
    const choice = divided(
      db,
      all.filter(({ issuedHash }) => issuedHash === null),
      { gate, despite },
      today,
    );
    if (filter.accounts?.length && choice.leftOut.length > 0) throw accountClosed({ accounts: choice.leftOut });
    return choice;
  };
  return issueTo(app, { act: log.passwordIssued, facts: despite ? { despite } : {} }, choose, sure, handOver);
}

/** Who gets a password and who does not. */
function divided(db: Reader, all: readonly Holder[], { gate, despite }: Circumstances, today: Day): Choice {
  const choice: Choice = { chosen: [], leftOut: [] };
  const accounts = despite === undefined ? all.map(({ account }) => account) : [];
  const lacking = gate(db, today, accounts).withheld;
  for (const holder of all) {
    const because = despite === undefined ? withheldFrom(holder, lacking.has(holder.account), today) : undefined;
    if (because) choice.leftOut.push({ account: holder.account, status: holder.status, because });
    else choice.chosen.push(holder);
  }
  return choice;
}

/**
 * Issues another password to everybody among the chosen whose issued one must still be changed, because their slips were
 * lost; what was issued before is over, of closed accounts, too: somebody may have found it. Left out is who got theirs
 * at the desk, into their own hands.
 * @throws Failure `nothing-to-reissue` (of accounts that were named), `unknown-account`, `accounts-changed-meanwhile`,
 *   and what `sure` and the handing over throw
 */
export async function reissuePasswords(
  app: App,
  { filter, reason }: { filter: Filter; reason: string },
  sure: (people: number) => Promise<void>,
  handOver: HandOver,
): Promise<Choice> {
  const { today } = app.moment;
  const choose = (db: Reader): Choice => {
    const all = holders(db, filter, today);
    const waiting = all.filter(({ issuedHash, changedOn }) => issuedHash !== null && changedOn === null);
    if (filter.accounts?.length && waiting.length < all.length) {
      throw nothingToReissue({ accounts: all.filter((one) => !waiting.includes(one)).map(({ account }) => account) });
    }
    const choice: Choice = { chosen: [], leftOut: [] };
    for (const holder of waiting) {
      const hasIt = timesActed(db, holder.id, log.passwordReset, holder.issuedOn ?? today) > 0;
      if (hasIt) choice.leftOut.push({ account: holder.account, status: holder.status, because: 'has-it' });
      else choice.chosen.push(holder);
    }
    return choice;
  };
  return issueTo(app, { act: log.passwordReissued, facts: { reason } }, choose, sure, handOver);
}

/**
 * Issues a new password to somebody who stands there and has forgotten theirs. The terms, "Allgemeine
 * Verhaltensregeln": only the user in person may ask for it; a small child comes with a guardian or the class teacher.
 * Says how often this happened lately.
 * @throws Failure `not-in-person`, `not-entitled-to-accompany` and `account-closed` (all recorded), `unknown-account`,
 *   `accounts-changed-meanwhile`, and what the handing over throws
 */
export async function resetPassword(
  app: App,
  wish: {
    account: string;
    requestedBy: string;
    identifiedBy: string;
    accompaniedBy?: string | undefined;
  } & Circumstances,
  handOver: HandOver,
): Promise<{ holder: Holder; recently: number }> {
  const { account, requestedBy, identifiedBy, gate, despite } = wish;
  const { today } = app.moment;
  const holder = getHolder(app.db, account, today);
  const refused = (facts: {
    because: Withheld | 'not-in-person' | 'not-entitled-to-accompany';
    requestedBy?: number | null;
    accompaniedBy?: number;
  }) => app.transact((tx) => record(tx, log.passwordResetRefused, holder, facts));
  if (requestedBy !== account) {
    refused({ because: 'not-in-person', requestedBy: findUser(app.db, requestedBy)?.id ?? null });
    throw notInPerson({ account });
  }
  const company = wish.accompaniedBy === undefined ? undefined : companyOf(app.db, account, wish.accompaniedBy);
  if (company && !company.capacity) {
    refused({ because: 'not-entitled-to-accompany', accompaniedBy: company.companion.id });
    throw notEntitledToAccompany({
      account,
      companion: company.companion.account,
      untilYear: settingValue(app.db, teacherUntilYear),
    });
  }
  const choose = (db: Reader) => divided(db, [getHolder(db, account, today)], { gate, despite }, today);
  const [withheld] = app.snapshot(choose).leftOut;
  if (withheld) {
    refused({ because: withheld.because });
    throw accountClosed({ accounts: [withheld] });
  }
  const facts = {
    identifiedBy,
    ...(company ? { accompaniedBy: company.companion.id, as: company.capacity } : {}),
    ...(despite ? { despite } : {}),
  };
  await issueTo(app, { act: log.passwordReset, facts }, choose, async () => {}, handOver);
  return { holder, recently: timesActed(app.db, holder.id, log.passwordReset, addDays(today, -oftenReset.days)) };
}

/** Who comes with a child, and as what they may. @throws Failure `unknown-account` */
function companyOf(db: Reader, account: string, by: string): { companion: User; capacity: Capacity | undefined } {
  const child = getUser(db, account);
  const companion = getUser(db, by);
  const custodianIds = linksOf(db, child.id).guardianIds;
  return { companion, capacity: capacityOf(companion, { ...child, custodianIds }, settingValue(db, teacherUntilYear)) };
}
