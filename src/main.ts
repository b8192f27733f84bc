import { homedir, userInfo } from 'node:os';
import { crypto } from './load.ts';
import { run } from './run.ts';
import { loadPrompts } from './terminal/prompts.ts';
import type { Output, World } from './world.ts';

const { env, stdin, stdout, stderr, argv } = process;

/** SUDO_USER counts only where sudo can have set it: anybody can set a variable, but not be root. */
const operator = () => (process.getuid?.() === 0 && env.SUDO_USER) || userInfo().username;

function output(stream: NodeJS.WriteStream): Output {
  // A reader that has gone (`… | head`) ends the output quietly; the callback of the write tells us.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (text) => new Promise((resolve) => stream.write(text, () => resolve())),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
    colours: stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}

/** Nothing is read before the first line is asked for; and never from a terminal, which would show what is typed. */
async function* lines(): AsyncGenerator<string> {
  if (stdin.isTTY) return;
  const { createInterface } = await import('node:readline');
  try {
    yield* createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
  } finally {
    // A writer that keeps the pipe open would keep us waiting.
    stdin.destroy();
  }
}

const world: World = {
  now: () => new Date(),
  random: (bytes) => crypto().randomBytes(bytes),
  env,
  folder: process.cwd(),
  home: homedir(),
  operator: operator(),
  patience: 5000,
  attended: stdin.isTTY === true && stderr.isTTY === true,
  lines: lines(),
  out: output(stdout),
  err: output(stderr),
  prompts: (language) => loadPrompts(language, stdin, stderr),
};

process.exitCode = await run(argv.slice(2), world);
