import { describe, expect, test } from 'vitest';
import { digestOf, linkOf } from '../../src/audit/rules.ts';
import { newSchool, type School } from '../support/school.ts';

/** Whether every entry is tied to the one before, and every fact that is left to its entry. */
function holds(school: School): boolean {
  const [ends] = school.sql('SELECT * FROM audit_chain');
  const entries = school.sql(
    'SELECT e.*, e.user_id AS userId, f.salt, f.facts FROM audit_entries e LEFT JOIN audit_facts f ON f.entry_id = e.id ORDER BY e.id',
  );
  let link = ends.first_link;
  for (const entry of entries) {
    link = linkOf(link, entry);
    if (!link.equals(entry.link)) return false;
    if (entry.salt && !digestOf(entry.salt, entry.facts).equals(entry.digest)) return false;
  }
  return entries.at(-1).id === ends.last_id && link.equals(ends.last_link);
}

describe('the log', () => {
  test('ties every entry to all before it', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli('user edit anna.mueller --class 6a');
    expect(holds(school)).toBe(true);
    school.sql(`UPDATE audit_entries SET operator = 'somebody.else' WHERE id = 2`);
    expect(holds(school)).toBe(false);
  });

  test('still holds when the facts of a person are erased, of which nothing is left', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Annabella --family Müller --email annabella@post.example');
    school.sql('PRAGMA secure_delete = ON');
    school.sql('DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE user_id = 1)');
    expect(holds(school)).toBe(true);
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
    expect(holds(school)).toBe(true);
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
