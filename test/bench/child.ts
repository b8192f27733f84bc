import { spawnSync } from 'node:child_process';

/** A whole process to be measured. */
export interface Work {
  /** What has to be in place; it is not timed. */
  before?: () => void;
  command: readonly [string, ...string[]];
  /** What is piped into it. */
  input?: string;
  /** The exit codes that are no failure of the measurement. */
  exits?: readonly number[];
}

/** What a shell gives at least: a variable of the machine (a certificate file that Node reads) would flatter every ratio. */
const { PATH = '', HOME = '' } = process.env;
const maxBuffer = 2 ** 30;
const env = { PATH, HOME, LANG: 'C.UTF-8' };

/** The most that the process itself held; what Linux tells of a child counts its parent before the start, too. */
const reportsMemory = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync, writeSync } from 'node:fs';
  process.on('exit', () => writeSync(3, /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]));`)}`;

/** Does the work in a process of its own, what it prints thrown away; how long it took, in milliseconds. */
export function took({ before, command, input = '', exits = [0] }: Work): number {
  before?.();
  const [program, ...args] = command;
  const start = performance.now();
  const { status, stderr, error } = spawnSync(program, args, { env, input, maxBuffer });
  const taken = performance.now() - start;
  if (error || status === null || !exits.includes(status)) {
    throw new Error(`${command.join(' ')} ended with ${status}: ${error ?? stderr}`);
  }
  return taken;
}

/** The most memory that the work of a Node process holds at once, in megabytes; Linux only. */
export function peakOf({ before, command, input = '' }: Work): number {
  before?.();
  const [program, ...args] = command;
  const { output } = spawnSync(program, ['--import', reportsMemory, ...args], {
    env,
    input,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  });
  return Number(output[3]) / 1024;
}

/** What a command prints. */
export function printed({ command, exits = [0] }: Work): string {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer });
  if (status === null || !exits.includes(status))
    throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** Whether a program of another project is installed, to compare with. */
export const isInstalled = (program: string): boolean => spawnSync(program, ['--version'], { env }).status === 0;
