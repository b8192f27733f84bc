import type { Act } from '../../act.ts';
import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import type { Reader, Tx } from '../../database/database.ts';
import { settingValue } from '../../settings/settings.ts';
import { progress } from '../../terminal/progress.ts';
import type { Status } from '../../users/rules.ts';
import { accountsChanged, issuingCancelled } from '../failures.ts';
import { hashesOf } from '../hash.ts';
import { ownWords, type Withheld, wordsIn } from '../rules.ts';
import { hashRounds, passwordStyle } from '../settings.ts';
import { type Holder, schoolNames, storeIssued } from '../store.ts';
import { text } from '../text.ts';
import { drawPassword } from './draw.ts';

/** A person and the password that was just drawn for them. */
export type Issued = Holder & { password: string };

/** Brings issued passwords to their people, on paper or on the screen, before they hold. */
export interface HandOver {
  /** Gets them ready; on a screen they are shown. */
  give(issued: readonly Issued[]): Promise<void>;
  /** Records that they were, with what is stored. */
  record(tx: Tx, issued: readonly Issued[]): void;
  /** Called once they are stored. */
  finish(): void;
  /** Called if they could not be stored after all. */
  takeBack(): Promise<void>;
}

/** Who gets a password, and who does not and why. */
export interface Choice {
  chosen: Holder[];
  leftOut: { account: string; status: Status; because: Withheld }[];
}

/**
 * Draws passwords, hashes them, hands them over, and only then stores the hashes: killed anywhere before, a person has
 * no new password; nobody has one that nobody knows. The slow part happens outside the transaction, which chooses again
 * and stores only if the same people are chosen: what it chose is what is told. `sure` is asked with their number.
 * @throws Failure `accounts-changed-meanwhile`, `issuing-cancelled`, and what `sure` and the handing over throw
 */
export async function issueTo(
  app: App,
  what: { act: Act; facts: object },
  choose: (db: Reader) => Choice,
  sure: (people: number) => Promise<void>,
  handOver: HandOver,
): Promise<Choice> {
  const choice = app.snapshot(choose);
  const { chosen } = choice;
  if (chosen.length === 0) return choice;
  await sure(chosen.length);
  const issued = draw(app, chosen);
  const hashes = await hashed(app, issued);
  await handOver.give(issued);
  let stored: Choice;
  try {
    stored = app.transact((tx) => {
      const now = choose(tx);
      if (JSON.stringify(now.chosen) !== JSON.stringify(chosen)) throw accountsChanged({});
      storeIssued(tx, hashes);
      recordAll(
        tx,
        what.act,
        chosen.map((subject) => ({ subject, facts: what.facts })),
      );
      handOver.record(tx, issued);
      return now;
    });
  } catch (error) {
    await handOver.takeBack();
    throw error;
  }
  handOver.finish();
  return stored;
}

/** A password for each, and no two the same: whose is drawn is drawn anew as a whole, so all that may be are as likely. */
function draw(app: App, chosen: readonly Holder[]): Issued[] {
  const style = settingValue(app.db, passwordStyle);
  const school = schoolNames(app.db);
  const drawn = new Set<string>();
  return chosen.map((holder) => {
    const words = ownWords(holder, school, 2);
    const isRefused = (password: string) => drawn.has(password) || wordsIn(password, words).length > 0;
    const password = drawPassword(style, app.world.random, isRefused);
    drawn.add(password);
    return { ...holder, password };
  });
}

/** @throws Failure `issuing-cancelled` when the person at the terminal interrupts it: nothing is written by then */
async function hashed(app: App, issued: readonly Issued[]): Promise<{ id: number; hash: string }[]> {
  const bar = progress(app.world, app.say(text).hashing, issued.length);
  let isInterrupted = false;
  const listened = app.world.onInterrupt(() => {
    isInterrupted = true;
  });
  const step = async () => {
    if (isInterrupted) throw issuingCancelled({});
    await bar.step();
  };
  try {
    const hashes = await hashesOf(
      issued.map(({ password }) => password),
      { random: app.world.random, rounds: settingValue(app.db, hashRounds) },
      step,
    );
    return issued.map(({ id }, index) => ({ id, hash: hashes[index] ?? '' }));
  } finally {
    listened();
    await bar.end();
  }
}
