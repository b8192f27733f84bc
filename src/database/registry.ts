import { statSync } from 'node:fs';
import type { Database, Statement } from 'better-sqlite3';
import { takeName } from '../files.ts';
import { openDatabase, sqlite } from '../load.ts';
import type { Instant } from '../time.ts';
import { newBackupFile, type Occasion, removeUnfinished, reserve, writeCopy } from './copy.ts';
import type { Moment, Params, Scratch, Sync, Tx, Value } from './database.ts';
import {
  notARegistry,
  registryBusy,
  registryDamaged,
  registryExists,
  registryInWal,
  registryTooNew,
} from './failures.ts';
import { checkFile, isInWal } from './guard.ts';
import { migrations } from './migrations/index.ts';
import { applicationId } from './peek.ts';
import { translated, translatedRows } from './translated.ts';

/**
 * The open registry file.
 *
 * A rollback journal, not a WAL: a command opens and closes, and a WAL would keep deleted people beside the file.
 * `secure_delete` overwrites what is deleted; `synchronous = FULL` survives a power cut.
 */
export class Registry implements Scratch {
  readonly file: string;
  /** Whether a transaction through this connection has changed something for good. */
  hasChanged = false;
  private readonly db: Database;
  /** Which file it is that is open: a restore gives the name to another. */
  private readonly inode: number;
  private readonly statements = new Map<string, Statement>();
  /** What is known to write to temporary tables alone. */
  private readonly scratched = new Set<string>();

  private constructor(file: string, patience: number) {
    this.file = file;
    this.inode = statSync(file).ino;
    this.db = connect(file, patience);
    if (isInWal(file)) leaveWal(this.db, file);
  }

  /**
   * Opens a registry and brings its schema up to date, after what is to be done before that. Whatever it does later,
   * it waits `patience` milliseconds for another process before it gives up.
   * @throws Failure `no-registry`, `not-a-registry`, `registry-readable-by-others` and their like in `failures.ts`
   */
  static open(file: string, patience: number, beforeMigration: (registry: Registry) => void): Registry {
    checkFile(file);
    return translated(file, () => {
      const registry = new Registry(file, patience);
      registry.checkIdentity();
      registry.migrate(() => beforeMigration(registry));
      return registry;
    });
  }

  /**
   * Makes a new registry, readable by its owner only; what `fill` writes is in it from the first moment. It is made
   * under another name and gets its own at the end, so that a killed command can be typed again.
   * @throws Failure `registry-exists`, `registry-not-writable`
   */
  static create(file: string, moment: Moment, fill: (tx: Tx) => void): Registry {
    const unfinished = reserve(file);
    try {
      translated(file, () => {
        const registry = new Registry(unfinished, 0);
        try {
          registry.db.pragma(`application_id = ${applicationId}`);
          registry.migrate(() => {});
          registry.transact(() => moment, fill);
        } finally {
          registry.close();
        }
      });
      if (!takeName(unfinished, file)) throw registryExists({ file });
    } finally {
      removeUnfinished(unfinished);
    }
    return Registry.open(file, 0, () => {});
  }

  get<Row>(sql: string, params: Params = {}): Row | undefined {
    return translated(this.file, () => this.query(sql).get(params) as Row | undefined);
  }

  all<Row>(sql: string, params: Params = {}): Row[] {
    return translated(this.file, () => this.query(sql).all(params) as Row[]);
  }

  each<Row>(sql: string, params: Params = {}): IterableIterator<Row> {
    // A statement of its own: the same query may run again while this one is still being read.
    const rows = translated(this.file, () => readOnly(this.db.prepare(sql)).iterate(params) as IterableIterator<Row>);
    return translatedRows(this.file, rows);
  }

  scratch(sql: string, params: Params = {}): void {
    translated(this.file, () => {
      if (!this.scratched.has(sql)) this.checkScratch(sql, params);
      this.statement(sql).run(params);
    });
  }

  scratchAll(work: () => void): void {
    translated(this.file, () => this.db.transaction(work).deferred());
  }

  define(name: string, work: (...values: never[]) => Value): void {
    this.db.function(name, { deterministic: true }, work as (...values: unknown[]) => Value);
  }

  /** All reading of the work sees the registry at one moment. */
  snapshot<T>(work: (db: Scratch) => T): T {
    return translated(this.file, () => this.db.transaction(() => work(this)).deferred());
  }

  /** A number that moves when another connection has changed the registry. */
  version(): number {
    return translated(this.file, () => this.db.pragma('data_version', { simple: true }) as number);
  }

  /**
   * Does the work or nothing of it: `BEGIN IMMEDIATE`, so that two writers wait for each other at the start. Whoever
   * has waited for a restore holds the file that was replaced, and must not write to it. The moment is that in which
   * the waiting is over, so that no entry of the log is later than what was written after it.
   * @throws Failure `registry-busy`, `registry-not-writable`, `disk-full`; and what the work throws
   */
  transact<T>(momentNow: () => Moment, work: (tx: Tx) => Sync<T>): Sync<T> {
    let changes = 0;
    const begun = () => {
      if (statSync(this.file, { throwIfNoEntry: false })?.ino !== this.inode) throw registryBusy({ file: this.file });
      const moment = momentNow();
      return work({
        ...moment,
        random: (bytes) => moment.random(bytes),
        get: (sql, params) => this.get(sql, params),
        all: (sql, params) => this.all(sql, params),
        each: (sql, params) => this.each(sql, params),
        run: (sql, params = {}) => {
          const changed = this.statement(sql).run(params).changes;
          changes += changed;
          return changed;
        },
      });
    };
    const result = translated(this.file, () => this.db.transaction(begun).immediate());
    this.hasChanged ||= changes > 0;
    return result;
  }

