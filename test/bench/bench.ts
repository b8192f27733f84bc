import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { intoReadme } from '../support/readme.ts';
import { peakOf, took } from './child.ts';
import { hashing } from './hashing.ts';
import { type Job, jobs } from './jobs.ts';
import { School } from './school.ts';

/**
 * Speed, measured side by side: what we do and what it is compared with take turns, each a whole process in a bare
 * environment, so that a machine that is slow for a while is slow for all. Prints one table of ratios. Numbers choose
 * the sizes of the school, words the jobs: `npm run bench -- 1000000 "user show"`. `--readme` writes the table into the README.
 */
const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const chosen = words.filter((word) => !/^\d+$|^--readme$/.test(word));
const isChosen = (name: string) => chosen.length === 0 || chosen.some((word) => name.includes(word));

/** How long one cell of the table may take, in milliseconds; what takes long is done three times all the same. */
const patience = 5000;

interface Row {
  job: string;
  beside: string;
  ratios: Map<number, number>;
  peaks: Map<number, number>;
}

const rows: Row[] = [];
const rowOf = (job: string, beside: string): Row => {
  const known = rows.find((row) => row.job === job && row.beside === beside);
  if (known) return known;
  const made = { job, beside, ratios: new Map(), peaks: new Map() };
  rows.push(made);
  return made;
};

/** All that one job is measured beside, in turn; first once for nothing. */
function measure(job: Job, school: School, first: School): void {
  const ours = job.ours(school, first);
  const others = Object.entries(job.beside).flatMap(([name, make]) => {
    const work = make(school, first);
    return work ? [{ name, work, times: [] as number[] }] : [];
  });
  if (others.length === 0) return;
  const times: number[] = [];
  const started = performance.now();
  const all = [{ work: ours, times }, ...others];
  for (const { work } of all) took(work);
  const rounds = Math.min(41, Math.max(3, Math.round(patience / (performance.now() - started))));
  for (let round = 0; round < rounds; round += 1) for (const one of all) one.times.push(took(one.work));
  const peak = peakOf(ours);
  for (const other of others) {
    const row = rowOf(job.name, other.name);
    row.ratios.set(school.size, Math.min(...times) / Math.min(...other.times));
    row.peaks.set(school.size, peak);
    const seconds = [times, other.times].map((of) => `${ms(Math.min(...of))}/${ms(median(of))}`).join(' beside ');
    console.error(
      `${job.name}, ${school.size}, beside ${other.name}: ${ratio(row.ratios.get(school.size))} (least/median ms: ${seconds}; ${rounds} rounds; ${peak.toFixed(0)} MB)`,
    );
  }
}

function inMarkdown(columns: readonly number[]): string {
  const [cpu] = cpus();
  const head = ['Command', 'beside', ...columns.map((size) => size.toLocaleString('en')), 'memory'];
  const lines = rows.map(({ job, beside, ratios, peaks }) => [
    job,
    beside,
    ...columns.map((size) => ratio(ratios.get(size))),
    peaks.size === 0
      ? ''
      : columns.flatMap((size) => (peaks.has(size) ? [peaks.get(size)?.toFixed(0)] : [])).join(' · '),
  ]);
  return [
    ...[head, head.map((_, at) => (at < 2 ? '---' : '---:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `Node.js ${process.version.slice(1)}, ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB.`,
  ].join('\n');
}

function ms(time: number): string {
  return time.toFixed(time < 100 ? 1 : 0);
}

function ratio(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(value < 10 ? 2 : 1);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), 'schulkonto-bench-'));
try {
  const schools = (sizes.length > 0 ? sizes : [1200, 10_000, 100_000]).map((size) => new School(folder, size));
  for (const job of jobs.filter(({ name }) => isChosen(name)))
    for (const school of schools) measure(job, school, schools[0] ?? school);
  if (isChosen(hashing.name))
    rowOf(hashing.name, hashing.beside).ratios.set(schools[0]?.size ?? 0, await hashing.ratio());
  const table = inMarkdown(schools.map(({ size }) => size));
  console.log(table);
  if (words.includes('--readme')) intoReadme('bench', table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
