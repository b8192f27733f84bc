import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missing } from '../../src/consents/missing.ts';
import type { Moment } from '../../src/database/database.ts';
import { Registry } from '../../src/database/registry.ts';

const today = '2026-08-20';
const moment: Moment = {
  now: '2026-08-20T08:00:00.000Z',
  today,
  operator: 'bench',
  random: (bytes) => Buffer.alloc(bytes),
};

/** 100,000 students of all ages with three purposes; nine of ten have decided, one of twenty refused or withdrew. */
function fill(file: string): Registry {
  const registry = Registry.create(file, moment, (tx) => {
    tx.run(`INSERT INTO terms VALUES ('1', '2026-01-01', :sha, x'20', :now, 'bench')`, {
      sha: '0'.repeat(64),
      now: tx.now,
    });
    tx.run(`INSERT INTO purposes (name, title, about) VALUES ('photos', 'Fotos', ''), ('video', 'Video', '')`);
    tx.run(`INSERT INTO purpose_roles (role, purpose) VALUES ('student', 'photos'), ('student', 'video')`);
    tx.run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
       INSERT INTO users (account, role, given_name, family_name, class, birth_date, source)
       SELECT 's' || i, 'student', 'Given', 'Family' || i, (5 + i % 8) || 'a', date('2007-01-01', (i * 37 % 4000) || ' days'), 'school' FROM n`,
    );
    tx.run(
      `INSERT INTO consents (user_id, purpose, version, decision, guardian_name, decided_on, channel, recorded_at, recorded_by)
       SELECT u.id, r.purpose, CASE r.purpose WHEN 'terms' THEN '1' END,
         CASE WHEN (u.id + length(r.purpose)) % 20 = 0 THEN 'refused' ELSE 'given' END, w.name, '2026-08-01', 'paper', :now, 'bench'
       FROM users u JOIN purpose_roles r ON r.role = u.role
         JOIN (SELECT NULL AS name UNION ALL SELECT 'Guardian') w ON (w.name IS NULL) = (u.birth_date <= '2010-08-01') OR u.birth_date BETWEEN '2010-08-21' AND '2012-08-20'
       WHERE (u.id * 7 + length(r.purpose)) % 10 > 0`,
      { now: tx.now },
    );
  });
  return registry;
}

/** `consent missing` against counting a plain join over the same rows. */
export const bench = {
  name: 'consent missing of 100,000 students and three purposes, against SELECT count(*) over the same rows',
  aim: 3,
  async run(): Promise<{ ours: number; other: number }> {
    const folder = mkdtempSync(join(tmpdir(), 'schulkonto-bench-'));
    const registry = fill(join(folder, 'registry.sqlite'));
    const times = { ours: [] as number[], other: [] as number[] };
    try {
      for (let round = 0; round < 9; round += 1) {
        times.other.push(
          seconds(() =>
            registry.get(
              `SELECT count(*) FROM users u JOIN purpose_roles r ON r.role = u.role
               LEFT JOIN consents c ON c.user_id = u.id AND c.purpose = r.purpose`,
            ),
          ),
        );
        times.ours.push(seconds(() => [...missing(registry, {}, [], today)]));
      }
    } finally {
      registry.close();
      rmSync(folder, { recursive: true, force: true });
    }
    return { ours: median(times.ours), other: median(times.other) };
  },
};

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
