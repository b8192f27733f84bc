import { describe, expect, onTestFinished, test } from 'vitest';
import { missing } from '../../src/consents/missing/missing.ts';
import type { Reader } from '../../src/database/database.ts';
import { Registry } from '../../src/database/registry.ts';
import { people } from '../../src/people/store.ts';
import { newSchool, type School } from '../support/school.ts';

async function someSchool(): Promise<School> {
  const school = await newSchool();
  await school.cli(
    'user add --role student --given Anna --family Müller --class 5a --group Chor --birth-date 1.2.2014',
  );
  await school.cli('user add --role student --given Ben --family Kern --class 10a');
  await school.cli('user add --role teacher --given Ida --family Wolf --group Chor');
  await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller');
  school.sql(
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason) VALUES (2, '2026-08-01', '2026-08-29', '2026-09-12', 'by-hand')`,
  );
  return school;
}

describe('user list', () => {
  test.each([
    ['', ['ute.mueller', 'anna.mueller', 'ben.kern', 'ida.wolf']],
    ['--role student', ['anna.mueller', 'ben.kern']],
    ['--role student,teacher', ['anna.mueller', 'ben.kern', 'ida.wolf']],
    ['--role student --role teacher', ['anna.mueller', 'ben.kern', 'ida.wolf']],
    ['--class 5A', ['anna.mueller']],
    ['--class 5a,10a', ['anna.mueller', 'ben.kern']],
    ['--group chor', ['anna.mueller', 'ida.wolf']],
    ['--group chor --role student', ['anna.mueller']],
    ['--status leaving', ['ben.kern']],
    ['ida.wolf anna.mueller', ['anna.mueller', 'ida.wolf']],
    ['anna.mueller --role teacher', []],
  ])('%s', async (filter, accounts) => {
    const school = await someSchool();
    const people = (await school.cli(`user list --json ${filter}`)).json();
    expect(people.map(({ account }: { account: string }) => account)).toEqual(accounts);
  });

  test('for people', async () => {
    const school = await someSchool();
    expect((await school.cli('user list --role student --lang de')).out).toBe(
      [
        'Konto         Vorname  Nachname  Klasse  Rolle        Status',
        'anna.mueller  Anna     Müller    5a      Schüler(in)  aktiv',
        'ben.kern      Ben      Kern      10a     Schüler(in)  geht ab',
        '2 Personen.',
        '',
      ].join('\n'),
    );
    expect((await school.cli('user list --class 7a')).out).toBe('Nobody.\n');
  });

  test.each([
    ['people', people],
    ['missing consents', (db: Reader, filter: object, today: '2026-08-20') => missing(db, filter, [], today)],
  ] as const)('of %s takes as many queries for forty as for four, and locks nobody out', async (_, list) => {
    const school = await someSchool();
    const registry = Registry.open(school.registry, 0, () => {});
    onTestFinished(() => registry.close());
    const queries = () => {
      let asked = 0;
      const counted = <Answer>(answer: Answer): Answer => {
        asked += 1;
        return answer;
      };
      const db: Reader = {
        get: (...query) => counted(registry.get(...query)),
        all: (...query) => counted(registry.all(...query)),
        each: (...query) => counted(registry.each(...query)),
      };
      const all = list(db, {}, '2026-08-20');
      all.next();
      school.sql(`UPDATE users SET class = class`);
      return { count: [...all].length + 1, queries: asked };
    };
    const few = queries();
    for (let id = 100; id < 136; id += 1) {
      school.sql(
        `INSERT INTO users (id, account, role, given_name, family_name, source) VALUES (?, ?, 'student', 'G', 'F', 'manual')`,
        ...[id, `u${id}`],
      );
    }
    expect(queries()).toEqual({ count: few.count + 36, queries: few.queries });
  });

  test('names all accounts that nobody has', async () => {
    const school = await someSchool();
    expect(await school.cli('user list anna.mueller no.one no.body')).toMatchObject({
      exit: 3,
      out: '',
      err: '! Nobody has the account or name no.one and no.body.\nSearch with "schulkonto user find".\n',
    });
  });
});

describe('user show', () => {
  test('for people', async () => {
    const school = await someSchool();
    expect((await school.cli('user show anna.mueller')).out).toBe(
      [
        'Anna Müller (anna.mueller)',
        'Status      active',
        'Role        student',
        'Class       5a',
        'Groups      Chor',
        'Birth date  1 Feb 2014',
        'Guardians   ute.mueller',
        'Password    none yet',
        'Consent     terms: missing',
        '',
      ].join('\n'),
    );
    expect((await school.cli('user show ben.kern --lang de')).out).toContain(
      'Abgang am 01.08.2026, Sperrung ab 29.08.2026, Löschung am 12.09.2026.',
    );
  });

  test('for scripts', async () => {
    const school = await someSchool();
    expect((await school.cli('user show ben.kern --json')).json()).toEqual({
      account: 'ben.kern',
      importId: null,
      role: 'student',
      givenName: 'Ben',
      familyName: 'Kern',
      class: '10a',
      groups: [],
      birthDate: null,
      email: null,
      status: 'leaving',
      guardians: [],
      children: [],
      password: { state: 'none', issuedOn: null },
      consent: { terms: 'missing' },
      suspension: null,
      restrictions: [],
      leaving: {
        leftOn: '2026-08-01',
        lockedFrom: '2026-08-29',
        deletedOn: '2026-09-12',
        reason: 'by-hand',
        hold: null,
      },
    });
  });
});
