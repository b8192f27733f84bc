import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roster, type Student } from '../roster/roster.ts';

const launcher = join(process.cwd(), 'bin/schulkonto.js');
let folder = '';
const at = (name: string) => join(folder, name);

function schulkonto(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [launcher, '--registry', at('registry.sqlite'), ...args], {
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

/** Whole processes in turn, ours and the other, in a school of 1,200; the medians, in seconds. */
function inTurn(pairs: number, ours: () => void, other: () => void): { ours: number; other: number } {
  folder = mkdtempSync(join(tmpdir(), 'schulkonto-bench-'));
  try {
    schulkonto('init', '--school', 'Bench', '--domain', 'bench.example');
    copyFileSync(at('registry.sqlite'), at('empty.sqlite'));
    writeFileSync(at('students.csv'), roster(students).replaceAll('"', ''));
    importAll();
    ours();
    other();
    const times = Array.from({ length: pairs }, () => [seconds(ours), seconds(other)] as const);
    return { ours: median(times.map(([time]) => time)), other: median(times.map(([, time]) => time)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importAll(): void {
  copyFileSync(at('empty.sqlite'), at('registry.sqlite'));
  schulkonto('roster', 'import', at('students.csv'), '--yes');
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

export const benches = [
  {
    name: 'import of 1,200 students at term start, beside node -e 0',
    aim: 4,
    run: async () => inTurn(15, importAll, nothing),
  },
  {
    name: 'user show among 1,200, beside node -e 0',
    aim: 1.7,
    run: async () => inTurn(41, () => schulkonto('user', 'show', 'anna.annamann-anna'), nothing),
  },
];
