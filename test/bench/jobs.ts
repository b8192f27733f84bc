import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isInstalled, type Work } from './child.ts';
import type { School } from './school.ts';

/** One thing that is measured, and what it is measured beside; `first` is the smallest school. */
export interface Job {
  name: string;
  ours: (school: School, first: School) => Work;
  beside: Record<string, (school: School, first: School) => Work | undefined>;
}

const bareScript = join(import.meta.dirname, 'bare.js');

const node = { 'node -e 0': ({ size }: School) => (size > 1200 ? undefined : nothing) };
/** What should be there at a glance, however large the school. */
const glance = { 'node -e 0': () => nothing };
const nothing: Work = { command: [process.execPath, '-e', '0'] };

const bare = (school: School, ...args: string[]): Work => ({
  before: () => school.renew(school.state('last-year'), school.at('registry.sqlite')),
  command: [process.execPath, bareScript, ...args],
});

/** The upsert of a file into an empty table, or into one that holds another file already. */
function upserted(school: School, file: string, { keys = 1, onto }: { keys?: number; onto?: string } = {}) {
  const into = school.at('bare.sqlite');
  const upsert = (name: string): Work => ({
    command: [process.execPath, bareScript, 'upsert', into, school.at(name), String(keys)],
  });
  return { ...upsert(file), before: () => school.empty(into, onto ? upsert(onto) : undefined) };
}

const others = {
  'csv-parse and better-sqlite3, upsert': (school: School) =>
    upserted(school, 'this-year.csv', { onto: 'last-year.csv' }),
  'sqlite3, .import and upsert': (school: School) => imported(school),
  'sqlite-utils upsert': (school: School) => withSqliteUtils(school),
};

function imported(school: School): Work | undefined {
  if (!isInstalled('sqlite3')) return undefined;
  const into = school.at('bare.sqlite');
  const load = (name: string): Work => ({
    command: [
      'sqlite3',
      into,
      '.mode csv',
      '.separator ;',
      `.import "${school.at(name)}" staged`,
      'CREATE TABLE IF NOT EXISTS people (id PRIMARY KEY, given, family, class, born, groups, email)',
      `INSERT INTO people SELECT * FROM staged WHERE true ON CONFLICT DO UPDATE SET given = excluded.given,
         family = excluded.family, class = excluded.class, born = excluded.born, groups = excluded.groups, email = excluded.email`,
      'DROP TABLE staged',
    ],
  });
  return { ...load('this-year.csv'), before: () => school.empty(into, load('last-year.csv')) };
}

function withSqliteUtils(school: School): Work | undefined {
  if (!isInstalled('sqlite-utils')) return undefined;
  const into = school.at('bare.sqlite');
  const load = (name: string): Work => ({
    command: [
      'sqlite-utils',
      'upsert',
      into,
      'people',
      school.at(name),
      '--csv',
      '--delimiter',
      ';',
      '--pk',
      'Import-ID',
    ],
  });
  return { ...load('this-year.csv'), before: () => school.empty(into, load('last-year.csv')) };
}

/** The same password, judged by zxcvbn with the lists that it brings; found from here, wherever that is. */
const alone = `require(${JSON.stringify(createRequire(import.meta.url).resolve('zxcvbn'))})('Wolkenbruch+7Tassen')`;

const termStart = 'roster import this-year.csv';
const fresh = { fresh: true, exits: [0, 5] };
const planned = { exits: [0, 5] };

