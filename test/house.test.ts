import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allActs, allSettings } from '../src/subject.ts';
import { subjects } from '../src/subjects.ts';

const source = join(import.meta.dirname, '../src');

/** From the street down: what stands in a row may look at the rows below it, never at its own row or up. */
const storeys = [
  ['main'],
  ['run'],
  ['commands'],
  ['subjects'],
  ['completion', 'each', 'school', 'duties'],
  ['people'],
  ['iserv'],
  ['nightly'],
  ['backups'],
  ['roster', 'consents', 'merging'],
  ['leavers', 'deletion', 'passwords', 'suspensions'],
  ['incidents', 'permits', 'requests'],
  ['terms', 'written'],
  ['administrators', 'modules'],
  ['users'],
  ['audit'],
  ['subject'],
  ['app'],
  ['settings'],
  ['database', 'terminal', 'pages', 'csv'],
  ['files', 'world', 'load', 'operator'],
  ['folders'],
  ['failures'],
  ['act', 'time', 'typed'],
  ['language'],
];

/** Rooms with rooms inside: from the top down, `.` for the files of the room itself. A subject may name them all. */
const innerStoreys: Readonly<Record<string, readonly string[]>> = {
  roster: ['importing', 'exporting', 'runs', 'planning', 'reading', 'formats', '.'],
  consents: ['missing', 'forms', 'list', 'purposes', 'court', 'telling', '.'],
  incidents: ['posts', '.'],
  leavers: ['notices', '.'],
  users: ['finding', '.', 'guardians'],
  nightly: ['proof', '.', 'traces'],
  passwords: ['issuing', '.', 'guessing'],
  people: ['classes', 'report', 'removing', '.'],
  iserv: ['reconcile', 'idle', 'live', 'hours', 'todo', 'export', '.'],
  database: ['.', 'migrations'],
  school: ['doctor', 'retention', '.'],
  csv: ['tables', 'workbook', 'bytes', '.'],
};

/** What kind of thing a file is, by its name: a kind may look at its own row and at those before it in its folder. */
const kinds = [['text', 'failures', 'settings', 'log', 'rules'], ['store'], ['acts'], ['commands'], ['subject']];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string) => (file.split('/')[0] ?? '').replace(/\.ts$/, '');
const storeyOf = (room: string) => storeys.findIndex((rooms) => rooms.includes(room));
const read = (file: string) => readFileSync(join(source, file), 'utf8');
const kindOf = (file: string) => kinds.findIndex((names) => names.includes(basename(file, '.ts')));

const imports = new Map(
  files.map((file) => [
    file,
    [...read(file).matchAll(/(?:from|import)\s*\(?'(\.[^']+\.ts)'/g)].map(([, path]) =>
      normalize(join(dirname(file), path ?? '')),
    ),
  ]),
);

/** Every import that is not as it should be, as `file → imported`. */
const wrong = (isWrong: (file: string, imported: string) => boolean) =>
  [...imports].flatMap(([file, all]) =>
    all.filter((imported) => isWrong(file, imported)).map((imported) => `${file} → ${imported}`),
  );

/** Groups of files that import each other, around in a ring (the strongly connected parts, by Tarjan). */
function rings(): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    let low = number;
    open.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    lowest.set(file, low);
    if (low === number) {
      const ring = open.splice(open.indexOf(file));
      if (ring.length > 1) found.push(ring.sort());
    }
    return low;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

