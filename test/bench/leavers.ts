import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { run } from '../../src/run.ts';
import type { Output, World } from '../../src/world.ts';

const people = 100_000;
const leaving = 1000;
const rounds = 3;

const nowhere: Output = { write: async () => {}, isTerminal: false, columns: 80, colours: false };

const worldOf = (folder: string): World => ({
  now: () => new Date('2026-09-11T01:00:00Z'),
  random: randomBytes,
  env: { SCHULKONTO_REGISTRY: join(folder, 'registry.sqlite') },
  folder,
  home: folder,
  operator: 'bench',
  attended: false,
  out: nowhere,
  err: nowhere,
  patience: 5000,
  lines: (async function* () {})(),
  prompts: () => Promise.reject(new Error('Nobody is asked.')),
});

/** 100,000 people with what an import leaves of each: a group, an entry in the log, its facts. Every hundredth is due. */
async function makeSchool(folder: string): Promise<void> {
  const world = { ...worldOf(folder), now: () => new Date('2026-08-20T01:00:00Z') };
  const exit = await run(['init', '--school', 'Schule', '--domain', 'see.example'], world);
  if (exit !== 0) throw new Error(`init ended with ${exit}`);
  const db = new Database(join(folder, 'registry.sqlite'));
  db.exec(`
    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${people})
    INSERT INTO users (account, role, given_name, family_name, class, birth_date, email, source, import_id)
    SELECT 'given' || (i * 7919 % ${people}) || '.family', 'student', 'Given' || i, 'Family' || i, (5 + i % 9) || 'a', '2012-01-01',
      'given' || i || '@post.example', 'school', 'S' || (i * 104729 % ${people}) FROM n;
    INSERT INTO group_members SELECT id, 'Chor' FROM users;
    INSERT INTO audit_entries SELECT id + 10, '2026-08-20', 'bench', 'roster-created', id, randomblob(32), randomblob(32) FROM users;
    INSERT INTO audit_facts SELECT id + 10, randomblob(16), json_object('account', account, 'givenName', given_name) FROM users;
    UPDATE audit_chain SET last_id = ${people} + 10;
    INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
    SELECT id, '2026-07-31', '2026-08-28', '2026-09-11', 'missing' FROM users WHERE id % ${people / leaving} = 0`);
  db.close();
}

async function ours(folder: string): Promise<number> {
  const start = performance.now();
  const exit = await run(['leaver', 'run', '--approve', String(leaving)], worldOf(folder));
  if (exit !== 0) throw new Error(`leaver run ended with ${exit}`);
  return performance.now() - start;
}

/** The same rows with SQLite alone: one DELETE and one transaction a person, as the run promises, or one for all. */
function bare(folder: string, together: boolean): number {
  const db = new Database(join(folder, 'registry.sqlite'));
  for (const pragma of ['foreign_keys = ON', 'secure_delete = ON', 'synchronous = FULL']) db.pragma(pragma);
  const facts = db.prepare(
    'DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE user_id = ?)',
  );
  const user = db.prepare('DELETE FROM users WHERE id = ?');
  const ids = db.prepare('SELECT user_id FROM leavers').pluck().all();
  const remove = (some: unknown[]) => {
    for (const id of some) {
      facts.run(id);
      user.run(id);
    }
  };
  const start = performance.now();
  for (const some of together ? [ids] : ids.map((id) => [id])) db.transaction(remove).immediate(some);
  const taken = performance.now() - start;
  db.close();
  return taken;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Times in milliseconds, side by side on copies of one registry. `together` is the DELETE in one transaction. */
async function measure(): Promise<{ ours: number; other: number; together: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'schulkonto-bench-'));
  try {
    await makeSchool(folder);
    const times: Record<'ours' | 'other' | 'together', number[]> = { ours: [], other: [], together: [] };
    const fresh = () => {
      const copy = mkdtempSync(join(folder, 'copy-'));
      copyFileSync(join(folder, 'registry.sqlite'), join(copy, 'registry.sqlite'));
      return copy;
    };
    for (let round = 0; round < rounds; round += 1) {
      times.ours.push(await ours(fresh()));
      times.other.push(bare(fresh(), false));
      times.together.push(bare(fresh(), true));
    }
    return { ours: median(times.ours), other: median(times.other), together: median(times.together) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The whole nightly run (check, backup, deletion, tombstones, log, file written anew) beside the bare DELETE of the
 * same rows with secure_delete, each person in a transaction of their own.
 */
export const bench = {
  name: 'leaver run: 1,000 of 100,000 people deleted, beside a bare DELETE of each',
  aim: 5,
  run: measure,
};
