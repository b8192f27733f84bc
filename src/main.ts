import { fstatSync, writeSync } from 'node:fs';
import { availableParallelism, userInfo } from 'node:os';
import { crypto } from './load.ts';
import { run } from './run.ts';
import { folderGone, inputTooLong, noHome, outputNotWritten } from './terminal/failures.ts';
import { loadPrompts } from './terminal/prompts.ts';
import type { Output, World } from './world.ts';

const { env, argv } = process;

// Hashing uses every core; Node has four threads for such work unless it is told before the first of it begins.
env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));

/** Not everybody has an entry among the users of the system: a container may run as any number. */
function account(): { name: string; home: string | undefined } {
  try {
    const { username, homedir } = userInfo();
    return { name: username, home: homedir };
  } catch {
    return { name: `uid ${process.getuid?.()}`, home: undefined };
  }
}

/** SUDO_USER counts only where sudo can have set it: anybody can set a variable, but not be root. */
const operator = () => (process.getuid?.() === 0 && env.SUDO_USER) || account().name;

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
  // The callback of the write tells us; without anybody who listens, Node would end in a stack.
  if (to.listenerCount('error') === 0) to.on('error', () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => to.write(text, (error) => (error ? reject(notWritten(error)) : resolve()))),
    isTerminal: to.isTTY === true,
    columns: to.columns ?? 80,
    colours: to.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}

const notWritten = (error: NodeJS.ErrnoException) => outputNotWritten({ detail: error.code ?? error.message });

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
        else throw notWritten(error as Error);
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

/** More than a list of a whole country's pupils. */
const longestInput = 512 * 1024 * 1024;

async function bytes(): Promise<Buffer> {
  const { stdin } = process;
  if (stdin.isTTY) return Buffer.alloc(0);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stdin as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > longestInput) throw inputTooLong({});
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const world: World = {
  now: () => new Date(),
  random: (bytes) => crypto().randomBytes(bytes),
  env,
  get folder() {
    try {
      return process.cwd();
    } catch {
      throw folderGone({});
    }
  },
  get home() {
    const home = env.HOME || account().home;
    if (!home) throw noHome({});
    return home;
  },
  operator: operator(),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
  patience: 5000,
  get attended() {
    return process.stdin.isTTY === true && process.stderr.isTTY === true;
  },
  lines: lines(),
  bytes,
  get out() {
    return output(1);
  },
  get err() {
    return output(2);
  },
  onInterrupt: (told) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, told);
    return () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, told);
    };
  },
  prompts: (language) => loadPrompts(language, process.stdin, process.stderr),
};

/** Done when the command has ended. */
export const ended = run(argv.slice(2), world).then((exit) => {
  process.exitCode = exit;
});
