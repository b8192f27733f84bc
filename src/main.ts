import { fstatSync, writeSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { crypto } from './load.ts';
import { run } from './run.ts';
import { loadPrompts } from './terminal/prompts.ts';
import type { Output, World } from './world.ts';

const { env, argv } = process;

/** SUDO_USER counts only where sudo can have set it: anybody can set a variable, but not be root. */
const operator = () => (process.getuid?.() === 0 && env.SUDO_USER) || userInfo().username;

/** Where text goes. What Node needs for a stream takes longer to load than most commands to run, so only a terminal gets one. */
const outputs = new Map<1 | 2, Output>();
function output(fd: 1 | 2): Output {
  const known = outputs.get(fd);
  if (known) return known;
  const made = fstatSync(fd).isCharacterDevice() ? stream(fd === 1 ? process.stdout : process.stderr) : direct(fd);
  outputs.set(fd, made);
  return made;
}

function stream(to: NodeJS.WriteStream): Output {
  return {
    write: (text) => new Promise((resolve) => to.write(text, () => resolve())),
    isTerminal: to.isTTY === true,
    columns: to.columns ?? 80,
    colours: to.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}

/** A file or a pipe. A reader that has gone (`… | head`) ends the output quietly. */
function direct(fd: 1 | 2): Output {
  let hasGone = false;
  const write = async (text: string) => {
    let rest = Buffer.from(text);
    while (rest.length > 0 && !hasGone) {
      try {
        rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EPIPE') hasGone = true;
        // A pipe that does not wait for its reader, and is full.
        else if (code === 'EAGAIN') await new Promise((resolve) => setTimeout(resolve, 5));
        else throw error;
      }
    }
  };
  return { write, isTerminal: false, columns: 80, colours: false };
}

/** Nothing is read before the first line is asked for; and never from a terminal, which would show what is typed. */
async function* lines(): AsyncGenerator<string> {
  const { stdin } = process;
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
  get attended() {
    return process.stdin.isTTY === true && process.stderr.isTTY === true;
  },
  lines: lines(),
  get out() {
    return output(1);
  },
  get err() {
    return output(2);
  },
  prompts: (language) => loadPrompts(language, process.stdin, process.stderr),
};

/** Done when the command has ended. */
export const ended = run(argv.slice(2), world).then((exit) => {
  process.exitCode = exit;
});
