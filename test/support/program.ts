import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The program built from today's source, as one script. */
export function bundled(): string {
  const bundle = join(root, `node_modules/.cache/schulkonto-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(root, 'src/main.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: bundle,
  });
  onTestFinished(() => rmSync(bundle, { force: true }));
  return bundle;
}

/** The program as it is installed: a command `schulkonto` in a folder for the PATH. */
export function installed(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'schulkonto'), `#!/bin/sh\nexec ${process.execPath} ${bundled()} "$@"\n`, { mode: 0o755 });
  return bin;
}

/** Starts a command with the bare environment that is given, and waits for its end. */
export function ended(
  command: string,
  args: string[],
  env: Record<string, string>,
  started: (child: ChildProcess) => void = () => {},
): Promise<{ exit: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env });
    const texts = { out: '', err: '' };
    child.stdout.on('data', (text) => {
      texts.out += text;
    });
    child.stderr.on('data', (text) => {
      texts.err += text;
    });
    child.on('close', (exit) => resolve({ exit, ...texts }));
    started(child);
  });
}
