import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/run.ts';
import type { World } from '../../src/world.ts';
import type { Case } from './files.ts';

/** How an import ended. */
export interface Outcome {
  readonly exit: number;
  /** The code of the failure; null where there is a plan. */
  readonly code: string | null;
  /** The work of the processor, in milliseconds: how busy the machine is makes no difference. */
  readonly took: number;
  readonly err: string;
}

/** What a faulty file, or an option that doesn't fit it, may end in: a plan, or a refusal with words. */
const allowed: ReadonlySet<number> = new Set([0, 2, 3, 4, 5]);

/** Why an outcome is none that may be; undefined where it may. */
export function wrongIn({ exit, code, took }: Outcome, longest: number): string | undefined {
  if (!allowed.has(exit) || (exit === 0) !== (code === null))
    if (!(exit === 5 && code === null)) return `ended with ${exit}`;
  return took > longest ? `took ${Math.round(took)} ms` : undefined;
}

/** A school with a few people, for whom files are tried; none of them is applied. */
export class Tries {
  private readonly folder = mkdtempSync(join(tmpdir(), 'schulkonto-fuzz-'));

  async open(): Promise<void> {
    await this.type(['init', '--school', 'Schule', '--domain', 'see.example', '--yes']);
    const people = Array.from(
      { length: 12 },
      (_, at) => `${at};Kind ${'ABCDEFGHIJKL'[at]?.repeat(4)};Müller;5a;${at + 10}.02.2014`,
    );
    writeFileSync(
      join(this.folder, 'list.csv'),
      ['Import-ID;Vorname;Nachname;Klasse;Geburtsdatum', ...people].join('\n'),
    );
    const { exit, err } = await this.type(['roster', 'import', 'list.csv', '--yes']);
    if (exit !== 0) throw new Error(`The roster of the start was not imported: ${err}`);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async try({ name, bytes, options }: Case): Promise<Outcome> {
    writeFileSync(join(this.folder, name), bytes);
    const before = process.cpuUsage();
    const { exit, out, err } = await this.type(['roster', 'import', name, '--dry-run', '--json', ...options]);
    const { user, system } = process.cpuUsage(before);
    const code = exit === 0 || exit === 5 ? planIn(out) : failureIn(err);
    return { exit, code, took: (user + system) / 1000, err };
  }

  private async type(args: readonly string[]) {
    const texts = { out: '', err: '' };
    const output = (to: keyof typeof texts) => ({
      write: async (text: string) => {
        texts[to] += text;
      },
      isTerminal: false,
      columns: 80,
      colours: false,
    });
    const world: World = {
      now: () => new Date('2026-08-20T08:00:00Z'),
      random: (bytes) => Buffer.alloc(bytes, 7),
      env: { SCHULKONTO_REGISTRY: join(this.folder, 'registry.sqlite'), LANG: 'en_GB.UTF-8' },
      folder: this.folder,
      home: this.folder,
      operator: 'fuzz',
      attended: false,
      lines: (async function* () {})(),
      bytes: async () => Buffer.alloc(0),
      deadline: AbortSignal.timeout,
      patience: 5000,
      out: output('out'),
      err: output('err'),
      onInterrupt: () => () => {},
      another: async () => 0,
      tellSystem: async () => {},
      prompts: async () => {
        throw new Error('Nobody sits there.');
      },
    };
    const exit = await run(args, world);
    return { exit, ...texts };
  }
}

/** A plan has no code; what is no plan is said to be `no-plan`. */
function planIn(out: string): string | null {
  try {
    return typeof JSON.parse(out).plan === 'string' ? null : 'no-plan';
  } catch {
    return 'no-plan';
  }
}

function failureIn(err: string): string {
  try {
    return JSON.parse(err).error.code;
  } catch {
    return 'no-words';
  }
}