export const jobs: readonly Job[] = [
  { name: '--version', ours: (school) => school.command('empty', '--version'), beside: node },
  {
    name: 'user show',
    ours: (school) => school.command('last-year', 'user show --json 1'.replace('1', school.somebody())),
    beside: {
      ...glance,
      'the same among 1,200': (school, first) =>
        school === first ? undefined : first.command('last-year', `user show --json ${first.somebody()}`),
    },
  },
  {
    name: 'password check',
    ours: (school) => ({ ...school.command('empty', 'password check'), input: 'Wolkenbruch+7Tassen\n' }),
    beside: {
      ...node,
      'zxcvbn alone': ({ size }) => (size > 1200 ? undefined : { command: [process.execPath, '-e', alone] }),
    },
  },
  { name: 'status', ours: (school) => school.command('consents', 'status'), beside: glance },
  {
    name: 'roster import, everybody new',
    ours: (school) => school.command('empty', 'roster import last-year.csv -y', fresh),
    beside: {
      ...node,
      'csv-parse and better-sqlite3, upsert': (school) => upserted(school, 'last-year.csv'),
    },
  },
  {
    name: 'roster import, nothing changed',
    ours: (school) => school.command('last-year', 'roster import last-year.csv -y', planned),
    beside: {
      ...node,
      'csv-parse and better-sqlite3, upsert': (school) => upserted(school, 'last-year.csv', { onto: 'last-year.csv' }),
    },
  },
  {
    name: 'term start, the plan for people',
    ours: (school) => school.command('last-year', `${termStart} --dry-run`, planned),
    beside: { ...node, ...others },
  },
  {
    name: 'term start, the plan as JSON',
    ours: (school) => school.command('last-year', `${termStart} --dry-run --json`, planned),
    beside: { ...node, ...others },
  },
  {
    name: 'term start, applied',
    ours: (school) => school.command('last-year', `${termStart} -y --approve ${school.approval()}`, fresh),
    beside: { ...node, ...others },
  },
  {
    name: 'roster undo',
    ours: (school) => school.command('this-year', 'roster undo 2 -y', fresh),
    beside: {
      ...node,
      'term start, applied': (school) =>
        school.command('last-year', `${termStart} -y --approve ${school.approval()}`, fresh),
    },
  },
  {
    name: 'guardians, everybody new',
    ours: (school) => school.command('last-year', 'roster import guardians.csv --role guardian -y', fresh),
    beside: {
      'csv-parse and better-sqlite3, upsert': (school) => upserted(school, 'guardians.csv', { keys: 3 }),
    },
  },
  {
    name: 'guardians, nothing changed',
    ours: (school) => school.command('guardians', 'roster import guardians.csv --role guardian -y', fresh),
    beside: {
      'guardians, everybody new': (school) =>
        school.command('last-year', 'roster import guardians.csv --role guardian -y', fresh),
    },
  },
  {
    name: 'user list',
    ours: (school) => school.command('last-year', 'user list'),
    beside: { ...node, 'SELECT * FROM users, as JSON': (school) => bare(school, 'list', school.state('last-year')) },
  },
  {
    name: 'user list --class 7a --json',
    ours: (school) => school.command('last-year', 'user list --class 7a --json'),
    beside: glance,
  },
  {
    name: 'suspension impose',
    ours: (school) =>
      school.command(
        'last-year',
        `suspension impose ${school.somebody()} --reason Streit --clause mass-mail -y`,
        fresh,
      ),
    beside: {
      ...glance,
      'the same among 1,200': (school, first) =>
        school === first
          ? undefined
          : first.command(
              'last-year',
              `suspension impose ${first.somebody()} --reason Streit --clause mass-mail -y`,
              fresh,
            ),
    },
  },
  {
    name: 'consent missing',
    ours: (school) => school.command('consents', 'consent missing'),
    beside: { ...node, 'SELECT * FROM users, as JSON': (school) => bare(school, 'list', school.state('consents')) },
  },
  {
    name: 'leaver run, one of a hundred deleted',
    ours: (school) => school.command('leavers', `leaver run --approve ${school.due()}`, fresh),
    beside: {
      ...node,
      'a bare DELETE of each': (school) => ({
        ...bare(school, 'delete', school.at('registry.sqlite')),
        before: () => school.renew(school.state('leavers'), school.at('registry.sqlite')),
      }),
    },
  },
  {
    name: 'backup create',
    ours: (school) => school.command('last-year', 'backup create', fresh),
    beside: {
      ...node,
      'VACUUM INTO and a check': (school) => ({
        ...bare(school, 'copy', school.state('last-year'), school.at('copy.sqlite')),
        before: () => school.remove('copy.sqlite'),
      }),
    },
  },
];
