import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundIn } from '../../src/duties/matching.ts';
import { sentencesIn } from '../../src/duties/rules.ts';
import { duties } from '../../src/duties/sentences-text.ts';
import { clauseCodes } from '../../src/terms/clauses.ts';
import { newSchool, type School } from '../support/school.ts';

/** The terms as a PDF gives them: a line for each line on the paper, apart from the others, words parted at the end. */
function asFromPaper(width: number): string {
  let section = '';
  const lines = ['Nutzungsordnung für IServ an der Schule am See, gültig ab Sommer'];
  for (const duty of duties) {
    if (duty.section !== section) lines.push(duty.section);
    section = duty.section;
    for (const word of duty.sentence.split(' ')) {
      const last = lines.at(-1) ?? '';
      const isBegun = last !== section && !/[.]$/.test(last);
      if (isBegun && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
  }
  return lines.join('\n\n');
}

describe('the sentences of a text', () => {
  test('are found again in the text that they were taken from, whatever the width of the paper', () => {
    for (const width of [70, 90, 200]) {
      const found = foundIn(sentencesIn(asFromPaper(width)), duties);
      expect(found.map(({ duty }) => duty?.sentence)).toEqual(duties.map(({ sentence }) => sentence));
      expect(found.filter(({ wording }) => wording !== 'known')).toEqual([]);
    }
  });

  test.each([
    ['Das gilt z. B. für Bilder, z.B. Fotos u. a. auch. Und sonst?', 2],
    ['Nach § 3 Nr. 6 Telekommunikationsgesetz gilt das. Ja!', 2],
    ['1. Seid nett.\n2. Lest am 1. August die Regeln.', 2],
    ['Regel-\nverstöße werden geahndet.', 1],
    ['Groß-/Kleinbuchstaben und E-\nMails sind erlaubt.', 1],
    ['', 0],
  ])('%j: %i', (text, number) => {
    expect(sentencesIn(text)).toHaveLength(number);
  });

  test('lose no word, whatever the text', () => {
    const word = fc.constantFrom('Nutzer', 'z. B.', 'IServ.', 'und', 'Nr.', 'E-Mail', '14', 'Schule?', 'ist');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const text = `Die ${words.join(' ')} endet hier.`;
        expect(
          sentencesIn(text)
            .map(({ sentence }) => sentence)
            .join(' '),
        ).toBe(text);
      }),
    );
  });

  test('are each known once, changed or new', () => {
    const [first, second] = duties.map(({ sentence }) => sentence);
    const text = [
      { section: '', sentence: `${first} Neu` },
      { section: '', sentence: first ?? '' },
      { section: '', sentence: 'Drohnen dürfen auf dem Schulhof nicht fliegen.' },
      { section: '', sentence: second ?? '' },
    ];
    expect(foundIn(text, duties).map(({ wording }) => wording)).toEqual(['new', 'known', 'new', 'known']);
    expect(foundIn(text.slice(0, 1), duties)[0]).toMatchObject({ wording: 'changed', duty: duties[0] });
  });
});

test('every rule that can be cited stands in a sentence', () => {
  const cited = duties.flatMap(({ clauses = [] }) => clauses);
  expect(clauseCodes.filter((code) => !cited.includes(code))).toEqual([]);
});

describe('terms duties', () => {
  const listed = async (school: School, line = '') => (await school.cli(`terms duties ${line} --json`)).json();

  test('are those of the text that is known, while none is published', async () => {
    const school = await newSchool();
    const ended = await school.cli('terms duties');
    expect(ended).toMatchObject({ exit: 0, err: expect.stringContaining('No version of the terms is published') });
    expect(ended.out).toContain('46 sentences: commands carry out 26, 20 are left to people.\n');
    const all = await listed(school);
    expect(all[33]).toEqual({
      number: 34,
      section: 'Messenger/Forum',
      sentence: 'Darüber hinaus sind die Moderatoren berechtigt, unangemessene Beiträge zu löschen.',
      wording: 'known',
      binds: 'moderators',
      carriedOut: 'commands',
      commands: ['post removed', 'post list'],
      left: 'deleting them in IServ',
      clauses: [],
      counts: { posts: 0 },
    });
    expect(all[7]).toMatchObject({
      carriedOut: 'people',
      left: 'keeping to it; else suspension impose --clause password-secrecy',
    });
    expect((await school.cli('terms duties --lang de')).out).toContain('Menschen überlassen');
  });

  test('of a version say which sentences are worded otherwise, and which nobody carries out', async () => {
    const school = await newSchool();
    school.file('terms.txt', asFromPaper(80));
    const changed = asFromPaper(80).replace('unangemessene', 'ungehörige');
    school.file('new.txt', `${changed}\n\nDrohnen\n\nDrohnen dürfen auf dem Schulhof nicht fliegen.\n`);
    await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
    expect(await listed(school)).toHaveLength(46);
    expect(await listed(school, '--file new.txt --uncarried')).toMatchObject([
      { number: 47, section: 'Drohnen', carriedOut: 'nobody', wording: 'new', commands: [], binds: null },
    ]);
    const ended = await school.cli('terms duties --file new.txt');
    expect(ended.out).toContain('26, 20 are left to people, and nobody carries out 1.');
    expect(ended.out).toContain('1 sentence is worded otherwise');
    await school.cli('terms publish new.txt --version 2 --from 2026-09-01');
    expect(await listed(school, '2')).toHaveLength(47);
    expect(await listed(school.on('2026-09-01'))).toHaveLength(47);
    expect(await school.cli('terms duties 3')).toMatchObject({ exit: 3 });
  });
});

