import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** From the street down: what stands in a row may look at the rows below it, never at its own row or up. */
const storeys = [
  ['main'],
  ['run'],
  ['commands'],
  ['school'],
  ['people'],
  ['iserv'],
  ['backups'],
  ['roster', 'consents'],
  ['leavers', 'passwords', 'suspensions'],
  ['incidents'],
  ['terms'],
  ['users'],
  ['audit'],
  ['app'],
  ['settings'],
  ['database', 'terminal', 'pages', 'csv'],
  ['files', 'world', 'load'],
  ['failures'],
  ['time'],
  ['language'],
];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string) => (file.split('/')[0] ?? '').replace(/\.ts$/, '');
const storeyOf = (room: string) => storeys.findIndex((rooms) => rooms.includes(room));

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(([, path]) =>
    relative(source, join(source, file, '..', path ?? '')),
  );
}

describe('the house', () => {
  test('every room has its storey', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => storeyOf(room) < 0)).toEqual([]);
  });

  test('rooms look down, never up and never around', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => roomOf(imported) !== roomOf(file) && storeyOf(roomOf(imported)) <= storeyOf(roomOf(file)))
        .map((imported) => `${file} → ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only main touches the process', () => {
    const touching = files.filter(
      (file) => file !== 'main.ts' && /\bprocess\.(?!platform\b|pid\b)/.test(readFileSync(join(source, file), 'utf8')),
    );
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
