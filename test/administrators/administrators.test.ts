import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { isOsName, unsignedAmong } from '../../src/administrators/rules.ts';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
});

const waiting = async () => (await school.cli('status --json')).json().withoutUndertaking;
const errorOf = async (line: string) => {
  const ended = await school.cli(`${line} --json`);
  return { exit: ended.exit, code: JSON.parse(ended.err).error.code };
};

describe('an administrator', () => {
  test('stands in status from the first command until the undertaking is signed', async () => {
    expect(await waiting()).toEqual([{ osName: 'k.schmidt', name: null }]);
    expect((await school.cli('status')).out).toContain(
      'k.schmidt works here and is recorded as no administrator: schulkonto administrator add k.schmidt --name NAME --signed-on DAY\n',
    );
    const added = await school.cli('administrator add k.schmidt --name "Karin  Schmidt" --since 1.8.2026');
    expect(added).toMatchObject({ exit: 0 });
    expect(added.out).toContain('Karin Schmidt (k.schmidt) is recorded as administrator since 1 Aug 2026.\n');
    expect(added.out).toContain('administrator add k.schmidt --signed-on DAY');
    expect(await waiting()).toEqual([{ osName: 'k.schmidt', name: 'Karin Schmidt' }]);
    expect((await school.cli('status --lang de')).out).toContain(
      'Karin Schmidt ist Administrator ohne unterschriebene Verpflichtung',
    );
    expect(await school.cli('administrator add k.schmidt --signed-on 2026-08-03')).toMatchObject({ exit: 0 });
    expect(await waiting()).toEqual([]);
    expect((await school.cli('administrator list --json')).json()).toEqual([
      {
        administrator: 1,
        osName: 'k.schmidt',
        name: 'Karin Schmidt',
        since: '2026-08-01',
        signedOn: '2026-08-03',
        ended: null,
      },
    ]);
  });

  test('who ends and goes on working stands in status again, and can begin anew', async () => {
    await school.cli('administrator add k.schmidt --name "Karin Schmidt" --signed-on 2026-08-03 --since 2026-08-01');
    const ended = await school.cli('administrator end k.schmidt --on 2026-08-19 --reason "moves school" --lang de');
    expect(ended).toMatchObject({ exit: 0, out: expect.stringContaining('seit 19.08.2026 nicht mehr Administrator') });
    expect(await waiting()).toEqual([{ osName: 'k.schmidt', name: null }]);
    expect((await school.cli('administrator list --json')).json()).toEqual([]);
    expect((await school.cli('administrator list --all')).out).toContain('19 Aug 2026');
    expect(await school.cli('administrator add k.schmidt --name "Karin Schmidt-Roth"')).toMatchObject({ exit: 0 });
    const all = (await school.cli('administrator list --all --json')).json();
    // An undertaking that was signed for the former office is not that of the new one.
    expect(all.map(({ name, signedOn }: { name: string; signedOn: string | null }) => [name, signedOn])).toEqual([
      ['Karin Schmidt-Roth', null],
      ['Karin Schmidt', '2026-08-03'],
    ]);
  });

  test('is asked for by name at a terminal', async () => {
    school.answers = ['', 'Karin Schmidt'];
    expect(await school.cli('administrator add k.schmidt')).toMatchObject({ exit: 0 });
    expect(school.asked).toEqual(['What is their name?', 'What is their name?']);
  });

  test.each([
    ['add "karin schmidt" --name Karin', 2, 'not-an-os-name'],
    ['add k.schmidt', 2, 'option-missing'],
    ['add k.schmidt --name " "', 2, 'says-nothing'],
    ['add k.schmidt --name Karin --signed-on 2026-08-21', 3, 'day-to-come'],
    ['add m.weber --name "Maria Weber"', 3, 'already-administrator'],
    ['add m.weber', 3, 'already-administrator'],
    ['end k.schmidt', 3, 'no-administrator'],
    ['end m.weber --on 2026-08-21', 3, 'day-to-come'],
    ['end m.weber --on 2026-07-31', 3, 'ends-before-office'],
  ])('%s is refused', async (line, exit, code) => {
    await school.cli('administrator add m.weber --name "Maria Weber" --since 2026-08-01');
    const before = school.sql('SELECT * FROM administrators');
    expect(await errorOf(`administrator ${line}`)).toEqual({ exit, code });
    expect(school.sql('SELECT * FROM administrators')).toEqual(before);
  });

  test('can be cited with a clause of their own', async () => {
    await school.cli('user add --role teacher --given Karin --family Schmidt');
    expect(
      await school.cli('incident open --account karin.schmidt --what "Read a mailbox" --clause administrators'),
    ).toMatchObject({ exit: 0 });
    expect((await school.cli('suspension clauses')).out).toContain('administrators: As an administrator, use');
  });

  test('is forgotten when the days of keeping are over', async () => {
    await school.cli('administrator add m.weber --name "Maria Weber" --since 2025-08-01');
    await school.cli('administrator end m.weber --on 2026-08-20');
    const overdue = async () =>
      (await school.cli('retention --json')).json().find(({ kind }: { kind: string }) => kind === 'administrators');
    expect(await overdue()).toMatchObject({ now: 1, overdue: 0, days: '365' });
    expect(await school.on('2027-08-20').cli('status')).toMatchObject({ exit: 0 });
    expect(await overdue()).toMatchObject({ now: 1, overdue: 0 });
    school.on('2027-08-21');
    expect(await overdue()).toMatchObject({ now: 1, overdue: 1 });
  });
});

test('an OS name has no blank, colon or slash in it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => isOsName(text) === false || !/[\s:/]/u.test(text)));
  expect(['k.schmidt', 'SCHULE\\schmidt', '_www', 'müller'].filter(isOsName)).toHaveLength(4);
});

test('whoever works here is signed for, or named: once, whatever the log has', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ osName: names, signed: fc.boolean() }), { selector: ({ osName }) => osName }),
      fc.array(names),
      (people, operators) => {
        const inOffice = people.map(({ osName, signed }, index) => ({
          administrator: index + 1,
          osName,
          name: osName.toUpperCase(),
          since: '2026-08-01' as const,
          signedOn: signed ? ('2026-08-02' as const) : null,
          ended: null,
        }));
        const named = unsignedAmong(inOffice, operators).map(({ osName }) => osName);
        const signed = people.filter((one) => one.signed).map(({ osName }) => osName);
        const all = new Set([...people.map(({ osName }) => osName), ...operators]);
        expect(named.toSorted()).toEqual([...all].filter((osName) => !signed.includes(osName)).sort());
      },
    ),
  );
});
