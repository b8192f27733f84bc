import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { textOf, versionOn } from '../../src/terms/rules.ts';
import type { Day } from '../../src/time.ts';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
});

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

describe('terms publish', () => {
  test('keeps the text byte by byte, under a version and from a day', async () => {
    const content = Buffer.from('\ufeffNutzungsordnung\r\n\r\nJeder Nutzer erhält ein Nutzerkonto.\r\n');
    school.file('terms.txt', content);
    expect(await school.cli('terms publish terms.txt --version 2 --from 1.9.2026')).toMatchObject({
      exit: 0,
      out: `Version 2 holds from 1 Sep 2026 on (SHA-256 ${sha256(content)}).\nNext: schulkonto consent missing\n`,
      err: '',
    });
    expect(school.sql('SELECT text FROM terms')[0].text.equals(content)).toBe(true);
    expect((await school.cli('terms show 2')).out).toBe('Nutzungsordnung\n\nJeder Nutzer erhält ein Nutzerkonto.\n');
    expect((await school.cli('terms show 2 --json')).json()).toEqual({
      version: '2',
      from: '2026-09-01',
      sha256: sha256(content),
      publishedAt: '2026-08-20T08:00:00.000Z',
      publishedBy: 'k.schmidt',
      texts: [{ sha256: sha256(content), at: '2026-08-20T08:00:00.000Z', by: 'k.schmidt' }],
      text: 'Nutzungsordnung\r\n\r\nJeder Nutzer erhält ein Nutzerkonto.\r\n',
    });
  });

  test('asks at a terminal for version and day, and says elsewhere what is missing', async () => {
    school.file('terms.txt', 'Be kind.');
    expect((await school.cli('terms publish terms.txt --version 1')).exit).toBe(2);
    school.answers = ['1', '1.8.2026'];
    expect((await school.cli('terms publish terms.txt')).exit).toBe(0);
    expect(school.asked).toEqual([
      'What is this version called (2, 2026-08)?',
      'From which day does it hold (2026-08-01)?',
    ]);
  });

  test('a day that cannot be meant is asked for again, as it would be refused as an option', async () => {
    school.file('terms.txt', 'Be kind.');
    school.answers = [' ', '1', '2026-02-30', 'soon', '1.8.2026'];
    expect(await school.cli('terms publish terms.txt')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('Version 1 holds from 1 Aug 2026 on'),
      err: [
        '! --version says nothing. Write a few words.',
        '! --from: "2026-02-30" is not possible. Write a day as 2026-08-20 or 20.8.2026, from 1900 to 2200.',
        '! --from: "soon" is not possible. Write a day as 2026-08-20 or 20.8.2026, from 1900 to 2200.',
        '',
      ].join('\n'),
    });
    expect(school.asked).toHaveLength(5);
  });

  test.each<[string, string | Buffer | undefined, string, number]>([
    ['--version 1 --from 2026-08-01', undefined, 'terms-unreadable', 4],
    ['--version 1 --from 2026-08-01', '', 'terms-not-text', 4],
    ['--version 1 --from 2026-08-01', ' \n', 'terms-not-text', 4],
    ['--version 1 --from 2026-08-01', Buffer.from('Gr\xfc\xdfe', 'latin1'), 'terms-not-text', 4],
    ['--version 1 --from 2026-08-01', 'PK\0\0', 'terms-not-text', 4],
    ['--version 0 --from 2026-09-01', 'Be kinder.', 'version-taken', 3],
    ['--version 1 --from 2026-07-01', 'Be kinder.', 'version-day-taken', 3],
    ['--version 1 --from soon', 'Be kinder.', 'usage', 2],
  ])('refuses %s of %j: %s', async (options, content, code, exit) => {
    school.file('first.txt', 'Be kind.');
    await school.cli('terms publish first.txt --version 0 --from 2026-07-01');
    if (content !== undefined) school.file('terms.txt', content);
    const ended = await school.cli(`terms publish terms.txt ${options} --json`);
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
    expect(school.sql('SELECT version FROM terms')).toEqual([{ version: '0' }]);
  });
});

describe('terms list', () => {
  test('says which version holds, from its day until the next', async () => {
    expect((await school.cli('terms list')).out).toContain('have not been published yet');
    for (const [version, from] of [
      ['2', '2026-09-01'],
      ['1', '2025-08-01'],
    ]) {
      school.file('terms.txt', `Version ${version}`);
      await school.cli(`terms publish terms.txt --version ${version} --from ${from}`);
    }
    const holding = async (day: string) =>
      (await school.on(day).cli('terms list --json')).json().map((one: { holds: boolean }) => one.holds);
    expect(await holding('2025-07-31')).toEqual([false, false]);
    expect(await holding('2026-08-31')).toEqual([true, false]);
    expect(await holding('2026-09-01')).toEqual([false, true]);
    expect((await school.cli('terms list --lang de')).out).toBe(
      'Version  Gilt ab     Stand       SHA-256\n' +
        `1        01.08.2025              ${sha256('Version 1')}\n` +
        `2        01.09.2026  gilt jetzt  ${sha256('Version 2')}\n`,
    );
  });

  test('an unknown version is named beside those that there are', async () => {
    expect((await school.cli('terms show 7')).err).toContain('nor any other');
    school.file('terms.txt', 'Be kind.');
    await school.cli('terms publish terms.txt --version 1 --from 2025-08-01');
    expect(await school.cli('terms show 7')).toMatchObject({ exit: 3, err: expect.stringContaining('There is 1.') });
  });
});

describe('the rules', () => {
  test('one version holds at a time: the last that has begun, in whatever order they are known', () => {
    const someDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-08-${String(day).padStart(2, '0')}` as Day);
    fc.assert(
      fc.property(fc.uniqueArray(someDay, { maxLength: 6 }), someDay, (days, today) => {
        const begun = days.filter((day) => day <= today).sort();
        const known = days.map((from) => ({ version: from, from }));
        expect(versionOn(known, today)?.from).toBe(begun.at(-1));
      }),
    );
  });

  test('text is what can be read as UTF-8, without its mark', () => {
    expect(textOf(Buffer.from('\ufeffGrüße'))).toBe('Grüße');
    expect(textOf(Buffer.from([0xff]))).toBeUndefined();
  });
});
