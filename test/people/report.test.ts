import { readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { textsIn, withoutOthers } from '../../src/people/report/rules.ts';
import { hashQuickly, newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  school.file('s.csv', 'Import-ID;Vorname;Nachname;Klasse/Information\n1;Anna;<i>Müller</i>;5a\n2;Ben;Schulz;5a\n');
  await school.cli('roster import s.csv -y');
  await school.cli('user add --role guardian --given Ute --family Müller --child anna.imuelleri');
});

const report = async (account: string) => (await school.cli(`user report ${account} --json`)).json();
// biome-ignore lint/suspicious/noExplicitAny: sections of any shape
const section = (of: any, name: string) => of.sections.find((one: any) => one.section === name);

describe('user report', () => {
  test('tells everything of one person, with source and how long it is kept', async () => {
    const found = await report('anna.imuelleri');
    expect(found).toMatchObject({ account: 'anna.imuelleri', preparedOn: '2026-08-20', preparedBy: 'k.schmidt' });
    expect(section(found, 'person')).toEqual({
      section: 'person',
      source: { kind: 'roster', name: 'school' },
      keptUntil: { rule: 'account', days: null, deletedOn: null },
      entries: [
        {
          account: 'anna.imuelleri',
          role: 'student',
          status: 'active',
          givenName: 'Anna',
          familyName: '<i>Müller</i>',
          class: '5a',
          birthDate: null,
          email: null,
          source: 'school',
          importId: '1',
        },
      ],
    });
    // biome-ignore lint/suspicious/noExplicitAny: sections of any shape
    expect(found.sections.map((one: any) => [one.section, one.entries.length])).toEqual([
      ['person', 1],
      ['groups', 0],
      ['family', 1],
      ['mergedAccounts', 0],
      ['rosterRuns', 1],
      ['otherIds', 0],
      ['rosterAnswers', 0],
      ['consents', 0],
      ['decisionsAsGuardian', 0],
      ['custody', 0],
      ['custodyOfChildren', 0],
      ['courtDecisions', 0],
      ['consentNotices', 0],
      ['password', 0],
      ['suspensions', 0],
      ['incidents', 0],
      ['inspections', 0],
      ['posts', 0],
      ['permits', 0],
      ['requests', 0],
      ['restrictions', 0],
      ['leaving', 0],
      ['iserv', 0],
      ['writtenFiles', 0],
      ['log', 2],
    ]);
    expect(section(found, 'family').entries).toEqual([{ relation: 'guardian', account: 'ute.mueller' }]);
  });

  test('is itself in the log, and in the report', async () => {
    const entries = section(await report('ben.schulz'), 'log').entries;
    expect(entries.at(-1)).toMatchObject({ act: 'log-read', facts: { reason: 'DSGVO Art. 15' } });
    expect(section(await report('ben.schulz'), 'log').entries).toHaveLength(entries.length + 1);
  });

  test('shows what imports changed, and the day of deletion', async () => {
    school.file('t.csv', 'Import-ID;Vorname;Nachname;Klasse/Information\n1;Anna;<i>Müller</i>;6a\n');
    await school.cli('roster import t.csv -y');
    expect(section(await report('anna.imuelleri'), 'rosterRuns').entries.at(-1)).toMatchObject({
      run: 2,
      kind: 'changed',
      changes: { class: { from: '5a', to: '6a' } },
    });
    school.sql(`INSERT OR REPLACE INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
       VALUES (2, '2026-08-01', '2026-08-29', '2026-09-12', 'by-hand')`);
    const left = await report('ben.schulz');
    expect(section(left, 'leaving')).toMatchObject({
      keptUntil: { rule: 'account', deletedOn: '2026-09-12' },
      entries: [{ leftOn: '2026-08-01' }],
    });
  });

  test('tells that there is a password, the hold, and when a leaver was told', async () => {
    hashQuickly(school);
    await school.cli('password issue ben.schulz --csv passwords.csv');
    await school.cli('leaver schedule ben.schulz --left-on 2026-08-20');
    await school.cli('leaver hold ben.schulz --reason "A certificate"');
    await school.cli('leaver notices --out notices.html --told');
    const found = await report('ben.schulz');
    expect(section(found, 'password').entries).toEqual([{ passwordState: 'must-change', issuedOn: '2026-08-20' }]);
    expect(section(found, 'leaving').entries).toMatchObject([
      { hold: 'A certificate', toldAt: '2026-08-20T08:00:00.000Z' },
    ]);
    const words = (await school.cli('user report ben.schulz --lang de')).out;
    expect(words).toContain('vorläufig, noch zu ändern');
    expect(words).toMatch(/Löschsperre wegen +A certificate/);
  });

  test('tells decisions to whom they are about, and to the guardian who made them', async () => {
    school.sql(
      `INSERT INTO terms VALUES ('1', '2026-08-01', '${'a'.repeat(64)}', CAST('x' AS BLOB), '2026-08-01T08:00:00.000Z', 'k')`,
    );
    school.sql(
      `INSERT INTO consents (user_id, purpose, version, decision, guardian_id, decided_on, channel, recorded_at, recorded_by)
       VALUES (1, 'terms', '1', 'given', 3, '2026-08-19', 'paper', '2026-08-19T08:00:00.000Z', 'k.schmidt')`,
    );
    expect(section(await report('anna.imuelleri'), 'consents').entries).toMatchObject([{ by: 'guardian:ute.mueller' }]);
    expect(section(await report('ute.mueller'), 'decisionsAsGuardian').entries).toMatchObject([
      { for: 'anna.imuelleri', decision: 'given' },
    ]);
  });

  test('keeps what would tell of others to itself', async () => {
    await school.cli('incident open --account anna.imuelleri,ben.schulz --what "Ben hit Anna" --reported-by "Ms Kern"');
    await school.cli('incident open --account anna.imuelleri --what "Joke mails" --reported-by "Ms Kern"');
    await school.cli('incident inspect 1 --account ben.schulz --kind mail --suspicion "Insults by mail" -y');
    await school.cli('audit log --account anna.imuelleri --reason "ben.schulz"');
    await school.cli('audit log --account anna.imuelleri --reason "ute.mueller"');
    const ended = await school.cli('user report anna.imuelleri --json');
    for (const other of ['Ben', 'ben.schulz', 'Ms Kern', 'Insults']) expect(ended.out).not.toContain(other);
    const found = ended.json();
    expect(section(found, 'incidents').entries).toMatchObject([{ what: '[…]' }, { what: 'Joke mails' }]);
    expect(section(found, 'inspections').entries).toEqual([]);
    expect(ended.out).toContain('"reason":"[…]"');
    expect(ended.out).toContain('"reason":"ute.mueller"');
  });

  test('says who is responsible, who else gets the data, how long backups hold them, and to whom to complain', async () => {
    await school.cli('settings set school.authority "LfDI, Stuttgart"');
    await school.cli('settings set school.iserv-operator "Stadt Seehausen"');
    const { out } = await school.cli('user report anna.imuelleri --lang de');
    expect(out).toContain('Verantwortlich: Gymnasium am See.\n');
    expect(out).toContain('wer es betreibt: Stadt Seehausen.\nSicherungen des Registers bleiben 30 Tage;');
    expect(out).toContain('Aufsichtsbehörde: LfDI, Stuttgart.\n');
    await school.cli('user report anna.imuelleri --out b.html');
    expect(readFileSync(school.path('b.html'), 'utf8')).toContain('<p>Aufsichtsbehörde: LfDI, Stuttgart.</p>');
  });

  test('makes a page in the language of the school, that only its owner reads and that replaces no other', async () => {
    await school.cli('suspension impose anna.imuelleri --reason "<script>" --clause filters');
    const line = 'user report anna.imuelleri --out a.html';
    expect(await school.cli(line)).toMatchObject({
      exit: 0,
      out: `All that is held about anna.imuelleri is in ${school.path('a.html')}. Only you can read it.\n`,
      err: expect.stringMatching(/^! Read it before you hand it over.*\n! The page can’t say .*school\.address/),
    });
    expect(statSync(school.path('a.html')).mode & 0o777).toBe(0o600);
    const page = readFileSync(school.path('a.html'), 'utf8');
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('Anna &lt;i&gt;Müller&lt;/i&gt;, Konto anna.imuelleri');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>');
    expect(page).toContain('Keinen Filter und keine Sperre umgehen.');
    expect((await school.cli(line)).exit).toBe(3);
    expect(readFileSync(school.path('a.html'), 'utf8')).toBe(page);
  });

  test('reads on the terminal as on the page', async () => {
    const { out } = await school.cli('user report ben.schulz --lang de');
    expect(out).toContain('Ben Schulz, Konto ben.schulz\n');
    expect(out).toContain('Protokoll gelesen');
    expect(out).toContain('Gespeichert 180 Tage ab Eintrag, längstens bis zur Löschung des Kontos');
  });

  test('knows nobody else', async () => {
    expect(await school.cli('user report nobody')).toMatchObject({ exit: 3, out: '' });
    expect(school.sql(`SELECT 1 FROM audit_entries WHERE act = 'log-read'`)).toEqual([]);
  });
});

test('no account of others is left in any facts, and nothing else changes', () => {
  const account = fc.constantFrom('a.a', 'b.b', 'c.c');
  const text = fc.oneof(
    account,
    account.map((one) => `guardian:${one}`),
    fc.string(),
  );
  const facts = fc.letrec((tie) => ({
    value: fc.oneof(
      text,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value')),
    ),
  })).value;
  fc.assert(
    fc.property(facts, (value) => {
      expect(textsIn(withoutOthers(value, new Set(['a.a', 'b.b'])))).not.toContain('a.a');
      expect(withoutOthers(value, new Set())).toEqual(value);
    }),
  );
});
