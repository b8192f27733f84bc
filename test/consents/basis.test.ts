import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { basis as carriedOver } from '../../src/database/migrations/008-basis.ts';
import { newSchool, School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a --birth-date 2014-01-01');
  await school.cli('user add --role student --given Cem --family Öz --class 10a --birth-date 2010-01-01');
  await school.cli('user add --role teacher --given Ida --family Wolf');
  await school.cli('consent purposes add photos --title Fotos');
});

async function publish(): Promise<void> {
  school.file('terms.txt', 'Be kind.');
  await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
}

const basis = (role: string, value: string) => school.cli(`settings set consent.basis.${role} ${value}`);
const page = () => readFileSync(school.path('f.html'), 'utf8');
const code = async (line: string) => {
  const ended = await school.cli(`${line} --json`);
  return [ended.exit, JSON.parse(ended.err).error.code];
};
const settings = async () =>
  Object.fromEntries(
    (await school.cli('settings list --json'))
      .json()
      .filter(({ key }: { key: string }) => /^consent\.(basis|required)/.test(key))
      .map(({ key, value }: { key: string; value: string }) => [key.replace('consent.', ''), value]),
  );
const all = (value: string, required: string) => ({
  ...Object.fromEntries(['student', 'teacher', 'guardian', 'staff'].map((role) => [`basis.${role}`, value])),
  required,
});

describe('what accounts rest on', () => {
  test('is consent unless it is said, and is said at the beginning, by role, or by the key of before', async () => {
    expect(await settings()).toEqual(all('consent', 'yes'));
    await basis('teacher', 'acknowledgement');
    expect(await settings()).toEqual({ ...all('consent', 'yes'), 'basis.teacher': 'acknowledgement' });
    expect((await school.cli('settings set consent.required no --json')).json()).toMatchObject({
      from: 'yes',
      to: 'no',
    });
    expect(await settings()).toEqual(all('none', 'no'));
    expect((await school.cli('settings get consent.required')).out).toBe('no\n');
    await school.cli('settings set consent.required yes');
    expect(await settings()).toEqual(all('consent', 'yes'));
    expect(school.sql(`SELECT key FROM settings WHERE key = 'consent.required'`)).toEqual([]);
    expect(await code('settings set consent.basis.student maybe')).toEqual([2, 'wrong-value']);

    school = new School();
    await school.cli('init --school See --domain see.example --basis acknowledgement');
    expect(await settings()).toEqual(all('acknowledgement', 'yes'));
  });

  test('is carried over from a registry that said it for all at once', async () => {
    school.sql(`INSERT INTO settings VALUES ('consent.required', 'No')`);
    const registry = new Database(school.registry);
    registry.exec(carriedOver);
    registry.close();
    expect(await settings()).toEqual(all('none', 'no'));
    expect(school.sql(`SELECT count(*) AS n FROM settings WHERE key = 'consent.required'`)).toEqual([{ n: 0 }]);
  });
});

describe('a signature under terms that bind anyway', () => {
  beforeEach(async () => {
    await publish();
    for (const role of ['student', 'teacher']) await basis(role, 'acknowledgement');
  });

  test.each([
    ['refuse cem.oez --by self', 'binds-anyway'],
    ['withdraw cem.oez --by self', 'binds-anyway'],
    ['withdraw cem.oez --by self --purpose photos', 'nothing-to-withdraw'],
  ])('consent %s: %s', async (line, expected) => {
    expect(await code(`consent ${line}`)).toEqual([3, expected]);
  });

  test('is missing until it is there, and nothing follows from one that is not', async () => {
    const missing = (await school.cli('consent missing --class 10a --purpose terms --json')).json();
    expect(missing).toMatchObject([{ basis: 'acknowledgement', state: 'missing', reason: 'nobody-decided' }]);
    expect((await school.cli('consent missing --class 10a --purpose terms')).out).toContain(
      'not signed yet (it is up to the person)',
    );
    expect((await school.cli('status --lang de')).out).toContain('3 Kenntnisnahmen fehlen (terms)');
    expect((await school.cli('consent give cem.oez --by self --lang de')).out).toBe(
      'cem.oez: Kenntnisnahme eingetragen (terms). Insgesamt ist sie vollständig.\n',
    );
    expect((await school.cli('consent missing --class 10a --purpose terms --json')).json()).toEqual([]);
  });

  test('is not taken back by what was said while it was a consent', async () => {
    await basis('student', 'consent');
    await school.cli('consent give cem.oez --by self --on 2026-08-18');
    await school.cli('consent withdraw cem.oez --by self --on 2026-08-19');
    expect((await school.cli('user show cem.oez --json')).json().consent.terms).toBe('withdrawn');
    await basis('student', 'acknowledgement');
    expect((await school.cli('user show cem.oez --json')).json().consent.terms).toBe('complete');
  });

  test('is asked for in its own words, beside what is voluntary', async () => {
    await school.cli('consent forms cem.oez ida.wolf --out f.html');
    const ofIda = page()
      .split('<section class="form">')
      .find((form) => form.includes('Ida Wolf'));
    expect(page().split('weiß, dass sie für mich gilt').length - 1).toBe(2);
    expect(page()).not.toContain('Ich habe die Nutzungsordnung gelesen und erkenne sie an');
    expect(page()).not.toContain('Wer die Nutzungsordnung widerruft');
    expect(ofIda).not.toContain('freiwillig');
    expect(ofIda).not.toContain('Ich willige ein');
    expect(page()).toContain('Jede Einwilligung ist freiwillig');
    expect(page()).toContain('Fotos');
  });

  test('in a list of decisions, a no is a fault of its line', async () => {
    school.file('list.csv', 'Account;By;On;terms\ncem.oez;self;20.8.2026;no\n');
    const ended = await school.cli('consent import list.csv -y --json');
    expect(ended.exit).toBe(4);
    expect(JSON.parse(ended.err).error.problems).toMatchObject([{ line: 2, column: 'terms', code: 'binds-anyway' }]);
  });
});

describe('where nothing rests on the terms', () => {
  beforeEach(() => school.cli('settings set consent.required no'));

  test('forms ask for the other purposes, without any terms', async () => {
    expect(await school.cli('consent forms --out f.html --json')).toMatchObject({ exit: 0 });
    expect(page().split('<section class="form">').length - 1).toBe(2);
    expect(page()).toContain('Fotos');
    expect(page()).not.toContain('Nutzungsordnung</');
    expect(page()).not.toContain('Nutzungsordnung kann');
    expect(await school.cli('consent forms --csv --out l.csv')).toMatchObject({ exit: 0 });
    expect(readFileSync(school.path('l.csv'), 'utf8')).not.toContain('Nutzungsordnung');
  });

  test('whoever is asked for nothing gets no form', async () => {
    expect((await school.cli('consent forms ida.wolf --out f.html --json')).json()).toEqual({ file: null, people: [] });
  });

  test('nobody misses them, and a role can still', async () => {
    await publish();
    expect((await school.cli('consent missing --purpose terms --json')).json()).toEqual([]);
    await basis('teacher', 'consent');
    expect((await school.cli('consent missing --purpose terms --json')).json()).toMatchObject([
      { account: 'ida.wolf', basis: 'consent' },
    ]);
    await school.cli('consent give ida.wolf --by self');
    expect((await school.cli('consent withdraw ida.wolf --by self --json')).json()[0].deletedOn).toBe('2026-09-03');
  });
});
