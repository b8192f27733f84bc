import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newSchool } from '../support/school.ts';

interface Kept {
  kind: string;
  tables: string[];
  days: string | null;
  now: number;
  overdue: number;
}

test('every table of the registry has a term, once', async () => {
  const school = await newSchool();
  const kept: Kept[] = (await school.cli('retention --json')).json();
  const tables = school.sql(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`);
  expect(kept.flatMap((one) => one.tables).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('counts what is there and what should be gone, and says so in words and on a page', async () => {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a');
  await school.cli('incident open --account anna.mueller --what "Joke mails"');
  await school.cli('incident close 1 --outcome "Made up"');
  await school.cli('settings set incident.keep-days 30');
  const of = async (kind: string) =>
    (await school.cli('retention --json')).json().find((one: Kept) => one.kind === kind);
  expect(await of('people')).toMatchObject({ now: 1, overdue: 0 });
  expect(await of('incidents')).toMatchObject({ now: 1, overdue: 0, days: '30', setting: 'incident.keep-days' });
  expect((await school.cli('retention')).out).toContain('Nothing is overdue.');
  expect((await school.cli('retention')).out).toMatch(/30 days after it was closed .*incident\.keep-days/);
  await school.cli('settings set leaver.deleted-after school-year-end+1y');
  expect((await school.cli('retention --lang de')).out).toContain('school-year-end+1y, nach dem Abgang');
  school.on('2026-09-30');
  expect(await of('incidents')).toMatchObject({ now: 1, overdue: 1, removedBy: 'leaver run' });
  expect((await school.cli('retention --lang de')).out).toContain('Überfällig: Vorfälle und Einsichtnahmen');
  await school.cli('retention --out kept.html');
  expect(readFileSync(school.path('kept.html'), 'utf8')).toContain('<h1>Was gespeichert ist, und wie lange</h1>');
  await school.cli('incident prune');
  expect(await of('incidents')).toMatchObject({ now: 0, overdue: 0 });
});
