import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

let school: School;

/** Twelve entries, ids 4 to 15 after a pruning (which is one of them), so that the beginning is not the obvious one. */
beforeEach(async () => {
  school = await newSchool();
  await school.cli('settings set audit.keep-days 30');
  await school.cli('settings set school.last-year 10');
  school.on('2026-10-01');
  for (const given of ['Anna', 'Ben', 'Cem', 'Dilek'])
    await school.cli(`user add --role student --given ${given} --family Kern --class 5a`);
  await school.cli('audit prune');
  await school.cli('suspension impose anna.kern ben.kern --reason "Went around the filter" --clause mass-mail');
  await school.cli('incident open --account cem.kern --what "Joke mails"');
  await school.cli('incident inspect 1 --account cem.kern --kind mail --suspicion "Insults by mail"');
  await school.cli('incident inform 1 --account cem.kern --told self --how letter');
  await school.cli('suspension lift anna.kern --reason "Talked it over"');
  await school.cli('audit log --reason "Trying it out"');
});

/** Changes the file as somebody would with sqlite3: no check, no foreign key and no trigger stands in the way. */
function tamper(file: string, work: (db: Database.Database) => void): void {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  work(db);
  db.close();
}

async function verdict(registry = school.registry): Promise<{ exit: number; entry?: number; how?: string }> {
  const ended = await school.cli(`audit verify --json --registry ${registry}`);
  if (ended.exit === 0) return { exit: 0 };
  const { entry, how } = JSON.parse(ended.err).error;
  return { exit: ended.exit, entry, how };
}

test('a log that nobody has touched holds', async () => {
  expect(await school.cli('audit verify')).toMatchObject({ exit: 0, out: 'The log holds: 12 entries.\n', err: '' });
  expect((await school.cli('audit verify --json')).json()).toEqual({ entries: 12, erased: 0 });
});

/** Every column in which something is written, and the rows it has. */
const columns = {
  audit_entries: ['id', 'at', 'operator', 'act', 'user_id', 'digest', 'link'],
  audit_facts: ['entry_id', 'salt', 'facts'],
  audit_chain: ['first_id', 'first_link', 'last_id', 'last_link'],
};

type Manipulation =
  | { kind: 'byte'; table: keyof typeof columns; column: number; row: number; byte: number; bit: number }
  | { kind: 'delete'; row: number; withFacts: boolean }
  | { kind: 'delete facts'; row: number }
  | { kind: 'swap'; row: number; other: number; what: 'entries' | 'facts' }
  | { kind: 'cut'; entries: number }
  | { kind: 'cut the beginning'; entries: number };

const some = fc.nat({ max: 10_000 });
const manipulation: fc.Arbitrary<Manipulation> = fc.oneof(
  { weight: 5, arbitrary: byteChange('audit_entries') },
  { weight: 3, arbitrary: byteChange('audit_facts') },
  { weight: 1, arbitrary: byteChange('audit_chain') },
  fc.record({ kind: fc.constant('delete' as const), row: some, withFacts: fc.boolean() }),
  fc.record({ kind: fc.constant('delete facts' as const), row: some }),
  fc.record({
    kind: fc.constant('swap' as const),
    row: some,
    other: some,
    what: fc.constantFrom('entries' as const, 'facts' as const),
  }),
  fc.record({ kind: fc.constant('cut' as const), entries: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('cut the beginning' as const), entries: fc.integer({ min: 1, max: 8 }) }),
);

function byteChange(table: keyof typeof columns): fc.Arbitrary<Manipulation> {
  return fc.record({
    kind: fc.constant('byte' as const),
    table: fc.constant(table),
    column: fc.nat({ max: columns[table].length - 1 }),
    row: some,
    byte: some,
    bit: fc.nat({ max: 7 }),
  });
}

