import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, findingOf } from '../../src/consents/findings.ts';
import {
  type Circumstances,
  type CourtDecision,
  decidersFor,
  decisions,
  type Finding,
  type Saying,
  stateOfFinding,
} from '../../src/consents/rules.ts';
import type { Day } from '../../src/time.ts';
import type { Custody } from '../../src/users/guardians/rules.ts';
import type { By } from '../../src/users/guardians/who.ts';

const ages = { guardianUntil: 14, selfFrom: 16 };
const who: Record<string, By> = {
  student: 'self',
  mother: 'guardian:ute.mueller',
  father: 'guardian:jan.mueller',
  grandfather: 'guardian-name:Opa Öz',
};
const words = { yes: 'given', no: 'refused', withdraws: 'withdrawn' } as const;

/** Born on 5 May; on 20 August 2026 they are as old as they are called here. */
const born = {
  'a child of 10': '2016-05-05',
  'a child of 13': '2013-05-05',
  'a student of 14': '2012-05-05',
  'a student of 15': '2011-05-05',
  'a student of 16': '2010-05-05',
  'a student of 17': '2009-05-05',
  'a student of 18': '2008-05-05',
} as const satisfies Record<string, Day>;

describe('who must decide', () => {
  test.each<[Day | null, string | null, Day, string]>([
    ['2012-09-01', null, '2026-08-31', 'guardian'],
    ['2012-09-01', null, '2026-09-01', 'both'],
    ['2010-09-01', null, '2026-08-31', 'both'],
    ['2010-09-01', null, '2026-09-01', 'self'],
    ['2012-02-29', null, '2026-02-28', 'guardian'],
    ['2012-02-29', null, '2026-03-01', 'both'],
    // Without a birth date the year of the class says it, also of a day in another school year.
    [null, null, '2026-09-01', 'both'],
    [null, '6b', '2026-09-01', 'guardian'],
    [null, '7b', '2026-09-01', 'both'],
    [null, '7b', '2026-07-31', 'guardian'],
    [null, '8b', '2025-09-01', 'both'],
    [null, 'Q1', '2026-09-01', 'both'],
  ])('born %s, class %s, on %s: %s', (birthDate, name, on, expected) => {
    const person = { role: 'student' as const, birthDate, class: name };
    expect(decidersFor({ person, today: '2026-09-01', ages }, on)).toBe(expected);
  });

  test('a purpose can have ages of its own', () => {
    const person = { role: 'student' as const, birthDate: born['a student of 15'] };
    const own = { guardianUntil: 12, selfFrom: 14 };
    expect(decidersFor({ person, today: '2026-08-20', ages: own }, '2026-08-20')).toBe('self');
    expect(decidersFor({ person: { ...person, role: 'teacher' }, today: '2026-08-20', ages }, '2026-08-20')).toBe(
      'self',
    );
  });
});

/** What happened, line by line: `2026-08-05 mother: yes (2)`, `2026-05-04 father: no custody`, `2026-06-01 court: mother`. */
function story(lines: readonly string[]) {
  const facts: Saying[] = [];
  const custody: Custody[] = [];
  const court: CourtDecision[] = [];
  const told: Day[] = [];
  for (const [index, line] of lines.entries()) {
    const [, day, subject = '', word = '', version = '2'] = /^(\S+) (\w+): ([\w ]+?)(?: \((\d)\))?$/.exec(line) ?? [];
    const on = day as Day;
    const by = who[subject];
    const id = index + 1;
    if (word.endsWith('custody') && by) custody.push({ id, by, has: word === 'custody', since: on });
    else if (subject === 'court') court.push({ id, purpose: 'terms', by: who[word] ?? null, since: on });
    else if (word === 'is told') told.push(on);
    else if (by && word in words) {
      const decision = words[word as keyof typeof words];
      facts.push({ id, purpose: 'terms', version, decision, by, on, corrected: false });
    } else throw new Error(`Nobody understands: ${line}`);
  }
  return { facts, custody, court, told };
}

interface Case {
  of: keyof typeof born;
  happened: readonly string[];
  comesTo: Finding;
  toTell?: 'reached-age' | 'guardian-spoke' | null;
  guardians?: 'one' | 'all';
}

