import { readFileSync } from 'node:fs';
import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { Day } from '../time.ts';
import { dayTaken, termsNotText, termsUnreadable, versionTaken } from './failures.ts';
import * as log from './log.ts';
import { sha256, textOf } from './rules.ts';
import { allVersions, insertVersion, type Published } from './store.ts';

/**
 * Publishes a version of the terms and keeps its text. From the day it holds, consents to older ones are outdated.
 * @throws Failure `terms-unreadable`, `terms-not-text`, `version-taken`, `version-day-taken`
 */
export function publishTerms(app: App, wish: { file: string; version: string; from: Day }): Published {
  const { version, from } = wish;
  const text = read(wish.file);
  if (textOf(text) === undefined) throw termsNotText({ file: wish.file });
  return app.transact((tx) => {
    for (const known of allVersions(tx)) {
      if (known.version === version) throw versionTaken({ version, from: known.from });
      if (known.from === from) throw dayTaken({ version: known.version, from });
    }
    const facts = { version, from, sha256: sha256(text) };
    insertVersion(tx, facts, text);
    record(tx, log.termsPublished, null, facts);
    return { ...facts, publishedAt: tx.now, publishedBy: tx.operator };
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
