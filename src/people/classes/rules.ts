import type { Day } from '../../time.ts';
import { placeOf, yearName } from '../../users/years.ts';
import type { Person } from '../rules.ts';

/** How many of some children there are, and how they stand. */
interface Numbers {
  /** Who is at the school; with who has left and still has an account, in `leaving`. */
  students: number;
  leaving: number;
  /** Of those at the school: who consented to the terms of use, and who has a password of their own. */
  consented: number;
  passwordsChanged: number;
}

export interface ClassNumbers extends Numbers {
  /** Null: the children who have no class. */
  class: string | null;
  year: string | null;
  teachers: { account: string; givenName: string; familyName: string }[];
}

export interface YearNumbers extends Numbers {
  year: string | null;
  classes: number;
}

/** Who leads a class, as people say it. */
export const calledTeachers = ({ teachers }: ClassNumbers): string =>
  teachers.map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim()).join(', ');

/** For what the children of a class are asked: they are all of one role. */
export const purposesOf = ([child]: readonly Person[]): string[] => Object.keys(child?.consent ?? {});

const hasLeft = ({ leaving }: Person, today: Day) => leaving !== null && leaving.leftOn <= today;

/** Counts somebody with the others. */
function counted(numbers: Numbers, person: Person, today: Day): void {
  if (hasLeft(person, today)) {
    numbers.leaving += 1;
    return;
  }
  numbers.students += 1;
  if (person.consent.terms === 'complete') numbers.consented += 1;
  if (person.password.state === 'own') numbers.passwordsChanged += 1;
}

/** The numbers of every class, youngest first; those without a class behind them. A teacher's class is the one that they lead. */
export function classesOf(people: Iterable<Person>, today: Day): ClassNumbers[] {
  const found = new Map<string | null, ClassNumbers>();
  const teachers: Person[] = [];
  for (const person of people) {
    if (person.role === 'teacher' && person.class !== null) teachers.push(person);
    if (person.role !== 'student') continue;
    const name = person.class;
    const numbers = found.get(name) ?? {
      class: name,
      year: name && yearName(name),
      teachers: [],
      students: 0,
      leaving: 0,
      consented: 0,
      passwordsChanged: 0,
    };
    found.set(name, numbers);
    counted(numbers, person, today);
  }
  for (const { account, givenName, familyName, class: name } of teachers) {
    const led = [...found.values()].find((one) => one.class?.toLowerCase() === name?.toLowerCase());
    led?.teachers.push({ account, givenName, familyName });
  }
  return sorted([...found.values()]);
}

function sorted(classes: ClassNumbers[]): ClassNumbers[] {
  const names = classes.flatMap((one) => one.class ?? []);
  const places = new Map(names.map((name) => [name, placeOf(name, names) ?? 1000]));
  const placed = ({ class: name }: ClassNumbers) => (name === null ? 2000 : (places.get(name) ?? 1000));
  return classes.sort((a, b) => placed(a) - placed(b) || (a.class ?? '').localeCompare(b.class ?? '', 'de'));
}

/** The same by year, in the same order. */
export function yearsOf(classes: readonly ClassNumbers[]): YearNumbers[] {
  const found = new Map<string | null, YearNumbers>();
  for (const { class: name, year, students, leaving, consented, passwordsChanged } of classes) {
    const before = found.get(year) ?? { year, classes: 0, students: 0, leaving: 0, consented: 0, passwordsChanged: 0 };
    found.set(year, {
      year,
      classes: before.classes + (name === null ? 0 : 1),
      students: before.students + students,
      leaving: before.leaving + leaving,
      consented: before.consented + consented,
      passwordsChanged: before.passwordsChanged + passwordsChanged,
    });
  }
  return [...found.values()];
}
