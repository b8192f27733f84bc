import { describe, expect, test } from 'vitest';
import { finderOf, marked, masked, movedSpots } from '../../src/nightly/traces/rules.ts';
import { tellsOtherwise } from '../leavers/nights.ts';
import { newSchool, type School } from '../support/school.ts';

const anna = { id: 1, account: 'anna.kern', givenName: 'Anna', familyName: 'Kern', email: 'a@post.example' };

describe('a name in a text', () => {
  const found = (text: string, others: string[] = []) =>
    finderOf(
      [anna],
      new Set(others),
    )(text).flatMap(({ spots }) => spots.map(([start, length]) => text.slice(start, start + length)));

  test.each([
    [
      'by account, address and full name in either order, however written',
      'ANNA.KERN, a@post.example, anna kern, Kern, Anna',
      4,
    ],
    ['alone, where nobody else bears it', 'Anna said that Kern was there', 2],
    ['in the genitive it is another word', 'Annas Mappe', 0],
    ['as a word of the language it is none', 'im kern der Sache', 0],
    ['inside another word', 'Johanna, Kernstadt, anna.kern2', 0],
    ['over a line', 'Anna   Kern', 1],
  ])('is found %s', (_, text, times) => {
    expect(found(text)).toHaveLength(times);
  });

  test('alone says nothing where somebody else bears it', () => {
    expect(found('Anna hit Kern, says Anna Kern', ['anna', 'kern'])).toEqual(['Anna Kern']);
  });

  test('is masked, and others in the text stay where they are', () => {
    const text = 'Anna Kern hit Ben Kern, and Anna laughed';
    const [{ spots = [] } = {}] = finderOf([anna], new Set(['kern']))(text);
    const rest = masked(text, spots);
    expect(rest).toBe('[…] hit Ben Kern, and […] laughed');
    const [moved] = movedSpots([[text.indexOf('Ben'), 8]], spots);
    expect(moved && rest.slice(moved[0], moved[0] + moved[1])).toBe('Ben Kern');
    expect(movedSpots([[2, 5]], spots)).toEqual([]);
    expect(
      marked('Anna hit Ben', [
        [0, 4],
        [9, 3],
      ]),
    ).toBe('»Anna« hit »Ben«');
  });
});

/** Anna Xylander, who leaves; Ben, of whom texts name her; and what they both did. */
async function named(): Promise<School> {
  const school = await tellsOtherwise(await newSchool());
  for (const line of [
    'user add --role student --given Anna --family Xylander --class 10a --email anna@post.example',
    'user add --role student --given Ben --family Kern --class 10a',
    'incident open --account anna.xylander,ben.kern --what "Anna Xylander and Ben Kern sent joke mails"',
    'incident close 1 --outcome "Talked to both; Xylander was sorry"',
    'suspension impose ben.kern --reason "Insulted Anna Xylander by mail" --clause mail-manners',
    'leaver hold ben.kern --reason "Witness of anna.xylander"',
    'leaver schedule anna.xylander --left-on 2026-07-31 -y',
  ]) {
    const ended = await school.cli(line);
    if (ended.exit !== 0) throw new Error(ended.err);
  }
  await school.on('2026-09-11').cli('leaver run');
  return school.on('2026-09-12');
}

const texts = (school: School) => [
  ...school.sql('SELECT what, outcome FROM incidents'),
  ...school.sql('SELECT reason FROM suspensions'),
  ...school.sql('SELECT reason FROM leaver_holds'),
];