function manipulate(db: Database.Database, wish: Manipulation): void {
  const ids = db.prepare('SELECT id FROM audit_entries ORDER BY id').pluck().all() as number[];
  const id = (row: number) => ids[row % ids.length] as number;
  switch (wish.kind) {
    case 'byte':
      changeByte(db, wish);
      return;
    case 'delete':
      db.prepare('DELETE FROM audit_entries WHERE id = ?').run(id(wish.row));
      if (wish.withFacts) db.prepare('DELETE FROM audit_facts WHERE entry_id = ?').run(id(wish.row));
      return;
    case 'delete facts':
      db.prepare('DELETE FROM audit_facts WHERE entry_id = ?').run(id(wish.row));
      return;
    case 'swap': {
      const [one, other] = [id(wish.row), id(wish.row + 1 + (wish.other % (ids.length - 1)))];
      const [table, key] = wish.what === 'entries' ? ['audit_entries', 'id'] : ['audit_facts', 'entry_id'];
      const move = db.prepare(`UPDATE ${table} SET ${key} = ? WHERE ${key} = ?`);
      for (const [to, from] of [
        [-1, one],
        [one, other],
        [other, -1],
      ])
        move.run(to, from);
      return;
    }
    case 'cut':
      db.prepare('DELETE FROM audit_facts WHERE entry_id > ?').run((ids.at(-1) ?? 0) - wish.entries);
      db.prepare('DELETE FROM audit_entries WHERE id > ?').run((ids.at(-1) ?? 0) - wish.entries);
      return;
    case 'cut the beginning': {
      // As clever as can be without writing the chain anew: the end of what was cut becomes the beginning.
      const last = id(wish.entries - 1);
      db.prepare(
        'UPDATE audit_chain SET first_id = ? + 1, first_link = (SELECT link FROM audit_entries WHERE id = ?)',
      ).run(last, last);
      db.prepare('DELETE FROM audit_facts WHERE entry_id <= ?').run(last);
      db.prepare('DELETE FROM audit_entries WHERE id <= ?').run(last);
    }
  }
}

/** Flips one bit of one byte: of a text or a digest where it lies, of a number in its last places. */
function changeByte(db: Database.Database, wish: Extract<Manipulation, { kind: 'byte' }>): void {
  const { table, row, byte, bit } = wish;
  const column = columns[table][wish.column];
  const cells = db
    .prepare(`SELECT rowid AS id, CAST(${column} AS BLOB) AS bytes, typeof(${column}) AS type, ${column} AS value
              FROM ${table} WHERE ${column} IS NOT NULL ORDER BY rowid`)
    .all() as { id: number; bytes: Buffer; type: string; value: number }[];
  const cell = cells[row % cells.length];
  if (!cell) throw new Error(`${table}.${column} has no value.`);
  const { id, bytes, type, value } = cell;
  const flipped = Buffer.from(bytes);
  flipped[byte % flipped.length] = (flipped[byte % flipped.length] ?? 0) ^ (1 << bit);
  const to = type === 'integer' ? BigInt(value ^ (1 << bit)) : flipped;
  const taken = table !== 'audit_chain' && type === 'integer' && cells.some((other) => BigInt(other.value) === to);
  // The number of another entry can't be given twice: it is swapped for one that is free.
  const free = taken && column !== 'user_id' ? 1000n + BigInt(bit) : to;
  db.prepare(`UPDATE ${table} SET ${column} = ${type === 'text' ? 'CAST(? AS TEXT)' : '?'} WHERE rowid = ?`).run(
    free,
    id,
  );
}

test('100 random manipulations, 100 found', async () => {
  const copy = school.path('tampered.sqlite');
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(manipulation, async (wish) => {
      copyFileSync(school.registry, copy);
      tamper(copy, (db) => manipulate(db, wish));
      tried += 1;
      expect(await verdict(copy)).toMatchObject({ exit: 4, entry: expect.any(Number) });
    }),
    { numRuns: 100, seed: 20260820, endOnFailure: true },
  );
  expect(tried).toBe(100);
});