/** Version 1 of the terms holds since 2025, version 2 since 1 August 2026, version 3 from 1 September on. */
const circumstances = (of: Case['of'], guardians: 'one' | 'all' = 'one'): Circumstances => ({
  person: { role: 'student', birthDate: born[of] },
  today: '2026-08-20',
  ages,
  versions: ['1', '2'],
  known: [who.mother as By, who.father as By],
  guardians,
});

const check = ({ of, happened, comesTo, toTell = null, guardians }: Case) => {
  const { facts, ...voices } = story(happened);
  const { finding, inform } = assess(facts, { ...circumstances(of, guardians), ...voices });
  expect({ finding, inform }).toEqual({ finding: comesTo, inform: toTell });
};

const tell = (title: string, cases: readonly Case[]) =>
  describe(title, () => {
    test.each(
      cases.map((one) => [`${one.of}; ${one.happened.join('; ') || 'nobody was asked'}: ${one.comesTo}`, one] as const),
    )('%s', (_, one) => check(one));
  });

tell('under 14 a guardian decides', [
  { of: 'a child of 10', happened: [], comesTo: 'nobody-decided' },
  { of: 'a child of 10', happened: ['2026-08-05 mother: yes'], comesTo: 'complete' },
  { of: 'a child of 10', happened: ['2026-08-05 grandfather: yes'], comesTo: 'complete' },
  { of: 'a child of 10', happened: ['2026-08-05 student: yes'], comesTo: 'nobody-decided' },
  { of: 'a child of 10', happened: ['2026-08-05 father: no', '2026-08-06 mother: yes'], comesTo: 'refused' },
  {
    of: 'a child of 10',
    happened: ['2026-08-05 father: no', '2026-08-06 mother: yes', '2026-08-07 father: yes'],
    comesTo: 'complete',
  },
  { of: 'a child of 10', happened: ['2026-08-05 mother: yes', '2026-08-06 mother: withdraws'], comesTo: 'withdrawn' },
  {
    // She must say so herself.
    of: 'a child of 10',
    happened: ['2026-08-05 mother: yes', '2026-08-06 mother: withdraws', '2026-08-07 father: yes'],
    comesTo: 'withdrawn',
  },
]);

tell('a child’s own no counts at any age, until the child takes it back', [
  { of: 'a child of 10', happened: ['2026-08-05 student: no', '2026-08-06 mother: yes'], comesTo: 'refused' },
  { of: 'a child of 10', happened: ['2026-08-05 mother: yes', '2026-08-06 student: no'], comesTo: 'refused' },
  { of: 'a child of 10', happened: ['2026-08-05 mother: yes', '2026-08-06 student: withdraws'], comesTo: 'refused' },
  {
    of: 'a child of 10',
    happened: ['2026-08-05 mother: yes', '2026-08-06 student: no', '2026-08-07 student: yes'],
    comesTo: 'complete',
  },
  { of: 'a student of 16', happened: ['2020-08-05 mother: yes', '2020-08-06 student: no'], comesTo: 'refused' },
]);

tell('at 14 and 15 the student and a guardian decide', [
  { of: 'a student of 15', happened: ['2026-08-05 mother: yes'], comesTo: 'only-guardian' },
  { of: 'a student of 15', happened: ['2026-08-05 student: yes'], comesTo: 'only-student' },
  { of: 'a student of 15', happened: ['2026-08-05 student: yes', '2026-08-06 mother: yes'], comesTo: 'complete' },
  { of: 'a student of 15', happened: ['2026-08-05 student: yes', '2026-08-06 mother: no'], comesTo: 'refused' },
  {
    of: 'a student of 15',
    happened: ['2026-06-01 student: yes (1)', '2026-08-06 mother: yes'],
    comesTo: 'only-guardian',
  },
]);