describe('when somebody is deleted', () => {
  test('incidents keep their texts for the others without that name; other texts are named until it is taken out', async () => {
    const school = await named();
    const night = await school.cli('leaver run');
    expect(night.exit).toBe(5);
    expect(night.err).toContain(
      '! A text still names #1: reason of a suspension (1). Look, and take it out: schulkonto leaver mask\n',
    );
    expect(texts(school)).toEqual([
      { what: '[…] and Ben Kern sent joke mails', outcome: 'Talked to both; […] was sorry' },
      { reason: 'Insulted Anna Xylander by mail' },
      { reason: 'Witness of anna.xylander' },
    ]);
    expect((await school.cli('incident show 1 --json')).json().accounts).toEqual(['ben.kern']);
    expect((await school.cli('status')).out).toContain('4 free texts still name somebody deleted: leaver mask');
    const list = (await school.cli('leaver mask')).out;
    expect(list).toContain('Insulted »Anna Xylander« by mail');
    expect(list).toContain('facts of an entry of the log');

    expect(await school.cli('leaver mask --all')).toMatchObject({ exit: 2 });
    expect(await school.cli('leaver mask --all -y')).toMatchObject({
      exit: 0,
      out: 'The name is taken out of 4 texts.\n',
    });
    expect(texts(school).slice(1)).toEqual([{ reason: 'Insulted […] by mail' }, { reason: 'Witness of […]' }]);
    expect((await school.cli('status --json')).json().namesInTexts).toBe(0);
    expect((await school.cli('leaver mask --lang de')).out).toBe('Kein freier Text nennt jemand Gelöschten.\n');
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    await school.on('2026-12-20').cli('leaver run --today 2026-12-20');
    await school.on('2026-12-21').cli('leaver run');
    for (const name of ['Xylander', 'anna.xylander']) expect(school.bytes().includes(name)).toBe(false);
  });

  test('the proof names the texts, too', async () => {
    const school = await named();
    await school.cli('leaver run');
    const proof = await school.cli('leaver proof 1');
    expect(proof).toMatchObject({ exit: 5 });
    expect(proof.err + proof.out).toContain('reason of a suspension (1)');
  });

  test('a name that means somebody else stays, once somebody says so', async () => {
    const school = await named();
    await school.cli('leaver run');
    expect(await school.cli('leaver mask --other 3')).toMatchObject({ exit: 0 });
    expect((await school.cli('leaver mask --json')).json()).toHaveLength(3);
    expect(await school.cli('leaver mask --other 3')).toMatchObject({ exit: 3 });
    expect(await school.cli('leaver mask 99 -y')).toMatchObject({ exit: 3 });
  });

  test('a text that has changed meanwhile is left alone', async () => {
    const school = await named();
    await school.cli('leaver run');
    school.sql(`UPDATE suspensions SET reason = 'Something else about Anna Xylander'`);
    const places = (await school.cli('leaver mask --json')).json().map(({ place }: { place: string }) => place);
    expect(places).not.toContain('suspensions');
  });
});

test('facts of the log that are erased without an entry that says so are still found', async () => {
  const school = await named();
  await school.cli('leaver run');
  await school.cli('leaver mask --all -y');
  const [{ id }] = school.sql(
    `SELECT id FROM audit_entries WHERE user_id = 2 AND id IN (SELECT entry_id FROM audit_facts)`,
  );
  school.sql('DELETE FROM audit_facts WHERE entry_id = ?', id);
  expect(await school.cli('audit verify')).toMatchObject({ exit: 4 });
});

test('a page says it to the person who asks, and where it lies is not kept', async () => {
  const school = await named();
  await school.cli('leaver run');
  await school.cli('leaver mask --all -y');
  const { exit, out } = await school.cli('leaver proof anna.xylander --out xylander.html');
  expect({ exit, out }).toEqual({ exit: 0, out: `The page is ${school.path('xylander.html')}.\n` });
  const page = school.bytes('xylander.html').toString();
  for (const words of [
    'Gefragt nach: anna.xylander',
    'Es ist gelöscht und wird an niemanden wieder vergeben',
    'kein Byte seiner Dateien nennt, wonach gefragt wurde',
    'Sicherungen des Registers können es bis 11.10.2026 enthalten',
    'In IServ wird das Konto spätestens bis 11.12.2026 gelöscht. Sicherungen von IServ können es bis 09.06.2027 enthalten',
  ])
    expect(page).toContain(words);
  expect(school.sql('SELECT kind, file FROM written_files')).toEqual([{ kind: 'proof', file: null }]);
  expect(school.sql(`SELECT act FROM audit_entries ORDER BY id DESC LIMIT 1`)).toEqual([{ act: 'file-written' }]);
});
