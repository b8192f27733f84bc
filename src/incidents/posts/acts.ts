import type { App } from '../../app.ts';
import { record } from '../../audit/acts.ts';
import { dayToCome } from '../../terminal/failures.ts';
import type { Day } from '../../time.ts';
import { getUser } from '../../users/store.ts';
import { notConcerned } from '../failures.ts';
import * as log from '../log.ts';
import { getIncident } from '../store.ts';
import { insertPost, type Post } from './store.ts';

export interface PostWish {
  /** Whose it was, if that is known. */
  account?: string | undefined;
  where: string;
  reason: string;
  /** Who deleted it; without it, the operator. */
  by?: string | undefined;
  /** Without it, today. */
  on?: Day | undefined;
  incident?: number | undefined;
}

/**
 * Records that moderators deleted a post (terms, "Messenger/Forum"). Its texts are kept here and not in the log, as
 * those of an incident are.
 * @throws Failure `unknown-account`, `day-to-come`, `unknown-incident`, `not-concerned`
 */
export function recordRemoval(app: App, wish: PostWish): Post {
  return app.transact((tx) => {
    const { account, where, reason, by = tx.operator, on = tx.today, incident = null } = wish;
    if (on > tx.today) throw dayToCome({ option: '--on', day: on });
    const author = account === undefined ? undefined : getUser(tx, account);
    if (incident !== null) {
      const { accounts } = getIncident(tx, incident);
      if (author && !accounts.includes(author.account)) throw notConcerned({ incident, accounts: [author.account] });
    }
    const post = insertPost(tx, author, { where, reason, on, by, incident });
    record(tx, log.postRemoved, author ?? null, { post, on, by, incident });
    return { post, account: author?.account ?? null, where, reason, on, by, incident };
  });
}
