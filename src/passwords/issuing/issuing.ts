import type { Act } from '../../act.ts';
import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import type { Reader } from '../../database/database.ts';
import { settingValue } from '../../settings/settings.ts';
import { progress } from '../../terminal/progress.ts';
import { accountsChanged } from '../failures.ts';
import { hashesOf } from '../hash.ts';
import { ownWords, wordsIn } from '../rules.ts';
import { hashRounds, passwordStyle } from '../settings.ts';
import { type Holder, schoolNames, storeIssued } from '../store.ts';
import { text } from '../text.ts';
import { drawPassword } from './draw.ts';

/** A person and the password that was just drawn for them. */
export type Issued = Holder & { password: string };

/** Brings issued passwords to their people, on paper or on the screen, before they hold. */
export interface HandOver {
  give(issued: readonly Issued[]): Promise<void>;
  /** Called if they could not be stored after all. */
  takeBack(): Promise<void>;
}

/** Who gets a password: asked before the work, and again when it is stored. */
type Choose = (db: Reader) => Holder[];

/**
 * Draws passwords, hashes them, hands them over, and only then stores the hashes: killed anywhere before, a person has
 * no new password; nobody has one that nobody knows. The slow part happens outside the transaction.
 * @throws Failure `accounts-changed-meanwhile`, and what the handing over throws
 */
export async function issueTo(
  app: App,
  what: { act: Act; facts: object },
  choose: Choose,
  handOver: HandOver,
): Promise<void> {
  const chosen = app.snapshot(choose);
  const issued = draw(app, chosen);
  const hashes = await hashed(app, issued);
  await handOver.give(issued);
  try {
    app.transact((tx) => {
      if (JSON.stringify(choose(tx)) !== JSON.stringify(chosen)) throw accountsChanged({});
      storeIssued(tx, hashes);
      recordAll(
        tx,
        what.act,
        chosen.map((subject) => ({ subject, facts: what.facts })),
      );
    });
  } catch (error) {
    await handOver.takeBack();
    throw error;
  }
}

function draw(app: App, chosen: readonly Holder[]): Issued[] {
  const style = settingValue(app.db, passwordStyle);
  const school = schoolNames(app.db);
  return chosen.map((holder) => {
    const words = ownWords(holder, school, 2);
    const password = drawPassword(style, app.world.random, (drawn) => wordsIn(drawn, words).length > 0);
    return { ...holder, password };
  });
}

async function hashed(app: App, issued: readonly Issued[]): Promise<{ id: number; hash: string }[]> {
  const bar = progress(app.world, app.say(text).hashing, issued.length);
  try {
    const hashes = await hashesOf(
      issued.map(({ password }) => password),
      { random: app.world.random, rounds: settingValue(app.db, hashRounds) },
      bar.step,
    );
    return issued.map(({ id }, index) => ({ id, hash: hashes[index] ?? '' }));
  } finally {
    await bar.end();
  }
}
