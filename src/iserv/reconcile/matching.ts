import { alike, nameKey } from '../../users/names.ts';
import type { Role } from '../../users/rules.ts';
import { type Person, undressed } from '../rules.ts';
import type { IservUser } from '../users.ts';

/** Somebody here and in IServ. */
export interface Pair {
  user: IservUser;
  person: Person;
}

/** An account in IServ, and the people here who may have it. */
interface Question {
  user: IservUser;
  candidates: Person[];
}

/** Who is who. */
export interface Matching {
  pairs: Pair[];
  questions: Question[];
  /** Accounts that nobody here has. */
  strangers: IservUser[];
  /** People whom IServ does not have, as far as can be told. */
  absent: Person[];
}

/** What a person said: the account in IServ is this person's; or `all`, whoever agrees one to one in name and class. */
export type Answers = 'all' | ReadonlyMap<string, number>;

/**
 * Who in IServ is who here: by what a person said; by the import ID; by the account, if the name speaks for it or it was
 * seen before; by the full name, if there is one of it on each side, in the same class, and no import ID speaks against
 * it. Whoever has a name that is similar, or that several have, is a question: an account never passes to another child.
 */
export function matchUsers(users: readonly IservUser[], people: readonly Person[], answers: Answers): Matching {
  const open = new Open(users, people);
  if (answers !== 'all') open.pairBy((user) => people.filter(({ id }) => answers.get(user.account) === id));
  for (const idOf of [known, ours, offices]) {
    const index = indexed(people, (person) => key(idOf(person)));
    open.pairBy((user) => (index.get(key(user.importId) ?? '') ?? []).filter((person) => sameRole(user, person)));
  }
  const byAccount = indexed(people, (person) => person.known?.account ?? person.account);
  const named = new Names(open.people, open.users);
  open.pairBy((user) =>
    (byAccount.get(user.account) ?? []).filter((person) =>
      person.known ? isPlausible(user, person) : sameName(user, person) && named.areUnique(user, person),
    ),
  );
  const rest = new Names(open.people, open.users);
  open.pairBy((user) =>
    rest
      .of(user)
      .filter(
        (person) =>
          rest.areUnique(user, person) &&
          sameClass(user, person) &&
          (answers === 'all' || !idsContradict(user, person)),
      ),
  );
  const left = new Names(open.people, open.users);
  const questions = open.users.flatMap((user) => {
    const same = left.of(user);
    const candidates = same.length > 0 ? same : open.people.filter((person) => isSimilar(user, person));
    return candidates.length > 0 ? [{ user, candidates }] : [];
  });
  const asked = new Set(questions.map(({ user }) => user));
  return {
    pairs: open.pairs,
    questions,
    strangers: open.users.filter((user) => !asked.has(user)),
    absent: open.people,
  };
}

/** Who has not found a partner yet. */
class Open {
  readonly pairs: Pair[] = [];
  users: IservUser[];
  people: Person[];

  constructor(users: readonly IservUser[], people: readonly Person[]) {
    this.users = [...users];
    this.people = [...people];
  }

  /** Pairs every user for whom exactly one open person is found. */
  pairBy(find: (user: IservUser) => readonly Person[]): void {
    const free = new Set(this.people);
    const taken = new Set<IservUser>();
    for (const user of this.users) {
      const found = find(user).filter((person) => free.has(person));
      const [person] = found;
      if (!person || found.length > 1) continue;
      this.pairs.push({ user, person });
      free.delete(person);
      taken.add(user);
    }
    this.users = this.users.filter((user) => !taken.has(user));
    this.people = this.people.filter((person) => free.has(person));
  }
}

/** How many there are of a name on each side. */
class Names {
  private readonly people: Map<string, Person[]>;
  private readonly users: Map<string, IservUser[]>;

  constructor(people: readonly Person[], users: readonly IservUser[]) {
    this.people = indexed(people, spelled);
    this.users = indexed(users, spelled);
  }

  of(user: IservUser): Person[] {
    return (this.people.get(spelled(user)) ?? []).filter((person) => sameRole(user, person));
  }

  areUnique(user: IservUser, person: Person): boolean {
    const others = (this.users.get(spelled(user)) ?? []).filter((other) => sameRole(other, person));
    return this.of(user).length === 1 && others.length === 1;
  }
}

function indexed<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    const found = keyOf(item);
    if (found !== null) index.set(found, [...(index.get(found) ?? []), item]);
  }
  return index;
}

const key = (importId: string | null): string | null => (importId === null ? null : undressed(importId));
const known = (person: Person) => person.known?.importId ?? null;
const ours = ({ ownId }: Person) => ownId;
const offices = (person: Person) => (person.known?.importId ? null : person.importId);

const sameRole = ({ role }: { role: Role | null | undefined }, person: Person): boolean =>
  role === undefined || role === person.role;

/** A whole name as it is compared: without marks, case and hyphens, ä as ae. */
const spelled = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  nameKey(`${givenName} ${familyName}`);

const sameName = (user: IservUser, person: Person): boolean => spelled(user) === spelled(person);

const isSimilar = (user: IservUser, person: Person): boolean =>
  sameRole(user, person) && alike(user.givenName, person.givenName) && alike(user.familyName, person.familyName);

/** An account that was seen before is whose it was, unless both name and import ID are another's now. */
const isPlausible = (user: IservUser, person: Person): boolean =>
  !idsContradict(user, person) || sameName(user, person) || isSimilar(user, person);

function idsContradict({ importId }: IservUser, person: Person): boolean {
  const here = person.known?.importId ?? person.ownId ?? person.importId;
  return importId !== null && here !== null && undressed(importId) !== undressed(here);
}

/** Guardians have no class; where a side doesn't say, nothing speaks against it. */
const sameClass = (user: IservUser, person: Person): boolean =>
  person.role === 'guardian' ||
  !user.class ||
  person.class === null ||
  user.class.toLowerCase() === person.class.toLowerCase();