/**
 * The terms carried out, sentence by sentence: what is typed for each of which the house says that commands carry it
 * out, and what must be so afterwards. In the order of the terms, at one school.
 */
type Check = (school: School, outs: string[]) => unknown | Promise<unknown>;
const one = async (school: School, query: string) => Object.values(school.sql(query)[0])[0];
const carried: Readonly<Record<number, readonly [lines: readonly string[], check: Check, expected: unknown]>> = {
  6: [
    [
      'roster import students.csv',
      'user add --role teacher --given Karin --family Roth',
      'user add --role guardian --given Ute --family Müller --child anna.mueller',
    ],
    (school) => one(school, 'SELECT count(*) FROM users'),
    4,
  ],
  1: [['iserv export iserv.csv --first'], (school) => existsSync(school.path('iserv.csv')), true],
  4: [
    ['module enable E-Mail Foren', 'module disable Foren'],
    (school) => one(school, 'SELECT name FROM modules WHERE disabled_on IS NULL'),
    'E-Mail',
  ],
  5: [
    ['module notice --out modules.html', 'module notice --told'],
    (school) => [existsSync(school.path('modules.html')), school.sql('SELECT told_on FROM module_notices')[0].told_on],
    [true, '2026-08-20'],
  ],
  38: [
    ['module enable Videokonferenzen'],
    (school) => one(school, `SELECT count(*) FROM modules WHERE name = 'Videokonferenzen'`),
    1,
  ],
  7: [
    ['password issue --csv passwords.csv', 'password check'],
    (_, outs) => outs[1]?.includes('too') || outs[1]?.length,
    expect.anything(),
  ],
  9: [
    [
      'password reset ben.schulz --requested-by ben.schulz --identified-by "school ID card" --slips slip.html',
      'password pending',
      'password confirm ben.schulz',
    ],
    (school) =>
      one(school, `SELECT changed_on FROM passwords p JOIN users u ON u.id = p.user_id WHERE account = 'ben.schulz'`),
    '2026-08-20',
  ],
  10: [
    ['! password reset ben.schulz --requested-by anna.mueller --identified-by "school ID card"'],
    (school) => one(school, 'SELECT act FROM audit_entries ORDER BY id DESC LIMIT 1'),
    'password-reset-refused',
  ],
  11: [['user edit anna.mueller --email ""', 'user show anna.mueller'], (_, outs) => outs[1]?.includes('@'), false],
  12: [
    ['consent purposes add address-book --title Adressbuch'],
    (school) => one(school, `SELECT title FROM purposes WHERE name = 'address-book'`),
    'Adressbuch',
  ],
  20: [
    [
      'permit give anna.mueller --kind traffic --reason "Film of the play"',
      'permit list',
      'permit end anna.mueller --reason "The film is done"',
    ],
    (school, outs) => [outs[1]?.includes('Film of the play'), school.sql('SELECT ended_on FROM permits')[0].ended_on],
    [true, '2026-08-20'],
  ],
  21: [
    [
      'administrator add k.schmidt --name "Karin Schmidt" --signed-on 2026-08-03',
      'permit give --administrator k.schmidt --kind software --reason "GeoGebra in room 12"',
    ],
    (school) => one(school, `SELECT count(*) FROM permits WHERE kind = 'software' AND administrator_id = 1`),
    1,
  ],
  19: [
    ['suspension impose ben.schulz --reason "Loaded films all day" --clause traffic'],
    (school) => one(school, 'SELECT clause FROM suspensions'),
    'traffic',
  ],
  22: [['user idle --json'], (_, outs) => JSON.parse(outs[0] ?? ''), []],
  23: [
    [
      'administrator add m.weber --name "Maria Weber"',
      'administrator list',
      '! incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"',
    ],
    (school, outs) => [outs[1]?.includes('not signed'), school.sql('SELECT count(*) AS n FROM inspections')[0].n],
    [true, 0],
  ],
  42: [
    ['incident open --account anna.mueller --what "Filmed a video conference" --clause conference-recording'],
    (school) => one(school, 'SELECT clause FROM incidents'),
    'conference-recording',
  ],
  24: [
    [
      'incident inspect 1 --account anna.mueller --kind log --suspicion "Filmed the conference" --ordered-by "Mr Roth, head"',
      'audit log --reason "Incident 1"',
    ],
    (school) => one(school, 'SELECT kind FROM inspections'),
    'log',
  ],
  29: [
    [
      'incident open --account ben.schulz --what "Insults by mail" --clause mail-manners',
      'incident inspect 2 --account ben.schulz --kind mail --suspicion "Insults by mail"',
    ],
    (school) => one(school, 'SELECT count(*) FROM inspections WHERE incident_id = 2'),
    1,
  ],
  33: [
    ['incident inspect 2 --account ben.schulz --kind chat --suspicion "Insults in the chat"'],
    (school) => one(school, `SELECT count(*) FROM inspections WHERE kind = 'chat'`),
    1,
  ],
  30: [
    ['incident inform 2 --account ben.schulz --told self --how "in person"'],
    (school) => one(school, 'SELECT count(*) FROM inspections WHERE incident_id = 2 AND informed_on IS NULL'),
    0,
  ],
  34: [
    ['post removed ben.schulz --where "Forum 5b" --reason "Insulted a teacher" --incident 2', 'post list'],
    (_, outs) => outs[1]?.includes('Forum 5b'),
    true,
  ],
  44: [['iserv todo'], (_, outs) => /ben\.schulz .*lock/.test(outs[0] ?? ''), true],
  43: [
    [
      'suspension lift ben.schulz --reason "Said sorry"',
      'suspension impose ben.schulz --reason "Again" --clause mass-mail',
    ],
    (school) => one(school, 'SELECT count(*) FROM suspensions WHERE lifted_on IS NULL'),
    1,
  ],
  14: [
    ['leaver schedule karin.roth --left-on 2026-08-20', 'leaver notices karin.roth --out notices.html'],
    (school) => existsSync(school.path('notices.html')),
    true,
  ],
  46: [['leaver notices --told'], (school) => one(school, 'SELECT count(*) FROM leaver_notices'), 1],
  45: [
    [
      'leaver schedule karin.roth --at-request --delete-on 2026-09-03',
      '2026-08-27 leaver run',
      '2026-09-02 leaver run',
      '2026-09-04 leaver run',
    ],
    (school) => one(school, `SELECT count(*) FROM users WHERE account = 'karin.roth'`),
    0,
  ],
};

