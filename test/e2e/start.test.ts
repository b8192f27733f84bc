import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const top = join(import.meta.dirname, '../..');
let folder = '';
const at = (...names: string[]) => join(folder, ...names);

// An installation of our own: here it is broken in every way.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'schulkonto-start-'));
  symlinkSync(join(top, 'node_modules'), at('node_modules'));
  cpSync(join(top, 'bin'), at('bin'), { recursive: true });
  const built = spawnSync(process.execPath, [join(top, '.build.mjs'), at('built')], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(at('dist'), { recursive: true, force: true });
  cpSync(at('built'), at('dist'), { recursive: true });
});

const program = (...args: string[]) => withInput('', ...args);
const withInput = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, [at('bin/schulkonto.js'), ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'C' },
  });

const compiled = () => at('dist', readdirSync(at('dist')).find((name) => name.endsWith('.cache')) ?? 'none');
const version = () => program('--version').stdout;

/** Compiles another program in its place, whose version is 9.9.9: what V8 itself can't tell from ours. */
function disguise(): void {
  const source = readFileSync(at('dist/schulkonto.cjs'), 'latin1').replace(/"\d+\.\d+\.\d+"/, '"9.9.9"');
  const script = new Script(source, { filename: at('dist/schulkonto.cjs') });
  writeFileSync(compiled(), script.createCachedData());
}

describe('the compiled program', () => {
  test('says the same as one that has to be compiled first', () => {
    const school = (name: string) => ['--registry', at(name)];
    const all = (registry: string) =>
      [
        ['init', '--school', 'See', '--domain', 'see.example'],
        ['roster', 'import', join(top, 'examples/rosters/2025-students.csv'), '-y', '--json'],
        ['user', 'show', 'anna.mueller'],
        ['user', 'list', '--class', '5a', '--json'],
        ['status', '--lang', 'de'],
        ['roster', 'import', join(top, 'examples/rosters/broken-lines.csv')],
        ['--help'],
      ].map((line) => {
        const { status, stdout, stderr } = program(...line, ...school(registry));
        return { line, status, out: (stdout + stderr).replaceAll(registry, 'REGISTRY') };
      });
    const quick = all('quick.sqlite');
    rmSync(compiled());
    expect(all('slow.sqlite')).toEqual(quick);
  });

  test('is used', () => {
    disguise();
    expect(version()).toBe('9.9.9\n');
  });

  test.each<[string, () => void]>([
    ['others can write it', () => chmodSync(compiled(), 0o666)],
    ['others can write where it lies', () => chmodSync(at('dist'), 0o775)],
    ['it is of another build', () => renameSync(compiled(), compiled().replace(/[0-9a-f]{16}/, '0123456789abcdef'))],
    ['it is of another Node', () => renameSync(compiled(), compiled().replace(process.version, 'v20.0.0'))],
  ])('is not used where %s', (_, spoil) => {
    disguise();
    spoil();
    expect(version()).not.toBe('9.9.9\n');
    expect(program('--version')).toMatchObject({ status: 0, stderr: '' });
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('not compiled by anybody')],
  ])('is ignored without a word where it is %s', (_, spoil) => {
    writeFileSync(compiled(), spoil(readFileSync(compiled())));
    expect(program('--version')).toMatchObject({ status: 0, stderr: '' });
  });
});

test('the words that no password may be come with it, as they are where it is tested', async () => {
  const { wordLists } = await import('../../src/passwords/guessing/lists.ts');
  const { words, passwords } = await wordLists();
  const wanted = `${words}\n${passwords}\n\n`;
  const built = readFileSync(at('dist/words.txt'), 'latin1');
  const from = [...wanted].findIndex((letter, index) => built[index] !== letter);
  expect(built.slice(Math.max(from - 50, 0), from + 50)).toBe(wanted.slice(Math.max(from - 50, 0), from + 50));
  program('init', '--school', 'See', '--domain', 'see.example', '--registry', at('words.sqlite'));
  const judged = (password: string) =>
    withInput(`${password}\n`, 'password', 'check', '--registry', at('words.sqlite')).status;
  expect(['Blumentopf7!', 'asdf1234QWER!', 'Tasse7+Wolke', 'xK7#pq2L'].map(judged)).toEqual([3, 3, 0, 0]);
});
