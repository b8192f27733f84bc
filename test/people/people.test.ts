import { describe, expect, test } from 'vitest';
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

  test('names all accounts that nobody has', async () => {
    const school = await someSchool();
    expect(await school.cli('user list anna.mueller no.one no.body')).toMatchObject({
      exit: 3,
      out: '',
      err: '! Nobody has the account no.one and no.body.\nLook with "schulkonto user list".\n',
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
