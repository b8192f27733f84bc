import { basename, dirname } from 'node:path';
import type { App } from '../../app.ts';
import { keptUntil } from '../../backups/keeping.ts';
import { backupsOf, filesOf } from '../../database/copy.ts';
import type { Reader } from '../../database/database.ts';
import { iservUntil } from '../../deletion/rules.ts';
import { iservDeletions } from '../../deletion/store.ts';
import type { Day } from '../../time.ts';
import { accountTyped } from '../../users/finding/store.ts';
import { formerAccountHash, type Role } from '../../users/rules.ts';
import { accountKey, findUser } from '../../users/store.ts';
import { openTraces } from '../traces/acts.ts';
import type { Trace } from '../traces/store.ts';
import { filesWritten, occurrences } from './files.ts';
import { accountsWith, entriesWith, isFormer, rowsOf, tablesWith, tombstoneOf } from './store.ts';

/** What the registry and the files beside it still hold of somebody. */
export interface Proof {
  state: 'present' | 'deleted' | 'unknown';
  /** Before the deletion: what would go. */
  rows: { table: string; rows: number }[];
  tombstone: { id: number; role: Role; leftOn: Day; deletedOn: Day } | null;
  /** Free texts that still name somebody of this number, until the name is taken out. */
  texts: Pick<Trace, 'number' | 'place' | 'field' | 'rowId'>[];
  /** How many entries of the log carry the number, without facts, until they are pruned. */
  logEntries: number;
  searched: Searched[];
}

/** Where a text was found. */
export interface Searched {
  text: string;
  /** `table.column` of every place that holds the text as a word of its own. */
  tables: string[];
  /** Living people's accounts that the text is a part of: then its bytes prove nothing, and are not counted. */
  partOf: string[];
  /** Until when at most it stands in the list for IServ, in the registry and beside it; its bytes are not counted then. */
  iservUntil: Day | null;
  bytes: { file: string; times: number }[];
  backups: { file: string; keptUntil: Day }[];
}

const nothing = { tombstone: null, texts: [], logEntries: 0 };

const textsNaming = (db: Reader, id: number) =>
  openTraces(db)
    .filter(({ person }) => person === id)
    .map(({ number, place, field, rowId }) => ({ number, place, field, rowId }));

/** Looks for somebody, by account or by the opaque ID, and for other texts that told who it was. */
export function prove(app: App, who: string, also: readonly string[]): Proof & { id: number | null } {
  const user = findUser(app.db, accountTyped(app.db, who));
  if (user) return { state: 'present', id: user.id, rows: rowsOf(app.scratch, user.id), ...nothing, searched: [] };
  const tombstone = (/^\d+$/.test(who) && tombstoneOf(app.db, Number(who))) || null;
  const former = isFormer(app.db, formerAccountHash(accountKey(app.db), who));
  const texts = [...(tombstone ? [] : [who]), ...also].filter((text) => text !== '');
  return {
    state: tombstone || former ? 'deleted' : 'unknown',
    id: tombstone?.id ?? null,
    rows: tombstone ? rowsOf(app.scratch, tombstone.id) : [],
    tombstone,
    texts: tombstone ? textsNaming(app.db, tombstone.id) : [],
    logEntries: tombstone ? entriesWith(app.db, tombstone.id) : 0,
    searched: texts.map((text) => trace(app, text)),
  };
}

function trace(app: App, text: string): Searched {
  const partOf = accountsWith(app.db, text);
  const listed = iservDeletions(app.db).find(({ account, importId }) => account.includes(text) || importId === text);
  const isCounted = partOf.length === 0 && !listed;
  const beside = dirname(app.registryFile);
  const found = (file: string) => ({
    file: dirname(file) === beside ? basename(file) : file,
    times: occurrences(file, text),
  });
  return {
    text,
    tables: tablesWith(app.scratch, text),
    partOf,
    iservUntil: listed ? iservUntil(listed.deletedOn) : null,
    bytes: !isCounted
      ? []
      : filesWritten(app)
          .map(found)
          .filter(({ times }) => times > 0),
    backups:
      partOf.length > 0
        ? []
        : backupsOf(app.registryFile)
            .filter((backup) => filesOf(backup.file).some((file) => occurrences(file, text) > 0))
            .map((backup) => ({ file: backup.name, keptUntil: keptUntil(app.db, backup) })),
  };
}
