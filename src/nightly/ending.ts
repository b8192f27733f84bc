import { existsSync } from 'node:fs';
import type { App } from '../app.ts';
import { forgetStrangers, forgottenStrangers } from '../backups/keeping.ts';
import { backupsOf } from '../database/copy.ts';
import { markListed } from '../deletion/store.ts';
import { Failure } from '../failures.ts';
import type { NightlyTerm } from '../subject.ts';
import type { Interruption } from './chunks.ts';
import { forgetDoneInIserv, writeListForIserv } from './iserv-list.ts';
import type { Waiting } from './rules.ts';
import { askForRewriting, countRun, finishRuns, isRewritingDue, markNamed, replaceAnnouncements } from './store.ts';

/** What the night has come to before its end. */
interface SoFar {
  run: number;
  announced: readonly { id: number }[];
  waiting: readonly Waiting[];
  counts: Parameters<typeof countRun>[2];
  stopped: Failure | null;
}

/**
 * Writes the list for IServ, removes whatever is overdue, and after that writes the file anew. What stands in the way is
 * about nobody's deletion: those are done, and the next night makes up for the rest.
 */
export async function endNight(app: App, interruption: Interruption, terms: readonly NightlyTerm[], night: SoFar) {
  const { run, announced, waiting, counts } = night;
  const backups = backupsOf(app.registryFile).map(({ file }) => file);
  const ending = { iservList: null as string | null, clean: false, stopped: night.stopped };
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      ending.stopped ??= error;
      return false;
    }
  };

  attempt(() => {
    const list = writeListForIserv(app);
    ending.iservList = list?.file ?? null;
    if (list) app.transact((tx) => markListed(tx, list.ids, list.file));
    forgetDoneInIserv(app, run);
  });
  const removed: { kind: string; number: number }[] = [];
  const kinds: string[] = [];
  for (const term of terms) {
    const wanted = await interruption.asked();
    ending.stopped ??= wanted;
    const isDone = !wanted && attempt(() => removed.push(...removeOverdue(app, term, run)));
    if (!isDone) kinds.push(term.kind);
  }
  attempt(() => forgetStrangersNow(app, run));
  if (ending.stopped === null) {
    ending.clean = attempt(() => {
      if (isRewritingDue(app.db)) app.rewriteRegistry();
      app.transact((tx) => {
        replaceAnnouncements(
          tx,
          announced.map(({ id }) => id),
        );
        markNamed(
          tx,
          waiting.filter(({ isNamed }) => isNamed).map(({ id }) => id),
        );
        countRun(tx, run, counts);
        finishRuns(tx);
      });
    });
  }
  const prunedBackups = backups.filter((file) => !existsSync(file));
  return { ...ending, prunedBackups, removed, kinds };
}

/** What a term has outlived; the file is written anew after it, which is asked for before, in case the night is killed. */
function removeOverdue(app: App, term: NightlyTerm, run: number): { kind: string; number: number }[] {
  if (term.overdue(app, app.moment.today) === 0) return [];
  if (term.tables.length > 0) app.transact((tx) => askForRewriting(tx, run));
  return [{ kind: term.kind, number: term.carryOut(app) }];
}

function forgetStrangersNow(app: App, run: number): void {
  const strangers = forgottenStrangers(app);
  if (strangers.length === 0) return;
  app.transact((tx) => {
    forgetStrangers(tx, strangers);
    askForRewriting(tx, run);
  });
}
