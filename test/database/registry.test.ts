import { describe, expect, test } from 'vitest';
import { App } from '../../src/app.ts';
import type { Scratch } from '../../src/database/database.ts';
import { newSchool } from '../support/school.ts';

/** What is done with the open registry of a school. */
async function opened<T>(work: (app: App) => T): Promise<T> {
  const school = await newSchool();
  const app = new App(school.world(), 'en');
  try {
    return work(app);
  } finally {
    app.close();
  }
}

describe('who only reads', () => {
  const writing = [
    `INSERT INTO settings (key, value) VALUES ('school.last-year', '10')`,
    `INSERT INTO settings (key, value) VALUES ('school.last-year', '10') RETURNING key`,
    `UPDATE settings SET value = 'X' RETURNING value`,
    `WITH one AS (SELECT 1) DELETE FROM settings RETURNING key`,
    'DROP TABLE settings',
    'PRAGMA user_version = 1',
    'VACUUM',
  ];

  test.each(writing)('can not say: %s', async (sql) => {
    await opened((app) => {
      const facts = () => app.db.all('SELECT * FROM settings ORDER BY key');
      const before = facts();
      for (const read of [() => app.db.get(sql), () => app.db.all(sql), () => [...app.db.each(sql)]]) {
        expect(read).toThrow('Reading changes nothing');
        expect(() => app.snapshot(read)).toThrow('Reading changes nothing');
        expect(() => app.transact(() => void read())).toThrow('Reading changes nothing');
      }
      expect(facts()).toEqual(before);
    });
  });
});

describe('scratch work', () => {
  const making = (scratch: Scratch) => {
    scratch.scratch('DROP TABLE IF EXISTS temp.paper');
    scratch.scratch('CREATE TABLE temp.paper (word TEXT PRIMARY KEY)');
    scratch.scratch('CREATE INDEX temp.paper_by_word ON paper (word)');
    scratch.scratch('INSERT INTO temp.paper (word) VALUES (:word)', { word: 'a' });
    scratch.scratch(`INSERT INTO temp.paper (word) SELECT key FROM settings WHERE key = 'school.name'`);
    scratch.scratch(`DELETE FROM temp.paper WHERE word = 'a'`);
  };

  test('has tables of its own', async () => {
    await opened(({ scratch }) => {
      making(scratch);
      making(scratch);
      expect(scratch.all('SELECT word FROM temp.paper')).toEqual([{ word: 'school.name' }]);
    });
  });

  test.each([
    'DELETE FROM settings WHERE key IN (SELECT word FROM temp.paper)',
    `UPDATE settings SET value = (SELECT max(word) FROM temp.paper)`,
    'INSERT INTO main.settings (key, value) SELECT word, word FROM temp.paper',
    'CREATE TABLE paper2 AS SELECT * FROM temp.paper',
    'DROP TABLE settings -- not temp.paper',
    'PRAGMA user_version = 1',
    'SELECT key FROM settings',
  ])('and no other: %s', async (sql) => {
    await opened(({ scratch }) => {
      making(scratch);
      const before = scratch.all('SELECT * FROM settings ORDER BY key');
      expect(() => scratch.scratch(sql)).toThrow('temporary tables and to nothing else');
      expect(scratch.all('SELECT * FROM settings ORDER BY key')).toEqual(before);
    });
  });
});
