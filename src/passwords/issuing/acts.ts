import type { App } from '../../app.ts';
import { record } from '../../audit/acts.ts';
import { timesActed } from '../../audit/store.ts';
import type { Reader } from '../../database/database.ts';
import type { Gate } from '../../subject.ts';
import { addDays, type Day } from '../../time.ts';
import { type Filter, findUser } from '../../users/store.ts';
import { accountClosed, hasPassword, notInPerson } from '../failures.ts';
import * as log from '../log.ts';
import { oftenReset, type Withheld, withheldFrom } from '../rules.ts';
import { getHolder, type Holder, holders } from '../store.ts';
import { type Choice, type HandOver, issueTo } from './issuing.ts';

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
 * Issues a new password to somebody who stands there and has forgotten theirs. The terms, "Allgemeine
 * Verhaltensregeln": only the user in person may ask for it. Says how often this happened lately.
 * @throws Failure `not-in-person` and `account-closed` (both recorded), `unknown-account`,
 *   `accounts-changed-meanwhile`, and what the handing over throws
 */
export async function resetPassword(
  app: App,
  wish: { account: string; requestedBy: string; identifiedBy: string } & Circumstances,
  handOver: HandOver,
): Promise<{ holder: Holder; recently: number }> {
  const { account, requestedBy, identifiedBy, gate, despite } = wish;
  const { today } = app.moment;
  const holder = getHolder(app.db, account, today);
  const refused = (facts: { because: Withheld | 'not-in-person'; requestedBy?: number | null }) =>
    app.transact((tx) => record(tx, log.passwordResetRefused, holder, facts));
  if (requestedBy !== account) {
    refused({ because: 'not-in-person', requestedBy: findUser(app.db, requestedBy)?.id ?? null });
    throw notInPerson({ account });
  }
  const choose = (db: Reader) => divided(db, [getHolder(db, account, today)], { gate, despite }, today);
  const [withheld] = app.snapshot(choose).leftOut;
  if (withheld) {
    refused({ because: withheld.because });
    throw accountClosed({ accounts: [withheld] });
  }
  const facts = despite ? { identifiedBy, despite } : { identifiedBy };
  await issueTo(app, { act: log.passwordReset, facts }, choose, async () => {}, handOver);
  return { holder, recently: timesActed(app.db, holder.id, log.passwordReset, addDays(today, -oftenReset.days)) };
}
