import type { Day, Instant } from '../time.ts';

export type Value = string | number | bigint | Buffer | null;
export type Params = Readonly<Record<string, Value>>;

/** What a query needs: reading is always allowed. */
export interface Reader {
  get<Row>(sql: string, params?: Params): Row | undefined;
  all<Row>(sql: string, params?: Params): Row[];
  /** Row by row, for what may not fit into memory; while it runs, nothing can be written. */
  each<Row>(sql: string, params?: Params): IterableIterator<Row>;
}

/** What a plan needs: reading, and temporary tables of its own, which vanish with the connection. */
export interface Scratch extends Reader {
  scratch(sql: string, params?: Params): void;
  /** All of the work's writing to temporary tables at once, which is many times faster. */
  scratchAll(work: () => void): void;
  /** Makes a pure function known to SQL. */
  define(name: string, work: (...values: never[]) => Value): void;
}

/** What a change needs: it happens inside a transaction, at one moment, by one person. */
export interface Tx extends Reader {
  readonly now: Instant;
  readonly today: Day;
  readonly operator: string;
  random(bytes: number): Buffer;
  /** Returns how many rows were changed. */
  run(sql: string, params?: Params): number;
}

/** When, by whom, and with whose randomness a transaction happens. */
export type Moment = Pick<Tx, 'now' | 'today' | 'operator' | 'random'>;

/** SQLite commits when the work returns, so the work must not still be waiting for something. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T;
