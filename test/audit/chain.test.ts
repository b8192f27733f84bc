import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

const holds = async (school: School): Promise<boolean> => (await school.cli('audit verify')).exit === 0;

describe('the log', () => {
  test('ties every entry to all before it', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli('user edit anna.mueller --class 6a');
    expect(await holds(school)).toBe(true);
    school.sql(`UPDATE audit_entries SET operator = 'somebody.else' WHERE id = 2`);
    expect(await holds(school)).toBe(false);
  });

  test('still holds when the facts of a person are erased, of which nothing is left', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Annabella --family Müller --email annabella@post.example');
    school.sql('PRAGMA secure_delete = ON');
    school.sql('DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE user_id = 1)');
    school.sql('DELETE FROM users WHERE id = 1');
    expect(await holds(school)).toBe(false);
    school.sql(`INSERT INTO tombstones (user_id, deleted_on, why) VALUES (1, '2026-08-20', 'taken-back')`);
    expect(await holds(school)).toBe(true);
    expect(school.sql('SELECT act, user_id FROM audit_entries WHERE user_id = 1')).toEqual([
      { act: 'user-added', user_id: 1 },
    ]);
  });

  test('an import adds one entry for each person it changes, and none for the others', async () => {
    const school = await newSchool();
    const rows = (name: string) => `Import-ID;Vorname;Nachname;Klasse\n1;Anna;${name};5a\n2;Ben;Kern;5a\n`;
    school.file('s.csv', rows('Müller'));
    await school.cli('roster import s.csv -y');
    school.file('s.csv', rows('Meyer'));
    await school.cli('roster import s.csv -y');
    await school.cli('roster import s.csv -y');
    expect(
      school.sql(
        'SELECT act, user_id, facts FROM audit_entries JOIN audit_facts ON entry_id = id WHERE id > 1 ORDER BY id',
      ),
    ).toEqual([
      { act: 'roster-created', user_id: 1, facts: '{"run":1}' },
      { act: 'roster-created', user_id: 2, facts: '{"run":1}' },
      { act: 'roster-changed', user_id: 1, facts: '{"run":2}' },
    ]);
    expect(await holds(school)).toBe(true);
  });

  test('names no child in the facts of a guardian', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Annabella --family Müller');
    await school.cli('user add --role guardian --given Ute --family Müller --child annabella.mueller');
    await school.cli('user edit ute.mueller --child ""');
    const facts = school.sql('SELECT facts FROM audit_facts JOIN audit_entries ON id = entry_id WHERE user_id = 2');
    expect(facts).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toContain('annabella');
  });
});
