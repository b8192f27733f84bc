import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changing, files, piped } from '../audit/session.ts';
import { intoReadme } from '../support/readme.ts';
import { crowd } from './crowd.ts';
import { damagedPages, forgedJournals } from './damage.ts';
import { registryName } from './held.ts';
import { type Count, type Kind, nothingYet, Trial } from './kills.ts';
import { type Deed, Typing } from './typing.ts';

/**
 * Stops every command that writes at every call of the system by which it writes, and looks whether anything is lost;
 * then ten at once for a minute, forged journals, damaged pages. `--every 5` takes every fifth of them; words choose
 * commands to be stopped: `npm run torture -- "leaver run"`; `--readme` writes the table into the README. Needs strace.
 */
const args = process.argv.slice(2);
const everyAt = args.indexOf('--every');
const every = everyAt < 0 ? 1 : Number(args.splice(everyAt, 2)[1]);
const chosen = args.filter((word) => word !== '--readme');
const isChosen = (line: string) => chosen.length === 0 || chosen.some((word) => line.includes(word));

const titles: Readonly<Record<Kind, string>> = {
  killed: 'killed',
  'failing once': 'one call fails',
  'failing for good': 'the disk is full from then on',
};
const minute = 60_000;
const making = 'init --school "Gymnasium am See" --domain see.example';

const typing = new Typing(join(process.cwd(), 'bin/schulkonto.js'));
const folder = mkdtempSync(join(tmpdir(), 'schulkonto-torture-'));
const work = join(folder, 'work');
const rows: string[] = [];
const lost: string[] = [];

try {
  const last = stopped();
  if (chosen.length === 0) await besides(last);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const text of lost) console.error(`! ${text}`);
const table = ['| what happens | tried | what came of it | lost |', '| --- | ---: | --- | ---: |', ...rows].join('\n');
console.log(table);
if (args.includes('--readme')) intoReadme('torture', table);
process.exitCode = lost.length > 0 ? 1 : 0;

/** Plays the session of every command, and stops each where its turn is. Where the school is then. */
function stopped(): { start: string; day: string } {
  const counts = new Map<Kind, Count>(
    (['killed', 'failing once', 'failing for good'] as const).map((kind) => [kind, nothingYet()]),
  );
  const start = school('school');
  let day = '2026-08-20';
  for (const [line, , on = day] of [[making, ''] as const, ...changing]) {
    day = on;
    const deed: Deed = { line, day, piped };
    if (isChosen(line)) stop(deed, start, counts);
    else typing.typed(start, deed);
  }
  for (const [kind, { tried, before, after, between, lost: found }] of counts)
    row(titles[kind], tried, `${before} as before, ${after} as after, ${between} in whole steps`, found);
  return { start, day };
}

function stop(deed: Deed, start: string, counts: Map<Kind, Count>): void {
  const trial = new Trial(typing, deed, start, work);
  const began = performance.now();
  for (const [index, call] of trial.calls.entries())
    if (index % every === 0)
      for (const [kind, count] of counts) if (trial.canBe(call, kind)) trial.stopped(call, kind, count);
  const { exit } = trial.carriedOut();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.error(`${deed.line}: ${trial.calls.length} calls, ${seconds} s; exit ${exit}`);
}

/** Ten at once, journals that are none of ours, damaged pages. */
async function besides({ start, day }: { start: string; day: string }): Promise<void> {
  const forged = forgedJournals(typing, start, work, day, [foreignJournal(day)]);
  row('a forged journal', forged.tried, `${forged.noticed} refused, ${forged.unharmed} without effect`, forged.lost);
  const damaged = damagedPages(typing, start, work, day, every);
  row('a damaged page', damaged.tried, `${damaged.noticed} refused, ${damaged.unharmed} not needed`, damaged.lost);
  const many = await crowd(typing, start, day, 10, minute / every);
  row('ten at once', many.tried, `${many.done} changes, ${many.busy} gave way`, many.lost);
}

function row(what: string, tried: number, came: string, found: readonly string[]): void {
  rows.push(`| ${what} | ${tried} | ${came} | ${found.length} |`);
  lost.push(...found);
}

/** A folder in which somebody is about to make a registry. */
function school(name: string): string {
  const start = join(folder, name);
  mkdirSync(start);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(start, file), content);
  return start;
}

/** What a command that was killed has left beside the registry of another school. */
function foreignJournal(day: string): Buffer {
  const start = school('another-school');
  typing.typed(start, { line: making, day, piped: [] });
  const deed: Deed = { line: 'settings set school.last-year 10', day, piped: [] };
  const calls = new Trial(typing, deed, start, work).calls.filter(({ name }) => name === 'pwrite64');
  const last = calls.at(-2);
  if (last) typing.killed(start, deed, last);
  const journal = join(start, `${registryName}-journal`);
  if (!existsSync(journal)) throw new Error('The other school has no journal.');
  return readFileSync(journal);
}
