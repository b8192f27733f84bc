import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changing, files, making, piped } from '../audit/session.ts';
import { type Count, type Kind, nothingYet, Trial } from './kills.ts';
import { type Deed, Typing } from './typing.ts';

/**
 * Stops every command that writes at every call of the system by which it writes, and looks whether anything was lost.
 * `npm run torture -- --every 5` takes every fifth call; words choose commands: `npm run torture -- "leaver run"`.
 * Needs strace.
 */
const args = process.argv.slice(2);
const everyAt = args.indexOf('--every');
const every = everyAt < 0 ? 1 : Number(args.splice(everyAt, 2)[1]);
const isChosen = (line: string) => args.length === 0 || args.some((word) => line.includes(word));

const kinds: readonly Kind[] = ['killed', 'failing once', 'failing for good'];
const counts = new Map<Kind, Count>(kinds.map((kind) => [kind, nothingYet()]));

const typing = new Typing(join(process.cwd(), 'bin/schulkonto.js'));
const folder = mkdtempSync(join(tmpdir(), 'schulkonto-torture-'));
try {
  const start = join(folder, 'school');
  mkdirSync(start);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(start, name), content);
  const first = '2026-08-20';
  const lines = [[`${making[0]} --school "Gymnasium am See" --domain see.example`, ''] as const, ...changing];
  let day = first;
  for (const [line, , on = day] of lines) {
    day = on;
    const deed: Deed = { line, day, piped };
    if (isChosen(line)) torture(deed, start);
    else typing.typed(start, deed);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function torture(deed: Deed, start: string): void {
  const trial = new Trial(typing, deed, start, join(folder, 'work'));
  const began = performance.now();
  trial.calls.forEach((call, index) => {
    if (index % every !== 0) return;
    for (const [kind, count] of counts) if (trial.canBe(call, kind)) trial.stopped(call, kind, count);
  });
  const { exit, err } = trial.carriedOut();
  console.error(
    `${deed.line}: ${trial.calls.length} calls, ${((performance.now() - began) / 1000).toFixed(1)} s, exit ${exit} ${exit === 0 ? '' : err}`,
  );
}

for (const [kind, { lost }] of counts) for (const text of lost) console.error(`! ${kind}: ${text}`);
console.log('| stopped | tried | as before | as after | between | lost |\n| --- | ---: | ---: | ---: | ---: | ---: |');
for (const [kind, { tried, before, after, between, lost }] of counts)
  console.log(`| ${kind} | ${tried} | ${before} | ${after} | ${between} | ${lost.length} |`);
