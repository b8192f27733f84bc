import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { School } from '../support/school.ts';
import { factsOf, lock, passwordsIn, smallSchool } from './school.ts';

/** A class whose slips have just been printed. */
async function printed(): Promise<School> {
  const school = await smallSchool();
  await school.cli('user add --role student --given Ben --family Schulz --class 5a');
  await school.cli('password issue --class 5a --csv first.csv');
  return school;
}

const again = 'password reissue --class 5a --csv again.csv --reason "Slips lost on the way" -y';

/** Whether a password is the present one: whoever can change it has it. */
async function isPresent(school: School, account: string, password: string | undefined): Promise<boolean> {
  school.stdin = [password ?? '', 'Wolkenbruch+7Tassen', 'Wolkenbruch+7Tassen'];
  return (await school.cli(`password change ${account}`)).exit === 0;
}

describe('password reissue', () => {
  test('gives a class other passwords, and the lost ones are dead', async () => {
    const school = await printed();
    const before = passwordsIn(school, 'first.csv');
    expect(await school.on('2026-08-21').cli(again)).toMatchObject({
      exit: 0,
      out: `2 other passwords issued; each must be changed at the first login.
In IServ the old ones work until these are entered there: schulkonto iserv todo --what password
Only you can read ${school.path('again.csv')}. When it has done its work, destroy it: shred -u ${school.path('again.csv')}\n`,
      err: '',
    });
    const after = passwordsIn(school, 'again.csv');
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(await isPresent(school, 'anna.mueller', before['anna.mueller'])).toBe(false);
    expect(await isPresent(school, 'anna.mueller', after['anna.mueller'])).toBe(true);
    expect((await school.cli('password pending --json')).json()).toMatchObject([
      { account: 'ben.schulz', issuedOn: '2026-08-21' },
    ]);
    expect(factsOf(school, 'password-reissued')).toEqual([
      { reason: 'Slips lost on the way' },
      { reason: 'Slips lost on the way' },
    ]);
  });

  test('leaves alone who has an own one, and who got theirs at the desk; a closed account is no reason', async () => {
    const school = await printed();
    await school.cli('user add --role student --given Cem --family Kaya --class 5a');
    await school.cli('user add --role student --given Dua --family Lipa --class 5a');
    await school.cli('password issue --class 5a --csv second.csv');
    await school.cli('password confirm anna.mueller');
    await school.cli('password reset ben.schulz --requested-by ben.schulz --identified-by "ID card" --slips ben.html');
    lock(school, 'cem.kaya');
    const ended = await school.cli(`${again} --json`);
    expect(ended).toMatchObject({
      exit: 5,
      err: '! Left out: ben.schulz (got theirs in person). Their passwords stay.\n',
    });
    expect(ended.json()).toEqual({
      issued: ['cem.kaya', 'dua.lipa'],
      leftOut: ['ben.schulz'],
      withheld: [{ account: 'ben.schulz', because: 'has-it' }],
      slips: null,
      csv: school.path('again.csv'),
    });
    expect(await school.cli('password reissue anna.mueller dua.lipa --csv x.csv --reason Slip -y')).toMatchObject({
      exit: 3,
      out: '',
      err: expect.stringContaining('No issued password waits to be changed at anna.mueller'),
    });
    expect(existsSync(school.path('x.csv'))).toBe(false);
  });

  test('asks how the slips were lost, and for a yes with the number', async () => {
    const school = await printed();
    expect((await school.cli(again.replace(' -y', ''))).exit).toBe(2);
    expect((await school.cli('password reissue --class 5a --csv again.csv -y')).err).toContain('--reason is missing');
    school.answers = ['Left on the bus', false];
    expect((await school.cli('password reissue --class 5a --csv again.csv')).exit).toBe(130);
    expect(school.asked).toEqual([
      'How were the slips lost?',
      'Issue 2 other passwords? What stands on the lost slips is no password any more.',
    ]);
    expect(existsSync(school.path('again.csv'))).toBe(false);
    school.answers = undefined;
    expect(await isPresent(school, 'anna.mueller', passwordsIn(school, 'first.csv')['anna.mueller'])).toBe(true);
  });

  test('says that there is nothing to do where nobody must change one', async () => {
    const school = await smallSchool();
    expect(await school.cli(again)).toMatchObject({
      exit: 0,
      out: 'No password was issued: nobody there has one that must still be changed.\n',
    });
    expect(existsSync(school.path('again.csv'))).toBe(false);
  });
});
