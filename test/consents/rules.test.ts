import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deciders, decisions, type Fact, type Finding, findingOf, stateOfFinding } from '../../src/consents/rules.ts';
import type { Day } from '../../src/time.ts';
import type { By } from '../../src/users/guardians/who.ts';

const ages = { guardianUntil: 14, selfFrom: 16 };
const mother = 'guardian:ute.mueller';
const father = 'guardian-name:Jan Müller';

describe('who must decide', () => {
  test.each<[Day | null, Day, string]>([
    ['2012-09-01', '2026-08-31', 'guardian'],
    ['2012-09-01', '2026-09-01', 'both'],
    ['2010-09-01', '2026-08-31', 'both'],
    ['2010-09-01', '2026-09-01', 'self'],
    [null, '2026-09-01', 'both'],
    ['2012-02-29', '2026-02-28', 'guardian'],
    ['2012-02-29', '2026-03-01', 'both'],
  ])('born %s, on %s: %s', (born, on, expected) => {
    expect(deciders(born, on, ages)).toBe(expected);
  });
});

type Said = [on: Day, by: By, decision: Fact['decision'], version?: string];

const facts = (said: readonly Said[]): Fact[] =>
  said.map(([on, by, decision, version = '1'], index) => ({
    id: index + 1,
    purpose: 'terms',
    version,
    decision,
    by,
    on,
    channel: 'paper',
    evidence: null,
    recordedAt: '2026-08-20T08:00:00.000Z',
    recordedBy: 'k.schmidt',
    corrects: null,
    corrected: false,
  }));

/** Three students on 20 August 2026, when version 2 holds (since 1 August). */
const child = '2014-05-05';
const fifteen = '2011-05-05';
const sixteen = '2010-05-05';

describe('what decisions come to on 20 August 2026, when version 2 of the terms holds', () => {
  const two = (on: Day, by: By, decision: Fact['decision']): Said => [on, by, decision, '2'];

  test.each<[string, Day | null, Said[], Finding]>([
    ['a child, nobody asked', child, [], 'nobody-decided'],
    ['a child, the mother agrees', child, [two('2026-08-05', mother, 'given')], 'complete'],
    ['a child decides alone', child, [two('2026-08-05', 'self', 'given')], 'nobody-decided'],
    ['a child, consent to version 1', child, [['2026-06-01', mother, 'given']], 'older-version'],
    ['a child, refusal of version 1', child, [['2026-06-01', mother, 'refused']], 'refused'],
    [
      'the father refuses, the mother agrees later',
      child,
      [two('2026-08-05', father, 'refused'), two('2026-08-06', mother, 'given')],
      'refused',
    ],
    [
      'the father refuses, and agrees later',
      child,
      [two('2026-08-05', father, 'refused'), two('2026-08-06', father, 'given')],
      'complete',
    ],
    [
      'the mother withdraws',
      child,
      [two('2026-08-05', mother, 'given'), two('2026-08-06', mother, 'withdrawn')],
      'withdrawn',
    ],
    [
      'the mother withdraws, the father agrees: she must say so herself',
      child,
      [two('2026-08-05', mother, 'given'), two('2026-08-06', mother, 'withdrawn'), two('2026-08-07', father, 'given')],
      'withdrawn',
    ],
    ['fifteen, only the mother', fifteen, [two('2026-08-05', mother, 'given')], 'only-guardian'],
    ['fifteen, only the student', fifteen, [two('2026-08-05', 'self', 'given')], 'only-student'],
    ['fifteen, both', fifteen, [two('2026-08-05', 'self', 'given'), two('2026-08-06', mother, 'given')], 'complete'],
    [
      'fifteen, both, but the student to version 1',
      fifteen,
      [['2026-06-01', 'self', 'given'], two('2026-08-06', mother, 'given')],
      'only-guardian',
    ],
    ['without a birth date, only the mother', null, [two('2026-08-05', mother, 'given')], 'only-guardian'],
    ['sixteen, agrees', sixteen, [two('2026-08-05', 'self', 'given')], 'complete'],
    ['sixteen, the mother agreed before', sixteen, [['2026-03-01', mother, 'given']], 'decides-alone-now'],
    ['sixteen, agreed at fifteen', sixteen, [['2026-05-04', 'self', 'given']], 'decides-alone-now'],
    ['sixteen, the mother refused before', sixteen, [['2026-03-01', mother, 'refused']], 'nobody-decided'],
    [
      'sixteen, agrees against the mother',
      sixteen,
      [['2026-03-01', mother, 'refused'], two('2026-08-05', 'self', 'given')],
      'complete',
    ],
    ['sixteen, the mother withdrew before', sixteen, [['2026-03-01', mother, 'withdrawn']], 'withdrawn'],
    ['sixteen, withdrew at fifteen', sixteen, [['2026-05-04', 'self', 'withdrawn']], 'withdrawn'],
    [
      'sixteen, agrees after the mother withdrew',
      sixteen,
      [['2026-03-01', mother, 'withdrawn'], two('2026-08-05', 'self', 'given')],
      'complete',
    ],
    [
      'sixteen, refuses after the mother withdrew',
      sixteen,
      [['2026-03-01', mother, 'withdrawn'], two('2026-08-05', 'self', 'refused')],
      'refused',
    ],
    ['consent to version 3, which holds later', child, [['2026-08-05', mother, 'given', '3']], 'nobody-decided'],
  ])('%s', (_, birthDate, said, expected) => {
    const person = { role: 'student' as const, birthDate };
    expect(findingOf(facts(said), { person, today: '2026-08-20', ages, versions: ['1', '2'] })).toBe(expected);
  });
});

