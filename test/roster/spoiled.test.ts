import { expect, test } from 'vitest';
import { newSchool } from '../support/school.ts';

test('a name that can’t be read is a fault of its line, whatever else the line has', async () => {
  const school = await newSchool();
  const head = 'Import-ID;Vorname;Nachname;Geburtsdatum\n';
  school.file('list.csv', `${head}1;Ada;Brand;03.02.2014\n2;Ben;Kaya;04.02.2014\n`);
  expect(await school.cli('roster import list.csv --role student --yes')).toMatchObject({ exit: 0 });
  school.file('list.csv', `${head}1;Zoe;#NV;05.06.2013\n2;Ben;Kaya;04.02.2014\n`);
  const known = await school.cli('roster import list.csv --role student --yes --json');
  expect(JSON.parse(known.err).error).toMatchObject({
    code: 'roster-faulty',
    problems: [{ line: 2, column: 'Nachname' }],
  });
  school.file('parents.csv', 'Kind-ID;Vorname;Nachname\n1,2;Ute;#NV\n1;Uwe;Brand\n');
  const parents = await school.cli('roster import parents.csv --role guardian --yes --json');
  expect(JSON.parse(parents.err).error).toMatchObject({ code: 'roster-faulty', count: 1, problems: [{ line: 2 }] });
  const skipping = await school.cli('roster import parents.csv --role guardian --skip-faulty --yes --json');
  expect(skipping.json()).toMatchObject({ created: [{ account: 'uwe.brand' }] });
});

test('a line of more columns than any list is no header, and a word without end no name', async () => {
  const school = await newSchool();
  school.file('list.csv', `${'x;'.repeat(3000)}x\n`);
  const { exit, err } = await school.cli('roster import list.csv --delimiter ";" --lang de');
  expect(exit).toBe(4);
  expect(err).toContain('Zeile 1: 3.001 Spalten, so viele hat keine Personenliste.');
  school.file('list.csv', Buffer.from(`Import-ID;Vorname;Nachname\n1;Zo\xeb;${'x'.repeat(300_000)}\n`, 'latin1'));
  const before = process.cpuUsage();
  expect(await school.cli('roster import list.csv --role student')).toMatchObject({ exit: 4 });
  school.file('list.csv', `"${';'.repeat(300_000)}x\n`);
  expect(await school.cli('roster import list.csv')).toMatchObject({ exit: 4 });
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
});
