import { expect, test } from 'vitest';
import { hashQuickly, newSchool } from '../support/school.ts';

async function filled() {
  const school = await newSchool();
  hashQuickly(school);
  school.file('terms.txt', 'Text');
  school.file(
    's.csv',
    `Import-ID;Vorname;Nachname;Klasse;Geburtsdatum
1;Anna;Müller;5a;2014-02-01
2;Ben;Öztürk;5a;
3;Cem;Yildiz;10b;
4;Ida;<Kern>;Q1;
5;Jo;Lang;5b;
6;Ole;Ohm;;
`,
  );
  school.file('t.csv', 'Import-ID;Vorname;Nachname;Klassenleitung von\nL1;Eva;Brandt;5A\nL2;Max;Noll;\n');
  for (const line of [
    'roster import s.csv -y',
    'roster import t.csv --role teacher -y',
    'terms publish terms.txt --version 1 --from 2026-08-01 -y',
    'settings set consent.basis.student consent -y',
    'consent give anna.mueller --by "guardian-name:Ute Müller" -y',
    'password issue anna.mueller --slips slips.html -y',
    'leaver schedule ben.oeztuerk --left-on 2026-08-19 --reason Umzug -y',
    'suspension impose cem.yildiz --reason Streit --clause mass-mail -y',
  ])
    expect([line, (await school.cli(line)).exit]).toEqual([line, 0]);
  return school;
}

test('class list counts by class, youngest first, and knows the class teacher from the roster of teachers', async () => {
  const school = await filled();
  expect((await school.cli('class list --lang de')).out).toBe(`\
Klasse       Jahrgang  Schüler  Abgänge  Klassenleitung  Eingewilligt  Passwort geändert
5a           5         1        1        Eva Brandt      1             0
5b           5         1        0                        0             0
10b          10        1        0                        0             0
Q1           Q1        1        0                        0             0
ohne Klasse            1        0                        0             0
5 Klassen.
`);
  const [first] = (await school.cli('class list --json')).json();
  expect(first).toEqual({
    class: '5a',
    year: '5',
    teachers: [{ account: 'eva.brandt', givenName: 'Eva', familyName: 'Brandt' }],
    students: 1,
    leaving: 1,
    consented: 1,
    passwordsChanged: 0,
  });
});

test('class list --by year is what the school board asks for', async () => {
  const school = await filled();
  const { out } = await school.cli('class list --by jahrgang --csv --columns Jahrgang,Klassen,Schüler --lang de');
  expect(out.split('\r\n')).toEqual([
    '\ufeffJahrgang;Klassen;Schüler',
    '5;2;2',
    '10;1;1',
    'Q1;1;1',
    'andere;0;1',
    'alle;4;5',
    '',
  ]);
  expect((await school.cli('class list --by year --json')).json()[0]).toMatchObject({ year: '5', students: 2 });
});

test('class show has the children of one class, however it is written, and not its teacher', async () => {
  const school = await filled();
  const { exit, out } = await school.cli('class show " 5A" --lang de');
  expect({ exit, out }).toEqual({
    exit: 0,
    out: `Klasse 5a
Klassenleitung: Eva Brandt
1 Schüler(in); Nutzungsordnung: 1 eingewilligt; Passwörter: 0 geändert.
Konto         Nachname  Vorname  Status  Passwort        Nutzungsordnung
anna.mueller  Müller    Anna     aktiv   nicht geändert  vollständig
ben.oeztuerk  Öztürk    Ben      geht ab  noch keines     offen
`
      .replace('aktiv   nicht', 'aktiv    nicht')
      .replace('Status  Passwort', 'Status   Passwort'),
  });
  expect((await school.cli('class show 5a --csv --columns Konto --lang de')).out).toBe(
    '\ufeffKonto\r\nanna.mueller\r\nben.oeztuerk\r\n',
  );
  expect((await school.cli('class show 10b')).out).toContain('Class teacher: not known');
});

test('the sheet for the class teacher has names and states, and neither accounts, violations nor a way out of its page', async () => {
  const school = await filled();
  expect(await school.cli('class show Q1 --out q1.html')).toMatchObject({ exit: 0 });
  expect(await school.cli('class show 10b --out 10b.html')).toMatchObject({ exit: 0 });
  const [q1, b] = [school.bytes('q1.html').toString(), school.bytes('10b.html').toString()];
  expect(q1).toContain('<td>&lt;Kern&gt;</td><td>Ida</td>');
  expect(q1).not.toContain('ida.kern');
  expect(b).toContain('<td>Yildiz</td><td>Cem</td><td>offen</td><td>noch keines</td>');
  expect(b).not.toMatch(/gesperrt|Streit|cem\.yildiz/);
});

test('a class that there is not is refused, with those that there are', async () => {
  const school = await filled();
  expect(await school.cli('class show 5x --lang de')).toMatchObject({
    exit: 3,
    out: '',
    err: '! Eine Klasse 5x gibt es nicht. Es gibt 5a, 5b, 10b und Q1.\n',
  });
  expect(await (await newSchool()).cli('class show 5a')).toMatchObject({ exit: 3 });
  expect((await (await newSchool()).cli('class list --lang de')).out).toBe('Es gibt noch keine Schüler.\n');
});
