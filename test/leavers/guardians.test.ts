import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

/** Anna and her mother Ida, who was scheduled for deletion with her. */
async function family(): Promise<School> {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 10a');
  await school.cli('user add --role guardian --given Ida --family Müller --child anna.mueller');
  return school;
}

const leaving = (school: School) =>
  school
    .sql('SELECT u.account FROM leavers l JOIN users u ON u.id = l.user_id ORDER BY 1')
    .map(({ account }) => account);

describe('a guardian who becomes a teacher does not go with the last child', () => {
  test('scheduled as a guardian, then edited', async () => {
    const school = await family();
    await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
    expect(leaving(school)).toEqual(['anna.mueller', 'ida.mueller']);
    expect(await school.cli('user edit ida.mueller --role teacher')).toMatchObject({ exit: 0 });
    expect((await school.on('2026-09-30').cli('leaver run')).out).toContain('ida.mueller stays.\n');
    expect(await school.on('2026-10-01').cli('leaver run')).toMatchObject({ exit: 0 });
    expect(leaving(school)).not.toContain('ida.mueller');
    expect(school.sql(`SELECT role FROM users WHERE account = 'ida.mueller'`)).toEqual([{ role: 'teacher' }]);
  });

  test('edited, and only then the child leaves', async () => {
    const school = await family();
    await school.cli('user edit ida.mueller --role teacher');
    await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
    expect(leaving(school)).toEqual(['anna.mueller']);
  });

  test('also where the child is cancelled by hand meanwhile', async () => {
    const school = await family();
    await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
    await school.cli('user edit ida.mueller --role teacher');
    expect((await school.cli('leaver cancel anna.mueller')).out).toBe('anna.mueller stays.\nida.mueller stays.\n');
  });
});

describe('a child whose consent was withdrawn', () => {
  const withdrawn = async () => {
    const school = await family();
    school.file('terms.txt', 'Be kind.');
    await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
    await school.cli('user edit anna.mueller --birth-date 2015-01-01');
    await school.cli('consent give anna.mueller --by guardian:ida.mueller');
    expect(await school.cli('consent withdraw anna.mueller --by guardian:ida.mueller')).toMatchObject({ exit: 0 });
    return school;
  };

  test('has not left the school, so the guardian stays', async () => {
    const school = await withdrawn();
    await school.cli('leaver run');
    expect(leaving(school)).toEqual(['anna.mueller']);
  });

  test('has left it where a schedule was there before', async () => {
    const school = await family();
    school.file('terms.txt', 'Be kind.');
    await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
    await school.cli('user edit anna.mueller --birth-date 2015-01-01');
    await school.cli('consent give anna.mueller --by guardian:ida.mueller');
    await school.cli('leaver schedule anna.mueller --left-on 2026-08-15');
    await school.cli('consent withdraw anna.mueller --by guardian:ida.mueller');
    await school.cli('leaver run');
    expect(leaving(school)).toEqual(['anna.mueller', 'ida.mueller']);
  });
});
