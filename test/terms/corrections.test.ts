import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { changedWords, isSpelling } from '../../src/terms/corrections.ts';
import { newSchool, type School } from '../support/school.ts';

let school: School;
const first = 'Jeder Nutzer hat ein Konto. Das Passwort wird nicht weitergegebn. Wer geht, sichert Daten 14 Tage lang.';
const second = first.replace('weitergegebn', 'weitergegeben');

beforeEach(async () => {
  school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --birth-date 2008-01-01');
  school.file('terms.txt', first);
  school.file('corrected.txt', second);
  school.file('new.txt', 'Alles ist neu, und jeder Satz anders.');
  await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
});

const codeOf = async (line: string) => {
  const ended = await school.cli(`${line} --json`);
  return { exit: ended.exit, code: JSON.parse(ended.err).error.code };
};
const consent = async () => (await school.cli('user show anna.mueller --json')).json().consent.terms;

describe('a correction of spelling', () => {
  test('makes no consent outdated, and keeps both texts', async () => {
    await school.cli('consent give anna.mueller --by self');
    expect(await school.on('2026-08-21').cli('terms publish corrected.txt --version 1 --editorial -y')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('no consent is outdated'),
    });
    expect(await consent()).toBe('complete');
    expect((await school.cli('terms show 1')).out).toBe(`${second}\n`);
    expect((await school.cli('terms show 1 --original')).out).toBe(`${first}\n`);
    const [{ version, sha256, texts }] = (await school.cli('terms list --json')).json();
    expect([version, texts.length, texts[1].sha256 === sha256, texts[0].sha256 === sha256]).toEqual([
      '1',
      2,
      true,
      false,
    ]);
    expect(texts[1]).toMatchObject({ at: '2026-08-21T08:00:00.000Z', by: 'k.schmidt' });
    expect(school.sql(`SELECT facts FROM audit_facts ORDER BY entry_id DESC LIMIT 1`)[0].facts).toContain(
      '"gone":["weitergegebn"],"come":["weitergegeben"]',
    );
  });

  test('is shown and asked for', async () => {
    school.answers = [false];
    expect(await school.cli('terms publish corrected.txt --version 1 --editorial')).toMatchObject({ exit: 130 });
    expect(school.asked[0]).toContain('weitergegebn → weitergegeben. Does it still say the same?');
    expect((await school.cli('terms show 1')).out).toBe(`${first}\n`);
  });

  test.each([
    ['another number', '14 Tage', '90 Tage'],
    ['a “not” that goes', 'wird nicht', 'wird'],
    ['a “must” that comes', 'hat ein Konto', 'muss ein Konto'],
    ['whole sentences', 'Jeder Nutzer hat ein Konto.', 'Konten gibt die Schule, wem sie mag.'],
  ])('is none with %s', async (_, before, after) => {
    school.file('other.txt', first.replace(before, after));
    expect(await codeOf('terms publish other.txt --version 1 --editorial -y')).toEqual({
      exit: 3,
      code: 'not-spelling',
    });
    expect((await school.cli('terms show 1')).out).toBe(`${first}\n`);
  });

  test.each([
    ['of a version that there is not', 'terms publish corrected.txt --version 2 --editorial -y', 'unknown-version'],
    ['that corrects nothing', 'terms publish terms.txt --version 1 --editorial -y', 'same-text'],
  ])('%s is refused', async (_, line, code) => {
    expect(await codeOf(line)).toMatchObject({ code });
  });

  test('goes back and forth: a text is harmless beside itself, and its changed words are as many either way', () => {
    const text = fc.array(fc.constantFrom('Konto', 'nicht', '14', 'Nutzer', 'darf', 'Schule'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [one.join(' '), other.join('\n')];
        expect(isSpelling(a, a)).toBe(true);
        const [there, back] = [changedWords(a, b), changedWords(b, a)];
        expect(there.gone.toSorted()).toEqual(back.come.toSorted());
        expect(there.come.length - there.gone.length).toBe(other.length - one.length);
      }),
    );
  });
});

describe('a new version', () => {
  const publish = 'terms publish new.txt --version 2 --from 2026-09-01';

  test('says how many consents it makes outdated, and waits for a yes', async () => {
    expect(await school.cli('consent give anna.mueller --by self')).toMatchObject({ exit: 0 });
    expect(await codeOf(publish)).toEqual({ exit: 2, code: 'confirmation-missing' });
    school.answers = [false];
    expect(await school.cli(publish)).toMatchObject({ exit: 130 });
    expect(school.asked[0]).toContain('the consent of 1 person is outdated from 1 Sep 2026 on');
    school.answers = undefined;
    expect((await school.cli(`${publish} -y --json`)).json()).toMatchObject({ version: '2', outdated: 1 });
  });

  test('needs no yes where nobody has agreed, or they withdrew', async () => {
    await school.cli('consent give anna.mueller --by self');
    await school.cli('consent withdraw anna.mueller --by self -y');
    expect((await school.cli(`${publish} --json`)).json()).toMatchObject({ outdated: 0 });
  });

  test.each([
    ['itself', first],
    ['itself in other lines', `\ufeff${first.replaceAll('. ', '.\r\n\r\n')}\r\n`],
  ])('is no new one with the text of a version: %s', async (_, text) => {
    school.file('same.txt', text);
    expect(await codeOf('terms publish same.txt --version 2 --from 2026-09-01')).toEqual({
      exit: 3,
      code: 'same-text',
    });
  });

  test('can be taken back before it holds and before anybody decides on it', async () => {
    await school.cli(publish);
    expect(await school.cli('terms retract 2')).toMatchObject({ exit: 0, out: 'Version 2 is taken back.\n' });
    expect(await codeOf('terms retract 2')).toEqual({ exit: 3, code: 'unknown-version' });
    expect(await codeOf('terms retract 1')).toEqual({ exit: 3, code: 'version-holds' });
    await school.cli(publish);
    await school.cli('consent give anna.mueller --by self --version 2');
    expect(await codeOf('terms retract 2')).toEqual({ exit: 3, code: 'version-decided' });
    expect((await school.cli('terms list --json')).json()).toHaveLength(2);
  });
});