tell('no birthday takes a consent away; the student is told of the right to withdraw', [
  { of: 'a student of 14', happened: ['2026-05-04 mother: yes'], comesTo: 'complete', toTell: 'reached-age' },
  { of: 'a student of 14', happened: ['2026-05-05 mother: yes'], comesTo: 'only-guardian' },
  { of: 'a student of 14', happened: ['2026-05-04 mother: yes', '2026-05-05 student: is told'], comesTo: 'complete' },
  {
    of: 'a student of 14',
    happened: ['2026-05-04 mother: yes', '2026-05-04 student: is told'],
    comesTo: 'complete',
    toTell: 'reached-age',
  },
  {
    // An own consent at 15 goes on at 16.
    of: 'a student of 16',
    happened: ['2026-05-04 student: yes', '2026-05-04 mother: yes'],
    comesTo: 'complete',
    toTell: 'reached-age',
  },
  { of: 'a student of 16', happened: ['2026-05-04 student: yes'], comesTo: 'complete', toTell: 'reached-age' },
  { of: 'a student of 16', happened: ['2023-03-01 mother: yes'], comesTo: 'complete', toTell: 'reached-age' },
  {
    // What was not complete at 15 is not at 16: then the student alone is asked.
    of: 'a student of 16',
    happened: ['2026-05-04 mother: yes'],
    comesTo: 'decides-alone-now',
  },
  { of: 'a student of 16', happened: ['2026-05-04 student: yes', '2026-08-01 student: yes'], comesTo: 'complete' },
  {
    of: 'a student of 16',
    happened: ['2024-03-01 mother: yes (1)'],
    comesTo: 'older-version',
  },
]);

tell('from 16 the student decides alone', [
  { of: 'a student of 16', happened: ['2026-08-05 student: yes'], comesTo: 'complete' },
  { of: 'a student of 16', happened: ['2026-08-05 student: no'], comesTo: 'refused' },
  { of: 'a student of 16', happened: ['2026-03-01 mother: no'], comesTo: 'nobody-decided' },
  { of: 'a student of 16', happened: ['2026-03-01 mother: no', '2026-08-05 student: yes'], comesTo: 'complete' },
  { of: 'a student of 16', happened: ['2026-03-01 mother: withdraws'], comesTo: 'withdrawn' },
  { of: 'a student of 16', happened: ['2026-05-04 student: withdraws'], comesTo: 'withdrawn' },
  { of: 'a student of 16', happened: ['2026-03-01 mother: withdraws', '2026-08-05 student: yes'], comesTo: 'complete' },
  { of: 'a student of 16', happened: ['2026-03-01 mother: withdraws', '2026-08-05 student: no'], comesTo: 'refused' },
]);

tell('what a guardian says after the student decides alone has no effect, and the student is told', [
  { of: 'a student of 16', happened: ['2026-08-05 mother: yes'], comesTo: 'nobody-decided', toTell: 'guardian-spoke' },
  {
    of: 'a student of 16',
    happened: ['2026-08-05 student: yes', '2026-08-06 mother: no'],
    comesTo: 'complete',
    toTell: 'guardian-spoke',
  },
  {
    of: 'a student of 16',
    happened: ['2026-08-05 student: yes', '2026-08-06 mother: withdraws', '2026-08-07 student: is told'],
    comesTo: 'complete',
  },
  {
    // Who gave a consent that still carries can withdraw it.
    of: 'a student of 16',
    happened: ['2023-03-01 mother: yes', '2026-08-06 mother: withdraws'],
    comesTo: 'withdrawn',
  },
  {
    of: 'a student of 16',
    happened: ['2023-03-01 mother: yes', '2026-08-06 mother: withdraws', '2026-08-07 student: yes'],
    comesTo: 'complete',
  },
  {
    // The father did not give it.
    of: 'a student of 16',
    happened: ['2023-03-01 mother: yes', '2026-08-06 father: withdraws'],
    comesTo: 'complete',
    toTell: 'guardian-spoke',
  },
  {
    // Without custody there is nothing that could be withdrawn.
    of: 'a student of 16',
    happened: ['2023-03-01 mother: yes', '2026-01-01 mother: no custody', '2026-08-06 mother: withdraws'],
    comesTo: 'complete',
    toTell: 'guardian-spoke',
  },
  {
    // Nobody has custody of who is of age.
    of: 'a student of 18',
    happened: ['2021-03-01 mother: yes', '2026-08-06 mother: withdraws'],
    comesTo: 'complete',
    toTell: 'guardian-spoke',
  },
]);

