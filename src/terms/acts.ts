import { readFileSync } from 'node:fs';
import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { Reader } from '../database/database.ts';
import type { Day } from '../time.ts';
import { type Correction, changedWords, isSpelling, undressedText } from './corrections.ts';
import {
  dayTaken,
  notSpelling,
  sameText,
  termsNotText,
  termsUnreadable,
  versionDecided,
  versionHolds,
  versionTaken,
} from './failures.ts';
import * as log from './log.ts';
import { sha256, textOf } from './rules.ts';
import {
  allBytes,
  allVersions,
  bytesOf,
  decidedOn,
  deleteVersion,
  getVersion,
  insertCorrection,
  insertVersion,
  type Published,
} from './store.ts';

/** A text as it is in a file. */
export interface TermsFile {
  bytes: Buffer;
  words: string;
}

/** @throws Failure `terms-unreadable`, `terms-not-text` */
export function readTerms(file: string): TermsFile {
  const bytes = read(file);
  const words = textOf(bytes);
  if (words === undefined) throw termsNotText({ file });
  return { bytes, words };
}

/**
 * Publishes a version of the terms and keeps its text. From the day it holds, consents to older ones are outdated.
 * @throws Failure `version-taken`, `version-day-taken`, `same-text`
 */
export function publishTerms(app: App, { bytes, words }: TermsFile, wish: { version: string; from: Day }): Published {
  const { version, from } = wish;
  return app.transact((tx) => {
    for (const known of allVersions(tx)) {
      if (known.version === version) throw versionTaken({ version, from: known.from });
      if (known.from === from) throw dayTaken({ version: known.version, from });
    }
    checkOther(tx, words);
    const facts = { version, from, sha256: sha256(bytes) };
    insertVersion(tx, facts, bytes);
    record(tx, log.termsPublished, null, facts);
    return getVersion(tx, version);
  });
}

/** @throws Failure `same-text` */
function checkOther(db: Reader, words: string): void {
  const same = allBytes(db).find(({ text }) => undressedText(textOf(text) ?? '') === undressedText(words));
  if (same) throw sameText({ version: same.version });
}

/**
 * Corrects the spelling of a version: it stays the same one, no consent is outdated, and both texts are kept.
 * @throws Failure `unknown-version`, `same-text`, `not-spelling`
 */
export function correctTerms(app: App, { bytes, words }: TermsFile, version: string): Published {
  return app.transact((tx) => {
    const { gone, come } = planCorrection(tx, words, version);
    const hash = sha256(bytes);
    insertCorrection(tx, version, hash, bytes);
    record(tx, log.termsCorrected, null, { version, sha256: hash, gone, come });
    return getVersion(tx, version);
  });
}

/** What a correction would change. @throws Failure `unknown-version`, `same-text`, `not-spelling` */
export function planCorrection(db: Reader, words: string, version: string): Correction {
  getVersion(db, version);
  checkOther(db, words);
  const before = textOf(bytesOf(db, version)) ?? '';
  const changed = changedWords(before, words);
  if (!isSpelling(before, words)) throw notSpelling({ version, ...changed });
  return changed;
}

/**
 * Takes a version back that does not hold yet and that nobody has decided on.
 * @throws Failure `unknown-version`, `version-holds`, `version-decided`
 */
export function retractTerms(app: App, version: string): Published {
  return app.transact((tx) => {
    const published = getVersion(tx, version);
    const { from, sha256: hash } = published;
    if (from <= tx.today) throw versionHolds({ version, from });
    const people = decidedOn(tx, version);
    if (people > 0) throw versionDecided({ version, people });
    deleteVersion(tx, version);
    record(tx, log.termsRetracted, null, { version, from, sha256: hash });
    return published;
  });
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code ? termsUnreadable({ file, reason: code }) : error;
  }
}
