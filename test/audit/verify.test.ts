import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { digestOf, type Entry, linkOf } from '../../src/audit/rules.ts';
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
  expect(await school.cli('audit verify')).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^The log holds: 12 entries\.\nIt ends with 15:[0-9a-f]{64}\n$/),
    err: '',
  });
  expect((await school.cli('audit verify --json')).json()).toEqual({
    entries: 12,
    erased: 0,
    head: expect.stringMatching(/^15:/),
  });
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
  expect((await school.cli('audit verify --json')).json()).toMatchObject({ entries: 12, erased: 3 });
  expect((await school.cli('audit verify')).out).toContain(
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

/** Writes the log anew as a whole, with what was changed in it: as clever as somebody can be who has the file. */
function forge(work: (db: Database.Database) => void): void {
  tamper(school.registry, (db) => {
    work(db);
    const { first_id, first_link } = db.prepare('SELECT first_id, first_link FROM audit_chain').get() as {
      first_id: number;
      first_link: Buffer;
    };
    let link = first_link;
    let last = first_id - 1;
    const rows = db
      .prepare(
        `SELECT id, at, operator, act, user_id AS userId, digest, salt, CAST(facts AS BLOB) AS facts
         FROM audit_entries LEFT JOIN audit_facts ON entry_id = id ORDER BY id`,
      )
      .all() as (Entry & { salt: Buffer; facts: Buffer })[];
    for (const { salt, facts, ...entry } of rows) {
      const digest = digestOf(salt, facts);
      link = linkOf(link, { ...entry, digest });
      last = entry.id;
      db.prepare('UPDATE audit_entries SET digest = ?, link = ? WHERE id = ?').run(digest, link, last);
    }
    db.prepare('UPDATE audit_chain SET last_id = ?, last_link = ?').run(last, link);
  });
}

describe('a log that was written anew as a whole', () => {
  const say = (sql: string) => (db: Database.Database) => void db.exec(sql);

  test.each<[string, (db: Database.Database) => void, string]>([
    ['times that fall', say(`UPDATE audit_entries SET at = '2026-09-01T08:00:00.000Z' WHERE id = 12`), 'time-falls'],
    [
      'a pruning that says that it kept less than may be set',
      say(
        `UPDATE audit_facts SET facts = json_set(facts, '$.keepDays', 1) WHERE json_extract(facts, '$.keepDays') IS NOT NULL`,
      ),
      'pruned-young',
    ],
    [
      'a pruning up to a younger day',
      say(
        `UPDATE audit_facts SET facts = json_set(facts, '$.olderThan', '2026-09-30') WHERE json_extract(facts, '$.keepDays') IS NOT NULL`,
      ),
      'pruned-young',
    ],
    [
      'the deletion of somebody without an entry',
      say(`INSERT INTO leaver_runs (id, at, operator, clock_accepted) VALUES (1, '2026-10-01', 'x', 0);
        INSERT INTO tombstones (user_id, role, left_on, deleted_on, run_id) VALUES (99, 'student', '2026-01-01', '2026-10-01', 1)`),
      'deletion-unlogged',
    ],
    [
      'a tombstone that is to hide the facts of somebody who is here',
      say(`DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE id = 9);
        INSERT INTO tombstones (user_id, deleted_on, why) SELECT user_id, '2026-10-01', 'taken-back' FROM audit_entries WHERE id = 9`),
      'living-stone',
    ],
  ])('is found by %s', async (_, work, how) => {
    if (how === 'living-stone') tamper(school.registry, work);
    else forge(work);
    expect(await verdict()).toMatchObject({ exit: 4, how });
  });

  test('is found by the number of its last entry that an import has kept', async () => {
    school.file('s.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Ina;Kern;5a\n2;Jan;Kern;5a\n');
    await school.cli('roster import s.csv -y');
    expect(await verdict()).toEqual({ exit: 0 });
    const cut = school.path('cut.sqlite');
    copyFileSync(school.registry, cut);
    forge(say(`DELETE FROM audit_facts WHERE entry_id >= 17; DELETE FROM audit_entries WHERE id >= 17`));
    expect(await verdict()).toMatchObject({ exit: 4, how: 'run-astray' });
    copyFileSync(cut, school.registry);
    // Pruned as if it were old, by somebody who writes a new beginning and the entry that allows it.
    forge(
      say(`UPDATE audit_facts SET facts = json_object('olderThan', '2026-08-31', 'keepDays', 31, 'firstId', 18,
        'firstLink', lower(hex(zeroblob(32)))) WHERE entry_id = 17;
      UPDATE audit_entries SET id = 18, act = 'log-pruned', user_id = NULL WHERE id = 17;
      UPDATE audit_facts SET entry_id = 18 WHERE entry_id = 17;
      DELETE FROM audit_facts WHERE entry_id < 18; DELETE FROM audit_entries WHERE id < 18;
      UPDATE audit_chain SET first_id = 18, first_link = zeroblob(32)`),
    );
    expect(await verdict()).toMatchObject({ exit: 4, how: 'pruned-young' });
  });

  test('is found by its end, kept elsewhere; also half of the hash, and several', async () => {
    const { head } = (await school.cli('audit verify --json')).json();
    await school.cli('user edit ben.kern --class 6a');
    expect(await school.cli(`audit verify --expect ${head}`)).toMatchObject({ exit: 0 });
    expect(await school.cli(`audit verify --expect ${head.slice(0, 20)}`)).toMatchObject({ exit: 0 });
    forge(say(`UPDATE audit_entries SET operator = 'nobody' WHERE id = 9`));
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    expect(JSON.parse((await school.cli(`audit verify --json --expect ${head}`)).err).error).toMatchObject({
      entry: 15,
      how: 'anchor-changed',
    });
    const later = `99:${'a'.repeat(64)}`;
    expect((await school.cli(`audit verify --lang de --expect ${later}`)).err).toContain('Es endet vor Eintrag 99');
    expect(await school.cli(`audit verify --expect 1:${'a'.repeat(64)}`)).toMatchObject({
      exit: 3,
      err: expect.stringContaining('the log begins with entry 4'),
    });
    for (const typed of ['15', '15:abc', `x:${'a'.repeat(64)}`]) {
      expect(await school.cli(`audit verify --expect ${typed}`)).toMatchObject({ exit: 2 });
    }
  });
});

test('on a clock that goes back times stand still, and say what the clock showed, until somebody confirms it', async () => {
  school.on('2026-11-01');
  await school.cli('user edit ben.kern --class 6a');
  school.on('2026-10-05');
  await school.cli('user edit ben.kern --class 6b');
  const last = () =>
    school.sql(
      `SELECT at, facts ->> '$.clock' AS clock FROM audit_entries JOIN audit_facts ON entry_id = id ORDER BY id DESC LIMIT 1`,
    )[0];
  expect(last()).toEqual({ at: '2026-11-01T08:00:00.000Z', clock: '2026-10-05T08:00:00.000Z' });
  expect(await school.cli('leaver run')).toMatchObject({ exit: 3 });
  expect(await school.cli('leaver run --today 2026-10-05')).toMatchObject({ exit: 0 });
  expect(last()).toEqual({ at: '2026-10-05T08:00:00.000Z', clock: '2026-10-05T08:00:00.000Z' });
  expect(await school.on('2026-10-06').cli('leaver run')).toMatchObject({ exit: 0 });
  expect(await verdict()).toEqual({ exit: 0 });
});
