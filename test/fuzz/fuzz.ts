import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { caseOf } from './files.ts';
import { Tries, wrongIn } from './trying.ts';

/**
 * Imports files that were spoiled in every way, each for itself: `npm run fuzz -- --cases 100000`, from another seed with
 * `--seed`; `--case N` alone shows how that one ends. All must end in a plan or a refusal with words, within two seconds
 * of the processor and 300 MB. Exits with 1 where one does not; it is told by its number.
 */
const longest = 2000;
const largest = 300;
/** So many are tried in one process: what one leaves behind in memory must not count for all. */
const share = 500;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
    share: { type: 'string' },
  },
});
const seed = Number(values.seed);

if (values.case !== undefined) await show(Number(values.case));
else if (values.share === undefined) await all(Number(values.cases));
else await some(Number(values.share));

/** All cases, one share after the other, with how they ended. */
async function all(cases: number): Promise<void> {
  const ends = new Map<string, number>();
  let wrong = 0;
  for (let from = 0; from < cases; from += share) {
    const size = Math.min(share, cases - from);
    wrong += await child(seed + from, size, ends);
    if (process.stderr.isTTY) process.stderr.write(`\r${from + size} of ${cases}, ${wrong} wrong`);
  }
  const sorted = [...ends].sort(([, a], [, b]) => b - a);
  console.log(sorted.map(([end, count]) => `${String(count).padStart(8)}  ${end}`).join('\n'));
  console.log(`${cases - wrong} passed, ${wrong} failed`);
  process.exitCode = wrong > 0 ? 1 : 0;
}

/** A share in a process of its own. One that says nothing more for a while is stuck in its last case. */
function child(from: number, size: number, ends: Map<string, number>): Promise<number> {
  return new Promise((resolve) => {
    const started = fork(process.argv[1] ?? '', ['--seed', String(from), '--share', String(size)], { execArgv: [] });
    let wrong = 0;
    let last = from;
    const give = () => started.kill('SIGKILL');
    let patience = setTimeout(give, 60_000);
    started.on('message', ({ at, end, complaint }: { at: number; end: string; complaint?: string }) => {
      clearTimeout(patience);
      patience = setTimeout(give, 60_000);
      last = at + 1;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      if (complaint === undefined) return;
      wrong += 1;
      console.log(`case ${at}: ${complaint}`);
    });
    started.on('close', (code) => {
      clearTimeout(patience);
      if (code !== 0) console.log(`case ${last}: the process ended with ${code}`);
      resolve(wrong + (code === 0 ? 0 : 1));
    });
  });
}

/** What a child does: its cases, each told as it ends. */
async function some(size: number): Promise<void> {
  const tries = new Tries();
  await tries.open();
  let most = process.memoryUsage.rss();
  for (let at = seed; at < seed + size; at++) {
    const outcome = await tries.try(caseOf(at));
    const rss = process.memoryUsage.rss();
    const isBig = rss > largest * 2 ** 20 && rss > most;
    most = Math.max(most, rss);
    const complaint = wrongIn(outcome, longest) ?? (isBig ? `needs ${Math.round(rss / 2 ** 20)} MB` : undefined);
    process.send?.({ at, end: outcome.code ?? 'plan', complaint });
  }
  tries.close();
  process.disconnect?.();
}

async function show(at: number): Promise<void> {
  const one = caseOf(at);
  const tries = new Tries();
  await tries.open();
  const outcome = await tries.try(one);
  tries.close();
  console.log(one.name, one.bytes.length, 'bytes', one.options.join(' '));
  console.log(JSON.stringify(one.bytes.toString('utf8').slice(0, 2000)));
  console.log({
    ...outcome,
    err: outcome.err.slice(0, 3000),
    megabytes: Math.round(process.memoryUsage.rss() / 2 ** 20),
  });
}