test('the table of the sentences that commands carry out is whole, and each command in it is typed', () => {
  const byCommands = duties.flatMap(({ commands }, index) =>
    commands.length > 0 ? [{ number: index + 1, commands }] : [],
  );
  expect(Object.keys(carried).map(Number)).toEqual(byCommands.map(({ number }) => number).sort((a, b) => a - b));
  const untyped = byCommands.flatMap(({ number, commands }) => {
    const lines = (carried[number]?.[0] ?? []).map((line) => line.replace(/^(! |[\d-]+ )/, ''));
    return commands.filter((command) => !lines.some((line) => `${line} `.startsWith(`${command} `)));
  });
  expect(untyped).toEqual([]);
});

test('each sentence is carried out by what is typed for it', async () => {
  const school = await newSchool();
  school.file(
    'students.csv',
    'Import-ID;Vorname;Nachname;Klasse;Geburtsdatum\n1;Anna;Müller;5a;1.2.2014\n2;Ben;Schulz;5b;1.3.2010\n',
  );
  school.stdin = ['Wolkenbruch+7Tassen'];
  await school.cli('settings set leaver.notice-days 0');
  for (const number of order) {
    const [lines, check, expected] = carried[number] ?? [[], () => undefined, null];
    const outs: string[] = [];
    for (const line of lines) {
      const [, day] = /^(\d{4}-\d\d-\d\d) /.exec(line) ?? [];
      if (day) school.on(day);
      const isRefused = line.startsWith('! ');
      const ended = await school.cli(`${line.replace(/^(! |[\d-]+ )/, '')} --yes`);
      expect({ number, line, done: [0, 5].includes(ended.exit), err: isRefused ? '' : ended.err }).toMatchObject({
        number,
        line,
        done: !isRefused,
      });
      outs.push(ended.out);
    }
    expect({ number, is: await check(school, outs) }).toEqual({ number, is: expected });
  }
});

/** What one sentence needs, another has made before. */
const order = [6, 1, 4, 5, 38, 7, 9, 10, 11, 12, 20, 21, 19, 22, 23, 42, 24, 29, 33, 30, 34, 44, 43, 14, 46, 45];
