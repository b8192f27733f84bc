import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roster, type Student } from '../roster/roster.ts';

/**
 * Speed, measured side by side: each pair of commands is run in turn, and the ratio of each pair is taken, so that a
 * machine that is slow for a while is slow for both. `npm run bench` prints the median and the spread of the ratios.
 */
interface Bench {
  name: string;
  /** The ratio that we mean to stay under. */
  aim: number;
  pairs: number;
  ours(): void;
  other(): void;
}

const launcher = join(process.cwd(), 'bin/schulkonto.js');
const folder = mkdtempSync(join(tmpdir(), 'schulkonto-bench-'));
const registry = join(folder, 'registry.sqlite');
const emptied = join(folder, 'empty.sqlite');

function schulkonto(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [launcher, '--registry', registry, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

const nothing = () => void spawnSync(process.execPath, ['-e', '0']);

const names = ['Anna', 'Ben', 'Clara', 'Đorđe', 'Elif', 'Finn', 'Łucja', 'Marie-Thérèse', 'Søren', 'Ümit', 'Zoë'];
const students: Student[] = Array.from({ length: 1200 }, (_, index) => ({
  id: String(4000 + index),
  given: `${names[index % 11]}`,
  family: `${names[Math.floor(index / 11) % 11]}mann-${names[Math.floor(index / 121) % 11]}`,
  class: `${5 + Math.floor(index / 134)}${'abcd'[index % 4]}`,
  born: `${String((index % 28) + 1).padStart(2, '0')}.0${(index % 9) + 1}.20${String(15 - Math.floor(index / 134)).padStart(2, '0')}`,
  groups: index % 10 === 0 ? 'Chor' : '',
}));

function prepare(): void {
  schulkonto('init', '--school', 'Bench', '--domain', 'bench.example');
  copyFileSync(registry, emptied);
  writeFileSync(join(folder, 'students.csv'), roster(students).replaceAll('"', ''));
}

const benches: Bench[] = [
  {
    name: 'import of 1,200 students at term start, against node -e 0',
    aim: 4,
    pairs: 15,
    ours: () => {
      copyFileSync(emptied, registry);
      schulkonto('roster', 'import', join(folder, 'students.csv'), '--yes');
    },
    other: nothing,
  },
  {
    name: 'user show among 1,200, against node -e 0',
    aim: 1.7,
    pairs: 25,
    ours: () => schulkonto('user', 'show', 'anna.annamann-anna'),
    other: nothing,
  },
];

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

try {
  prepare();
  for (const { name, aim, pairs, ours, other } of benches) {
    ours();
    other();
    const ratios = Array.from({ length: pairs }, () => seconds(ours) / seconds(other)).sort((a, b) => a - b);
    const at = (share: number) => (ratios[Math.floor(share * (ratios.length - 1))] ?? 0).toFixed(2);
    console.log(`${name}: median ${at(0.5)} (aim: at most ${aim}; ${at(0)} to ${at(1)} in ${pairs} pairs)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
