import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { printed, type Work } from './child.ts';
import { guardians, rosters } from './people.ts';

const launcher = join(process.cwd(), 'bin/schulkonto.js');

/** What has happened at the school before a measurement. */
export type State = 'empty' | 'last-year' | 'this-year' | 'guardians' | 'consents' | 'leavers';

/** A school of so many students, in a folder of its own; its states are made once, when they are first asked for. */
export class School {
  readonly size: number;
  private readonly folder: string;

  constructor(folder: string, size: number) {
    this.size = size;
    this.folder = join(folder, String(size));
    mkdirSync(this.folder);
    const summer = new Date().getFullYear();
    const { before, now } = rosters(size, summer);
    writeFileSync(this.at('last-year.csv'), before);
    writeFileSync(this.at('this-year.csv'), now);
    writeFileSync(this.at('guardians.csv'), guardians(size, summer));
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  /** A command as it is typed, in a state of the school; `fresh` where it changes something. */
  command(
    state: State,
    line: string,
    { fresh = false, exits = [0] }: { fresh?: boolean; exits?: number[] } = {},
  ): Work {
    const kept = this.state(state);
    const registry = fresh ? this.at('registry.sqlite') : kept;
    const words = line.split(' ').map((word) => (word.endsWith('.csv') ? this.at(word) : word));
    return {
      ...(fresh && { before: () => this.renew(kept, registry) }),
      command: [process.execPath, launcher, '--registry', registry, ...words],
      exits,
    };
  }

  /** A registry in that state, to be read only. */
  state(state: State): string {
    const file = this.at(`${state}.sqlite`);
    if (existsSync(file)) return file;
    const [from, make] = this.states[state];
    if (from) copyFileSync(this.state(from), file);
    make(file);
    rmSync(this.at('backups'), { recursive: true, force: true });
    return file;
  }

  /** Puts a registry back to a state, without the backups that were made meanwhile. */
  renew(kept: string, registry: string): void {
    copyFileSync(kept, registry);
    rmSync(this.at('backups'), { recursive: true, force: true });
  }

  private readonly states: Record<State, [from: State | undefined, make: (file: string) => void]> = {
    empty: [undefined, (file) => this.do(file, 'init --school Schule --domain schule.example')],
    'last-year': ['empty', (file) => this.do(file, 'roster import last-year.csv -y')],
    'this-year': ['last-year', (file) => this.do(file, `roster import this-year.csv -y --approve ${this.approval()}`)],
    guardians: ['last-year', (file) => this.do(file, 'roster import guardians.csv --role guardian -y')],
    consents: ['guardians', withConsents],
    leavers: ['guardians', (file) => this.withLeavers(file)],
  };

  /** Makes a place for a table of somebody else's, with what it holds already. */
  empty(file: string, filling?: Work): void {
    rmSync(file, { force: true });
    if (!filling) return;
    const kept = `${file}.${createHash('sha256').update(filling.command.join()).digest('hex')}`;
    if (!existsSync(kept)) {
      printed(filling);
      copyFileSync(file, kept);
    } else copyFileSync(kept, file);
  }

  remove(name: string): void {
    rmSync(this.at(name), { force: true });
  }

  /** The account of somebody in the middle. */
  somebody(): string {
    const db = new Database(this.state('last-year'), { readonly: true });
    const account = db
      .prepare('SELECT account FROM users WHERE id = ?')
      .pluck()
      .get(this.size >> 1);
    db.close();
    return String(account);
  }

  /** How many the night deletes in the state `leavers`. */
  due(): number {
    return Math.floor(this.size / 100);
  }

  /** The name of the plan of a term start: in the months when nobody finishes school, whoever leaves must be approved. */
  approval(): string {
    const work = this.command('last-year', 'roster import this-year.csv --dry-run --json', { exits: [0, 5] });
    return JSON.parse(printed(work)).plan;
  }

  /** One of a hundred is due, and the night before has gone well. */
  private withLeavers(file: string): void {
    this.do(file, 'leaver run');
    changed(
      file,
      `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
       SELECT id, date('now', '-60 days'), date('now', '-30 days'), date('now', '-1 day'), 'by-hand' FROM users
       WHERE role = 'student' AND id % 100 = 0`,
    );
  }

  private do(registry: string, line: string): void {
    const words = line.split(' ').map((word) => (word.endsWith('.csv') ? this.at(word) : word));
    printed({ command: [process.execPath, launcher, '--registry', registry, ...words], exits: [0, 5] });
  }
}

/** Three purposes, on which nine of ten have decided; one of twenty has refused. Students and guardians, as their ages ask. */
const withConsents = (file: string): void =>
  changed(
    file,
    `INSERT INTO terms VALUES ('1', '2026-01-01', '${'0'.repeat(64)}', x'20', '2026-01-01T08:00:00.000Z', 'bench');
     INSERT INTO purposes (name, title, about) VALUES ('photos', 'Fotos', ''), ('video', 'Video', '');
     INSERT INTO purpose_roles (role, purpose) VALUES ('student', 'photos'), ('student', 'video');
     INSERT INTO consents (user_id, purpose, version, decision, guardian_name, decided_on, channel, recorded_at, recorded_by)
     SELECT u.id, r.purpose, iif(r.purpose = 'terms', '1', NULL), iif((u.id + length(r.purpose)) % 20 = 0, 'refused', 'given'),
       w.name, '2026-08-01', 'paper', '2026-08-01T08:00:00.000Z', 'bench'
     FROM users u JOIN purpose_roles r ON r.role = u.role
       JOIN (SELECT NULL AS name UNION ALL SELECT 'Guardian') w
         ON iif(w.name IS NULL, u.birth_date <= date('now', '-14 years'), u.birth_date > date('now', '-16 years'))
     WHERE u.role = 'student' AND (u.id * 7 + length(r.purpose)) % 10 > 0`,
  );

function changed(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}