  /**
   * Keeps everybody from writing while the work goes on; reading is allowed. By a connection of its own, so that this
   * one can make copies meanwhile.
   * @throws Failure `registry-busy`
   */
  exclusively<T>(patience: number, work: () => T): T {
    const guard = translated(this.file, () => {
      const db = connect(this.file, patience);
      db.exec('BEGIN IMMEDIATE');
      return db;
    });
    try {
      return work();
    } finally {
      guard.exec('ROLLBACK');
      guard.close();
    }
  }

  /**
   * Makes a backup beside the registry: verified, and readable by its owner only. Returns its file.
   * @throws Failure `backup-faulty`, `disk-full`
   */
  backup(now: Instant, occasion: Occasion): string {
    const file = newBackupFile(this.file, now, occasion);
    translated(this.file, () => writeCopy(this.db, file));
    return file;
  }

  /** Reads the whole file for damage, with every index. @throws Failure `registry-damaged` */
  check(): void {
    const found = translated(this.file, () => this.db.pragma('integrity_check(1)', { simple: true }));
    if (found !== 'ok') throw registryDamaged({ file: this.file, detail: String(found) });
  }

  /**
   * Writes the file anew from its tables. `secure_delete` overwrites what is deleted, but where SQLite once moved a row
   * from one page to another, a copy can be left in the gap; only a new file is free of it. In memory, because the
   * temporary file of a `VACUUM` would be one more copy of everybody on the disk.
   * @throws Failure `registry-busy`, `disk-full`
   */
  rewrite(): void {
    translated(this.file, () => {
      this.db.pragma('temp_store = MEMORY');
      this.db.exec('VACUUM');
      this.db.pragma('temp_store = DEFAULT');
    });
  }

  /** Lets the work see another database file under a name. */
  attached<T>(file: string, name: string, work: () => T): T {
    return translated(this.file, () => {
      this.db.prepare(`ATTACH ? AS ${name}`).run(file);
      try {
        return work();
      } finally {
        this.statements.clear();
        this.db.exec(`DETACH ${name}`);
      }
    });
  }

  close(): void {
    this.db.close();
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = this.db.prepare(sql);
    this.statements.set(sql, made);
    return made;
  }

  private query(sql: string): Statement {
    return readOnly(this.statement(sql));
  }

  /** SQLite itself says which databases a statement begins to write to: number 1 is the temporary one. */
  private checkScratch(sql: string, params: Params): void {
    const steps = this.db.prepare(`EXPLAIN ${sql}`).all(params) as { opcode: string; p1: number; p2: number }[];
    const written = steps.filter(({ opcode, p2 }) => opcode === 'Transaction' && p2 !== 0).map(({ p1 }) => p1);
    // What is there already, or is not there to be dropped, is not written to.
    const idle = written.length === 0 && /^\s*(CREATE|DROP)\s+(TABLE|INDEX)\s+IF\s+(NOT\s+)?EXISTS\s+temp\./i.test(sql);
    if (written.some((database) => database !== 1) || (written.length === 0 && !idle)) {
      throw new Error(`Scratch work writes to temporary tables and to nothing else: ${sql}`);
    }
    this.scratched.add(sql);
  }

  private checkIdentity(): void {
    if (this.db.pragma('application_id', { simple: true }) !== applicationId) {
      this.close();
      throw notARegistry({ file: this.file });
    }
  }

  private migrate(before: () => void): void {
    const seen = () => this.db.pragma('user_version', { simple: true }) as number;
    if (seen() > migrations.length) {
      const version = seen();
      this.close();
      throw registryTooNew({ file: this.file, version, known: migrations.length });
    }
    if (seen() === migrations.length) return;
    before();
    // A table that is made anew takes nothing with it that refers to it; whether all of it still fits is asked at the end.
    this.db.pragma('foreign_keys = OFF');
    this.db
      .transaction(() => {
        this.takeSteps(migrations.slice(seen()));
        if ((this.db.pragma('foreign_key_check') as unknown[]).length > 0)
          throw new Error('A migration has torn something apart.');
        this.db.pragma(`user_version = ${migrations.length}`);
      })
      .immediate();
    this.db.pragma('foreign_keys = ON');
  }

  /** @throws Failure `registry-damaged` where a file is not what its version says */
  private takeSteps(steps: readonly string[]): void {
    try {
      for (const step of steps) this.db.exec(step);
    } catch (error) {
      const { code = '', message = '' } = error as { code?: string; message?: string };
      throw code === 'SQLITE_ERROR' ? registryDamaged({ file: this.file, detail: message }) : error;
    }
  }
}

/** A query, which changes nothing; or else a bug, found before it could write outside a transaction. */
function readOnly(statement: Statement): Statement {
  if (!statement.readonly) throw new Error(`Reading changes nothing, but this would: ${statement.source}`);
  return statement;
}

function connect(file: string, patience: number): Database {
  const db = openDatabase(file, { fileMustExist: true, timeout: patience });
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('synchronous = FULL');
  return db;
}

/**
 * A WAL that another tool has left is written into the file and goes: it would keep what is deleted.
 * @throws Failure `registry-in-wal` while somebody uses it that way
 */
function leaveWal(db: Database, file: string): void {
  let mode: unknown;
  try {
    mode = db.pragma('journal_mode = DELETE', { simple: true });
  } catch (error) {
    if (!(error instanceof sqlite().SqliteError) || !/^SQLITE_(BUSY|LOCKED)/.test(error.code)) throw error;
  }
  if (mode === 'delete') return;
  db.close();
  throw registryInWal({ file });
}