describe('the house', () => {
  test('every room has its storey, and every room inside a room its place', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => storeyOf(room) < 0)).toEqual([]);
    const inner = files.flatMap((file) => {
      const [room = '', folder = '', ...rest] = file.split('/');
      return rest.length > 0 && !innerStoreys[room]?.includes(folder) ? [`${room}/${folder}`] : [];
    });
    expect([...new Set(inner)]).toEqual([]);
  });

  test('rooms look down, never up and never around', () => {
    expect(
      wrong(
        (file, imported) => roomOf(imported) !== roomOf(file) && storeyOf(roomOf(imported)) <= storeyOf(roomOf(file)),
      ),
    ).toEqual([]);
  });

  test('rooms inside a room look down, too', () => {
    const placeOf = (file: string) => {
      const [room = '', ...rest] = file.split('/');
      return innerStoreys[room]?.indexOf(rest.length > 1 ? (rest[0] ?? '') : '.') ?? 0;
    };
    expect(
      wrong(
        (file, imported) =>
          roomOf(imported) === roomOf(file) &&
          !['subject.ts', 'status.ts', 'report.ts', 'retention.ts', 'doctor.ts'].includes(basename(file)) &&
          placeOf(imported) < placeOf(file),
      ),
    ).toEqual([]);
  });

  test('in a folder, a kind of file looks at those below it: words, failures, rules, store, acts, commands', () => {
    expect(
      wrong(
        (file, imported) =>
          file.includes('/') &&
          dirname(file) === dirname(imported) &&
          kindOf(file) >= 0 &&
          kindOf(imported) > kindOf(file),
      ),
    ).toEqual([]);
  });

  test('no files look at each other in a ring', () => {
    expect(rings()).toEqual([]);
  });

  test('a file fits in the head, and a folder on a page', () => {
    const lengths = files.map((file) => ({ file, lines: read(file).split('\n').length }));
    const code = lengths.filter(({ file }) => !/(^|[/-])text\.ts$/.test(file));
    expect(code.filter(({ lines }) => lines > 350)).toEqual([]);
    expect(lengths.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(lengths.length / 2)]).toBeLessThan(100);
    const folders = [...new Set(files.map(dirname))].filter((folder) => !/(formats|migrations)$/.test(folder));
    const full = folders.map((folder) => [folder, files.filter((file) => dirname(file) === folder).length] as const);
    expect(full.filter(([, count]) => count > 16)).toEqual([]);
  });

  test('only main touches the process', () => {
    const touching = files.filter((file) => file !== 'main.ts' && /\bprocess\.(?!platform\b|pid\b)/.test(read(file)));
    expect(touching).toEqual([]);
  });

  test('every failure has a code of its own, in words of both languages', async () => {
    const rooms = files.filter((file) => /(^|\/)(failures|files)\.ts$/.test(file));
    const failures = (await Promise.all(rooms.map((file) => import(join(source, file)))))
      .flatMap((room) => Object.values(room) as { code?: string; exit?: number }[])
      .filter((made) => typeof made === 'function' && 'code' in made && 'exit' in made);
    const codes = failures.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code ?? ''))).toEqual([]);
  });
});

describe('the subjects', () => {
  test('each room that does something is on the list', () => {
    const listed = [...read('subjects.ts').matchAll(/from '\.\/(\w+)\/subject\.ts'/g)].map(([, room]) => room);
    const rooms = files.filter((file) => /^\w+\/(commands|acts)\.ts$/.test(file)).map(roomOf);
    expect([...new Set(rooms)].filter((room) => !listed.includes(room))).toEqual([]);
  });

  test('every setting and every act that is declared is known to the house, under a key of its own', async () => {
    const declared = (pattern: RegExp) =>
      files.flatMap((file) => [...read(file).matchAll(pattern)].map(([, key]) => key ?? '')).sort();
    const settings = (await allSettings(subjects)).map(({ key }) => key);
    const acts = (await allActs(subjects)).map(({ code }) => code);
    expect(settings.filter((key) => !/\.(student|teacher|guardian|staff)$/.test(key)).sort()).toEqual(
      declared(/setting\(\s*'([^']+)'/g),
    );
    expect(acts.sort()).toEqual(declared(/\bact\(\s*'([^']+)'/g));
    expect(new Set([...settings, ...acts]).size).toBe(settings.length + acts.length);
  });
});
