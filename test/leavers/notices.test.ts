import { readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newSchool } from '../support/school.ts';
import { tellsOtherwise } from './nights.ts';

test('everybody is told once, and again when a date moves', async () => {
  const school = await tellsOtherwise(await newSchool());
  await school.cli('user add --role student --given Anna --family "<b>Müller</b>" --account anna.mueller --class 10a');
  await school.cli(
    'user add --role student --given Ben --family =Kern --account ben.kern --class 5b --email ben@post.example',
  );
  await school.cli('user add --role guardian --given Jürgen --family Müller --child anna.mueller');
  await school.cli('leaver schedule anna.mueller ben.kern --left-on 2026-07-31');

  const preview = await school.cli('leaver notices');
  expect(preview.out).toContain('3 people have to be told. Print with --out FILE.html or --csv FILE');
  expect((await school.cli('leaver notices --json')).json()).toMatchObject({ told: false, people: [{}, {}, {}] });

  expect(await school.cli('leaver notices --out notices.html --csv notices.csv --yes')).toMatchObject({
    exit: 0,
    err: '',
  });
  const page = school.bytes('notices.html').toString();
  expect([...page.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, title]) => title)).toEqual([
    'Dateien sichern – Klasse 5b',
    'Dateien sichern – Klasse 10a',
    'Dateien sichern – Erziehungsberechtigte',
  ]);
  expect(page).toContain('&lt;b&gt;Müller&lt;/b&gt;, Anna</td><td>anna.mueller</td><td>28.08.2026</td><td>11.09.2026');
  expect(school.bytes('notices.csv').toString()).toBe(
    [
      '\ufeffaccount;schoolEmail;givenName;familyName;role;class;email;leftOn;lockedFrom;deletedOn;words',
      "ben.kern;ben.kern@see.example;Ben;'=Kern;student;5b;ben@post.example;2026-07-31;2026-08-28;2026-09-11;",
      'anna.mueller;anna.mueller@see.example;Anna;<b>Müller</b>;student;10a;;2026-07-31;2026-08-28;2026-09-11;',
      'juergen.mueller;juergen.mueller@see.example;Jürgen;Müller;guardian;;;2026-07-31;2026-08-28;2026-09-11;\r\n',
    ].join('\r\n'),
  );
  expect(statSync(school.path('notices.html')).mode & 0o777).toBe(0o600);
  expect((await school.cli('leaver notices --out again.html')).out).toBe('Nobody has to be told anything.\n');
  expect((await school.cli('leaver list ben.kern')).out).toContain('20 Aug 2026');

  await school.cli('leaver schedule ben.kern --left-on 2026-08-15');
  expect((await school.cli('leaver notices --json')).json().people).toMatchObject([{ account: 'ben.kern' }]);
  expect((await school.cli('leaver notices --again --json')).json().people).toHaveLength(3);
  expect(school.sql(`SELECT count(*) AS n FROM audit_entries WHERE act = 'leaver-told'`)).toEqual([{ n: 3 }]);
});

test('a file that is there is not overwritten, and then nobody counts as told', async () => {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller');
  await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
  school.file('notices.html', 'mine');
  expect(await school.cli('leaver notices --out notices.html')).toMatchObject({ exit: 3, out: '' });
  expect((await school.cli('leaver notices --json')).json().people).toHaveLength(1);
});

test.each(['out', 'csv'])(
  'of two files the one for --%s is there: neither is written, and nobody counts as told',
  async (there) => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
    school.file(`notices.${there}`, 'mine');
    const ended = await school.cli('leaver notices --out notices.out --csv notices.csv');
    expect(ended).toMatchObject({
      exit: 3,
      out: '',
      err: expect.stringContaining(`notices.${there} is there already`),
    });
    expect(readdirSync(school.folder).filter((name) => name.startsWith('notices'))).toEqual([`notices.${there}`]);
    expect((await school.cli('leaver notices --json')).json().people).toHaveLength(1);
  },
);

test('what a killed command has left under the name of a file is cleared', async () => {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller');
  await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
  school.file('notices.csv', '');
  school.file('notices.csv.unfinished-4194305', 'half');
  expect(await school.cli('leaver notices --csv notices.csv')).toMatchObject({ exit: 0 });
  expect(school.bytes('notices.csv').toString()).toContain('anna.mueller');
  expect(readdirSync(school.folder).filter((name) => name.startsWith('notices'))).toEqual(['notices.csv']);
});
