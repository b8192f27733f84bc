import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../support/words.ts';
import { registryName } from './held.ts';

/** What a command line does to a folder, on a day, with what is piped into it. */
export interface Deed {
  line: string;
  day: string;
  piped: readonly string[];
}

export interface Ended {
  /** null: killed. */
  exit: number | null;
  out: string;
  err: string;
}

/** A call of the system by which a command writes, and which of its name it is. */
export interface Call {
  name: string;
  count: number;
}

/** The calls by which files come, change and go. */
const writing =
  'write,pwrite64,writev,fsync,fdatasync,ftruncate,rename,link,linkat,unlink,unlinkat,mkdir,rmdir,chmod,fchmod';

/** What the system says when such a call can't be done. */
const errors: Readonly<Record<string, string>> = { fsync: 'EIO', fdatasync: 'EIO', chmod: 'EPERM', fchmod: 'EPERM' };

export class Typing {
  private readonly launcher: string;
  /** Each command starts a moment after the one before, on whichever day. */
  private moments = 0;

  constructor(launcher: string) {
    this.launcher = launcher;
  }

  typed(folder: string, deed: Deed): Ended {
    return this.run(folder, deed, []);
  }

  /** The calls by which this command writes in the folder, in their order. */
  calls(folder: string, deed: Deed): Call[] {
    const record = `${folder}.calls`;
    this.run(folder, deed, ['strace', '-y', '-o', record, '-e', `trace=${writing}`]);
    const counts = new Map<string, number>();
    return readFileSync(record, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name] = /^(\w+)\(/.exec(line) ?? [];
        if (!name) return [];
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        return line.includes(`${folder}/`) ? [{ name, count }] : [];
      });
  }

  /** Typed, and killed as it makes this call, which is not made any more. */
  killed(folder: string, deed: Deed, { name, count }: Call): Ended {
    return this.run(folder, deed, inject(name, 'signal=KILL', `${count}`));
  }

  /** Typed on a disk that doesn't write any more from this call on, or just this once. */
  failing(folder: string, deed: Deed, { name, count }: Call, forGood: boolean): Ended {
    return this.run(folder, deed, inject(name, `error=${errors[name] ?? 'ENOSPC'}`, `${count}${forGood ? '+' : ''}`));
  }

  /** Typed while others type, too. */
  meanwhile(folder: string, deed: Deed): Promise<Ended> {
    const { command, args, options } = this.process(folder, deed, []);
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
      const texts = { out: '', err: '' };
      child.stdout.on('data', (text) => {
        texts.out += text;
      });
      child.stderr.on('data', (text) => {
        texts.err += text;
      });
      child.stdin.end(options.input);
      child.on('error', reject);
      child.on('close', (exit) => resolve({ exit, ...texts }));
    });
  }

  private run(folder: string, deed: Deed, before: readonly string[]): Ended {
    const { command, args, options } = this.process(folder, deed, before);
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      ...options,
      encoding: 'utf8',
      timeout: patience,
      killSignal: 'SIGTERM',
    });
    if (error) throw error;
    return { exit: status, out: stdout, err: stderr };
  }

  private process(folder: string, { line, day, piped }: Deed, before: readonly string[]) {
    this.moments += 500;
    const [command = '', ...args] = [
      ...before,
      process.execPath,
      '--import',
      clock(day, this.moments),
      this.launcher,
      ...words(`${line} --yes`),
    ];
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      LANG: 'C.UTF-8',
      SCHULKONTO_REGISTRY: join(folder, registryName),
    };
    return { command, args, options: { cwd: folder, env, input: piped.map((text) => `${text}\n`).join('') } };
  }
}

/** No command takes a minute here: one that does hangs. In milliseconds. */
const patience = 60_000;

const inject = (name: string, what: string, when: string) => [
  'strace',
  '-o',
  '/dev/null',
  '-e',
  `trace=${name}`,
  '-e',
  `inject=${name}:${what}:when=${when}`,
];

/** The program takes no other day than the machine's: here the machine's is another. */
const clock = (day: string, moment: number) =>
  `data:text/javascript,${encodeURIComponent(`
    const real = Date, away = real.parse('${day}T06:00:00Z') + ${moment} - real.now();
    globalThis.Date = class extends real {
      constructor(...parts) { parts.length ? super(...parts) : super(real.now() + away) }
      static now() { return real.now() + away }
    };`)}`;