const someDay = fc.constantFrom<Day>('2025-05-01', '2025-09-01', '2026-06-01', '2026-08-05', '2026-08-20');
const someSaid = fc.tuple(
  someDay,
  fc.constantFrom<By>('self', mother, father),
  fc.constantFrom(...decisions),
  fc.constantFrom('1', '2', '3'),
);
const someBirthDate = fc.constantFrom<Day | null>(null, child, fifteen, sixteen, '2012-08-20', '2012-08-21');

describe('whatever was decided', () => {
  test('a withdrawal by somebody who decides today wins over all that came before it', () => {
    fc.assert(
      fc.property(fc.array(someSaid, { maxLength: 8 }), fc.constantFrom(null, child, fifteen), (said, birthDate) => {
        const person = { role: 'student' as const, birthDate };
        const after = facts([...said, ['2026-08-20', mother, 'withdrawn', '2']]);
        const found = findingOf(after, { person, today: '2026-08-20', ages, versions: ['1', '2', '3'] });
        expect(stateOfFinding[found]).toBe('withdrawn');
      }),
    );
  });

  test('it comes to one state, in whatever order the facts are read', () => {
    fc.assert(
      fc.property(
        fc.array(someSaid, { maxLength: 8 }),
        someBirthDate,
        fc.infiniteStream(fc.nat()),
        (said, birthDate, keys) => {
          const circumstances = {
            person: { role: 'student' as const, birthDate },
            today: '2026-08-20' as const,
            ages,
            versions: ['1', '2'],
          };
          const written = facts(said);
          const shuffled = written
            .map((fact) => ({ fact, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ fact }) => fact);
          expect(findingOf(shuffled, circumstances)).toBe(findingOf(written, circumstances));
        },
      ),
    );
  });

  test('what the same person said before it, and a fact that was corrected, make no difference to a withdrawal', () => {
    fc.assert(
      fc.property(fc.array(someSaid, { maxLength: 8 }), someBirthDate, (said, birthDate) => {
        const circumstances = {
          person: { role: 'student' as const, birthDate },
          today: '2026-08-20' as const,
          ages,
          versions: ['1', '2', '3'],
        };
        const last: Said = ['2026-08-20', mother, 'withdrawn', '2'];
        const others = said.filter(([, by]) => by !== mother);
        const corrected = facts(said).map((fact, index) => ({ ...fact, id: index + 100, corrected: true }));
        expect(findingOf([...facts([...said, last]), ...corrected], circumstances)).toBe(
          findingOf(facts([...others, last]), circumstances),
        );
      }),
    );
  });
});
