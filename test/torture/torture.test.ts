import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundled } from '../support/program.ts';
import { type Kind, nothingYet, Trial } from './kills.ts';
import { Typing } from './typing.ts';

/** A small part of `npm run torture`, at other calls each time. */
const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
const titled = hasStrace ? '' : ' (skipped: strace is not installed, or may not trace)';

test.skipIf(!hasStrace)(`stopped anywhere, a command was not typed or is done, and can be typed again${titled}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'schulkonto-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [start, work] = [join(folder, 'start'), join(folder, 'work')];
  mkdirSync(start);
  const typing = new Typing(bundled());
  const day = '2026-08-20';
  const count = nothingYet();
  const stop = (line: string, kinds: readonly Kind[]) => {
    const trial = new Trial(typing, { line, day, piped: [] }, start, work);
    expect(trial.calls.length).toBeGreaterThan(5);
    for (const kind of kinds) {
      const call = trial.calls[Math.floor(Math.random() * trial.calls.length)];
      if (call && trial.canBe(call, kind)) trial.stopped(call, kind, count);
    }
    expect(trial.carriedOut()).toMatchObject({ exit: 0 });
  };
  stop('init --school "Gymnasium am See" --domain see.example', ['killed', 'failing once']);
  stop('user add --role student --given Anna --family Kern --class 5a', ['killed', 'killed', 'failing for good']);
  stop('leaver schedule anna.kern --left-on 2026-07-31', ['killed', 'failing once']);
  stop('backup create', ['killed', 'failing for good']);
  expect(count.lost).toEqual([]);
  expect(count.tried).toBeGreaterThan(5);
});