tell('only who had custody on the day of their word counts', [
  {
    of: 'a child of 10',
    happened: ['2026-05-04 father: no custody', '2026-08-05 father: yes'],
    comesTo: 'nobody-decided',
  },
  { of: 'a child of 10', happened: ['2026-08-05 father: yes', '2026-08-06 father: no custody'], comesTo: 'complete' },
  {
    of: 'a child of 10',
    happened: ['2026-05-04 father: no custody', '2026-08-05 mother: yes', '2026-08-06 father: no'],
    comesTo: 'complete',
  },
  {
    // The refusal of who has since lost custody does not stand against a later consent.
    of: 'a child of 10',
    happened: ['2026-03-01 father: no', '2026-05-04 father: no custody', '2026-08-05 mother: yes'],
    comesTo: 'complete',
  },
  {
    of: 'a child of 10',
    happened: ['2026-02-01 mother: yes', '2026-03-01 father: no', '2026-05-04 father: no custody'],
    comesTo: 'refused',
  },
  {
    of: 'a child of 10',
    happened: ['2026-03-01 father: withdraws', '2026-05-04 father: no custody', '2026-08-05 mother: yes'],
    comesTo: 'complete',
  },
  {
    of: 'a child of 10',
    happened: [
      '2026-03-01 father: no',
      '2026-05-04 father: no custody',
      '2026-06-01 father: custody',
      '2026-08-05 mother: yes',
    ],
    comesTo: 'refused',
  },
]);

tell('a purpose may ask for all guardians who have custody', [
  { of: 'a child of 10', guardians: 'all', happened: ['2026-08-05 mother: yes'], comesTo: 'only-one-guardian' },
  {
    of: 'a child of 10',
    guardians: 'all',
    happened: ['2026-08-05 mother: yes', '2026-08-06 father: yes'],
    comesTo: 'complete',
  },
  {
    of: 'a child of 10',
    guardians: 'all',
    happened: ['2026-05-04 father: no custody', '2026-08-05 mother: yes'],
    comesTo: 'complete',
  },
  {
    of: 'a child of 10',
    guardians: 'all',
    happened: ['2026-08-05 mother: yes', '2026-08-10 father: no custody'],
    comesTo: 'complete',
  },
  {
    // At 15 all, and the student.
    of: 'a student of 15',
    guardians: 'all',
    happened: ['2026-08-05 mother: yes', '2026-08-06 student: yes'],
    comesTo: 'only-student',
  },
  {
    // Complete since the father lost custody, before the birthday.
    of: 'a student of 16',
    guardians: 'all',
    happened: ['2026-03-01 mother: yes', '2026-03-01 student: yes', '2026-04-01 father: no custody'],
    comesTo: 'complete',
    toTell: 'reached-age',
  },
]);

tell('a court lets one guardian decide (§ 1628 BGB)', [
  {
    of: 'a child of 10',
    happened: ['2026-03-01 father: no', '2026-06-01 court: mother', '2026-08-05 mother: yes'],
    comesTo: 'complete',
  },
  { of: 'a child of 10', happened: ['2026-06-01 court: mother', '2026-08-05 father: yes'], comesTo: 'nobody-decided' },
  {
    of: 'a child of 10',
    guardians: 'all',
    happened: ['2026-06-01 court: mother', '2026-08-05 mother: yes'],
    comesTo: 'complete',
  },
  {
    of: 'a child of 10',
    happened: ['2026-06-01 court: mother', '2026-07-01 court: all', '2026-08-05 father: yes'],
    comesTo: 'complete',
  },
]);

tell('a version speaks from the day that it holds', [
  { of: 'a child of 10', happened: ['2026-06-01 mother: yes (1)'], comesTo: 'older-version' },
  { of: 'a child of 10', happened: ['2026-06-01 mother: no (1)'], comesTo: 'refused' },
  { of: 'a child of 10', happened: ['2026-08-05 mother: yes (3)'], comesTo: 'nobody-decided' },
  { of: 'a child of 10', happened: ['2026-08-05 mother: yes', '2026-08-06 mother: no (3)'], comesTo: 'complete' },
  // Signed in advance, also before a birthday.
  { of: 'a child of 10', happened: ['2026-07-01 mother: yes (2)'], comesTo: 'complete' },
  { of: 'a student of 14', happened: ['2026-05-01 mother: yes (2)'], comesTo: 'complete', toTell: 'reached-age' },
]);

