import { readFileSync, statSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  school.sql(
    `INSERT INTO terms VALUES ('2026', '2026-08-01', '${'a'.repeat(64)}', CAST('The <whole> text.' AS BLOB), '2026-07-01T08:00:00.000Z', 'k')`,
  );
  school.sql(
    `INSERT INTO purposes (name, title, about, retired_on) VALUES ('photos', 'Fotos & Filme', 'Auf der Webseite', NULL), ('old', 'Altes', '', '2026-01-01')`,
  );
  school.sql(`INSERT INTO purpose_roles (role, purpose) VALUES ('student', 'photos'), ('student', 'old')`);
  await school.cli('user add --role student --given Anna --family "<b>Müller</b>" --class 5a --birth-date 2014-01-01');
  await school.cli('user add --role student --given Ben --family Kern --class 5a --birth-date 2012-08-20');
  await school.cli('user add --role student --given Cem --family Öz --class 10a --birth-date 2010-08-20');
  await school.cli('user add --role student --given Dora --family Ohne --class 10a');
  await school.cli('user add --role teacher --given Ida --family Wolf');
});

const page = () => readFileSync(school.path('f.html'), 'utf8');
const times = (text: string, of = page()) => of.split(text).length - 1;

describe('consent forms', () => {
  test('prints a page for everybody once, in the language of the school, for its owner only', async () => {
    expect(await school.cli('consent forms --class 5a --out f.html')).toMatchObject({
      exit: 0,
      out: `2 forms are in ${school.path('f.html')}. Only you can read it.\n`,
      err: '',
    });
    expect(statSync(school.path('f.html')).mode & 0o777).toBe(0o600);
    expect(times('<section class="form">')).toBe(2);
    expect(times('Anna &lt;b&gt;Müller&lt;/b&gt;')).toBe(1);
    expect(times('<b>')).toBe(0);
    expect(times('Ben Kern')).toBe(1);
    expect(times('Cem')).toBe(0);
    expect(page()).toContain('Gymnasium am See');
    expect(page()).toContain('Fassung 2026, gilt ab 01.08.2026');
    expect(times('Fotos &amp; Filme')).toBe(2);
    expect(times('Altes')).toBe(0);
    expect(times('01.01.2014')).toBe(0);
    expect(times('whole')).toBe(0);
  });

  test.each([
    ['anna.bmuellerb', 'guardian', 0, 1],
    ['ben.kern', 'both', 1, 1],
    ['cem.oez', 'self', 1, 0],
    ['dora.ohne', 'both', 1, 1],
  ])('of %s is signed by %s', async (account, signers, student, guardian) => {
    const ended = await school.cli(`consent forms ${account} --out f.html --json`);
    expect(ended.json()).toEqual({
      file: school.path('f.html'),
      people: [{ account, signers, states: { terms: 'missing', photos: 'missing' } }],
    });
    expect(times('<div>Unterschrift der Schülerin / des Schülers</div>')).toBe(student);
    expect(times('<div>Unterschrift der/des Erziehungsberechtigten</div>')).toBe(guardian);
  });

  test('asks grown-ups only for what they are asked for', async () => {
    await school.cli('consent forms ida.wolf --out f.html');
    expect(times('<div>Unterschrift</div>')).toBe(1);
    expect(times('Fotos')).toBe(0);
  });

  test('adds the terms once, as text', async () => {
    await school.cli('consent forms --out f.html --with-terms');
    expect(times('The &lt;whole&gt; text.')).toBe(1);
  });

  test('prints the list to tick off, with how each consent stands', async () => {
    school.sql(
      `INSERT INTO consents (user_id, purpose, version, decision, decided_on, channel, recorded_at, recorded_by)
       VALUES (3, 'terms', '2026', 'given', '2026-08-20', 'paper', '2026-08-20T08:00:00.000Z', 'k.schmidt'),
         (3, 'photos', NULL, 'refused', '2026-08-20', 'paper', '2026-08-20T08:00:00.000Z', 'k.schmidt')`,
    );
    expect((await school.cli('consent forms --sheet --out f.html --lang de')).out).toBe(
      `Die Liste mit 5 Personen steht in ${school.path('f.html')}. Nur Sie können die Datei lesen.\n`,
    );
    expect(times('<section class="sheet">')).toBe(3);
    expect(page()).toContain(
      '<tr><td>Öz, Cem<small>cem.oez</small></td><td>selbst</td><td>liegt vor</td><td><span class="box"></span>abgelehnt</td></tr>',
    );
    expect(page().indexOf('Klasse 5a')).toBeLessThan(page().indexOf('Klasse 10a'));
  });

  test('overwrites nothing, and writes nothing where nobody is chosen or no terms hold', async () => {
    school.file('f.html', 'mine');
    expect((await school.cli('consent forms --out f.html')).exit).toBe(3);
    expect(page()).toBe('mine');
    expect((await school.cli('consent forms --class 9z --out g.html --json')).json()).toEqual({
      file: null,
      people: [],
    });
    expect(await school.on('2026-07-31').cli('consent forms --out g.html')).toMatchObject({ exit: 3, out: '' });
    expect(() => statSync(school.path('g.html'))).toThrow();
  });

  test('asks at a terminal where to, and says elsewhere what is missing', async () => {
    expect((await school.cli('consent forms')).exit).toBe(2);
    school.answers = ['f.html'];
    expect((await school.cli('consent forms')).exit).toBe(0);
    expect(school.asked).toEqual(['Into which new file (forms.html)?']);
  });
});