describe('audit verify names the first entry that does not hold, and says how', () => {
  test.each<[string, string[], number, string]>([
    ['a changed operator', [`UPDATE audit_entries SET operator = 'k.schmitt' WHERE id = 9`], 9, 'changed'],
    ['a changed fact', [`UPDATE audit_facts SET facts = '{}' WHERE entry_id = 9`], 9, 'facts-changed'],
    ['erased facts of somebody who is still here', ['DELETE FROM audit_facts WHERE entry_id = 9'], 9, 'facts-missing'],
    ['erased facts about nobody', ['DELETE FROM audit_facts WHERE entry_id = 8'], 8, 'facts-missing'],
    ['a deleted entry', ['DELETE FROM audit_entries WHERE id = 9'], 9, 'missing'],
    ['a cut tail', ['DELETE FROM audit_entries WHERE id > 12'], 13, 'tail-missing'],
    [
      'an entry added',
      [
        'INSERT INTO audit_entries SELECT 16, at, operator, act, user_id, digest, link FROM audit_entries WHERE id = 15',
      ],
      16,
      'behind-the-end',
    ],
    [
      'an entry before the beginning',
      ['INSERT INTO audit_entries SELECT 2, at, operator, act, user_id, digest, link FROM audit_entries WHERE id = 15'],
      2,
      'out-of-place',
    ],
    [
      'a beginning moved without a pruning',
      [
        'UPDATE audit_chain SET first_id = 5, first_link = (SELECT link FROM audit_entries WHERE id = 4)',
        'DELETE FROM audit_entries WHERE id = 4',
      ],
      5,
      'beginning-changed',
    ],
    ['a changed end', ['UPDATE audit_chain SET last_link = zeroblob(32)'], 15, 'end-changed'],
    ['facts of no entry', [`INSERT INTO audit_facts VALUES (99, zeroblob(16), '{}')`], 99, 'facts-astray'],
    ['lost ends', ['DELETE FROM audit_chain'], 1, 'beginning-changed'],
    [
      'two faults: the first',
      ['DELETE FROM audit_entries WHERE id = 11', `UPDATE audit_entries SET act = 'x' WHERE id = 9`],
      9,
      'changed',
    ],
  ])('%s', async (_, statements, entry, how) => {
    tamper(school.registry, (db) => {
      for (const statement of statements) db.prepare(statement).run();
    });
    expect(await verdict()).toEqual({ exit: 4, entry, how });
  });

  test('in words of both languages', async () => {
    school.sql(`UPDATE audit_entries SET operator = 'k.schmitt' WHERE id = 9`);
    expect(await school.cli('audit verify')).toMatchObject({
      exit: 4,
      out: '',
      err: expect.stringContaining('! The log does not hold: entry 9 was changed.\n'),
    });
    expect((await school.cli('audit verify --lang de')).err).toContain(
      '! Das Protokoll stimmt nicht: Eintrag 9 wurde verändert.\n',
    );
  });
});

test('facts that go with a deleted person are no finding, where a tombstone says so', async () => {
  school.sql('DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE user_id = 1)');
  school.sql('DELETE FROM users WHERE id = 1');
  expect(await verdict()).toMatchObject({ exit: 4 });
  school.sql(`INSERT INTO tombstones (user_id, deleted_on, why) VALUES (1, '2026-08-20', 'taken-back')`);
  expect((await school.cli('audit verify --json')).json()).toEqual({ entries: 12, erased: 3 });
  expect((await school.cli('audit verify')).out).toBe(
    'The log holds: 12 entries; of 3 the facts were erased with the person.\n',
  );
});

test('a log pruned again and again still holds', async () => {
  for (const day of ['2026-10-20', '2026-11-15', '2027-01-10']) {
    school.on(day);
    await school.cli('user edit ben.kern --class 6a');
    await school.cli('user edit ben.kern --class 6b');
    await school.cli('audit prune');
    expect(await verdict()).toEqual({ exit: 0 });
  }
});