const days: readonly Day[] = ['2025-05-01', '2025-09-01', '2026-06-01', '2026-08-05', '2026-08-20'];
const speakers = [who.student, who.mother, who.father, who.grandfather] as By[];
const someFact = fc.record({
  on: fc.constantFrom(...days),
  by: fc.constantFrom(...speakers),
  decision: fc.constantFrom(...decisions),
  version: fc.constantFrom('1', '2', '3'),
});
const someFacts = fc
  .array(someFact, { maxLength: 8 })
  .map((all) => all.map((one, index): Saying => ({ ...one, id: index + 1, purpose: 'terms', corrected: false })));
const someCustody = fc
  .array(fc.record({ has: fc.boolean(), by: fc.constantFrom(...speakers.slice(1)), since: fc.constantFrom(...days) }), {
    maxLength: 3,
  })
  .map((all) => all.map((one, id): Custody => ({ ...one, id })));
const someCase = fc.record({
  facts: someFacts,
  custody: someCustody,
  of: fc.constantFrom(...(Object.keys(born) as Case['of'][])),
  guardians: fc.constantFrom('one' as const, 'all' as const),
});

describe('whatever was said', () => {
  test('it comes to one state, in whatever order the facts are read', () => {
    fc.assert(
      fc.property(someCase, fc.infiniteStream(fc.nat()), ({ facts, custody, of, guardians }, keys) => {
        const shuffled = facts
          .map((fact) => ({ fact, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        const around = { ...circumstances(of, guardians), custody };
        expect(findingOf(shuffled, around)).toBe(findingOf(facts, around));
      }),
    );
  });

  test('a withdrawal by somebody who decides today wins over all that came before it', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom<Case['of']>('a child of 10', 'a student of 15'), (facts, of) => {
        const last = { id: 100, purpose: 'terms', version: '2', corrected: false, on: '2026-08-20' } as const;
        const after = [...facts, { ...last, by: who.mother as By, decision: 'withdrawn' as const }];
        const around = { ...circumstances(of), versions: ['1', '2', '3'] };
        expect(stateOfFinding[findingOf(after, around)]).toBe('withdrawn');
      }),
    );
  });

  test('a fact that was corrected, and one that had no effect, make no difference', () => {
    fc.assert(
      fc.property(someCase, ({ facts, custody, of, guardians }) => {
        const around = { ...circumstances(of, guardians), custody };
        const { finding, idle } = assess(facts, around);
        const corrected = facts.map((fact, index) => ({ ...fact, id: index + 100, corrected: true }));
        expect(findingOf([...facts, ...corrected], around)).toBe(finding);
        const heard = facts.filter(({ id }) => !idle.includes(id));
        expect(findingOf(heard, around)).toBe(finding);
      }),
    );
  });

  test('no student is made to have consented by anybody against an own no', () => {
    fc.assert(
      fc.property(someCase, ({ facts, custody, of, guardians }) => {
        const around = { ...circumstances(of, guardians), custody };
        const said = facts.filter(({ by, version }) => by === 'self' && version !== '3');
        const last = said.reduce<Saying | undefined>(
          (found, one) => (found && (one.on < found.on || (one.on === found.on && one.id < found.id)) ? found : one),
          undefined,
        );
        if (last && last.decision !== 'given') expect(findingOf(facts, around)).not.toBe('complete');
      }),
    );
  });

  test('what was complete stays so for as long as nobody says no, however old the student gets', () => {
    fc.assert(
      fc.property(someCase, fc.integer({ min: 1, max: 10 }), ({ facts, custody, of, guardians }, years) => {
        const yes = facts.filter(({ decision }) => decision === 'given');
        const around = { ...circumstances(of, guardians), custody };
        const later = `${2026 + years}-08-20` as Day;
        if (findingOf(yes, around) === 'complete') expect(findingOf(yes, { ...around, today: later })).toBe('complete');
      }),
    );
  });

  test('who lost custody can take nothing away any more', () => {
    fc.assert(
      fc.property(someCase, fc.constantFrom(...decisions), ({ facts, of, guardians }, decision) => {
        const custody: Custody[] = [{ id: 1, by: who.father as By, has: false, since: '2026-08-19' }];
        const around = { ...circumstances(of, guardians), custody };
        const late: Saying = {
          id: 100,
          purpose: 'terms',
          version: '2',
          corrected: false,
          on: '2026-08-20',
          by: who.father as By,
          decision,
        };
        expect(findingOf([...facts, late], around)).toBe(findingOf(facts, around));
      }),
    );
  });
});
