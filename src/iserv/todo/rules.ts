import type { Role } from '../../users/rules.ts';
import { closedBecause, differing, digestOf, type Person, passwordMark, toldOf } from '../rules.ts';

/** What a person can have to do in IServ by hand, in the order in which it is listed. */
export const tasks = [
  'lock',
  'unlock',
  'close',
  'open',
  'delete',
  'unknown',
  'whose',
  'rename',
  'edit',
  'import-id',
  'password',
] as const;
export type Task = (typeof tasks)[number];

/** Why it is to be done. */
export type Cause =
  | 'suspended'
  | 'locked'
  | 'did-not-come'
  | 'hour'
  | 'nothing-closes-it'
  | 'deleted-here'
  | 'given-up'
  | 'left-out'
  | 'nobody-here'
  | 'perhaps-here'
  | 'renamed'
  | 'other-name'
  | 'other-class'
  | 'no-import-id'
  | 'issued';

/** One thing to be done in IServ. Of somebody deleted only the account is there. */
export interface Todo {
  what: Task;
  /** As IServ has it. */
  account: string;
  givenName: string | null;
  familyName: string | null;
  class: string | null;
  role: Role | null;
  because: Cause;
  /** What it is to become: an account, a name, a class, an import ID. */
  to: string | null;
  /** The opaque ID; null of an account that is nobody's here. */
  id: number | null;
}

/** What decides beside the person. */
export interface Circle {
  /** The roles of which it is known who is in IServ. */
  begun: ReadonlySet<Role>;
  /** The roles that an import manages: in them, somebody without an import ID was made by hand. */
  managed: ReadonlySet<Role>;
  key: Buffer;
}

/** The roles of whom IServ has somebody under an import ID. */
export const managedRoles = (people: readonly Person[]): Set<Role> =>
  new Set(people.filter(({ known }) => known?.importId != null).map(({ role }) => role));

/**
 * What must be done in IServ for somebody: the difference between what holds here and what was last seen or done there.
 * Nothing where IServ does not have them. What an import does is not on the list, but for whom it does not manage.
 */
export function todoOf(person: Person, { begun, managed, key }: Circle): Todo[] {
  const { known, role } = person;
  if (known === null && begun.has(role)) return [];
  const { id, givenName, familyName, class: name } = person;
  const todo = (what: Task, because: Cause, to: string | null = null): Todo => ({
    what,
    account: known?.account ?? person.account,
    givenName,
    familyName,
    class: name,
    role,
    because,
    to,
    id,
  });
  if (known?.leftOutOn) return [todo('delete', 'left-out')];
  const isByHand = known !== null && known.importId === null && role !== 'guardian';
  const parts = isByHand ? differing(known.digest, digestOf(key, toldOf(person))) : [];
  const importId = person.ownId ?? person.importId;
  return [
    ...doorOf(person, todo),
    ...(known && known.account !== person.account ? [todo('rename', 'renamed', person.account)] : []),
    ...(parts.includes('name') ? [todo('edit', 'other-name', `${givenName} ${familyName}`.trim())] : []),
    ...(parts.includes('class') ? [todo('edit', 'other-class', name ?? '')] : []),
    ...(isByHand && managed.has(role) && importId !== null ? [todo('import-id', 'no-import-id', importId)] : []),
    ...(isPasswordDue(person) ? [todo('password', 'issued')] : []),
  ];
}

/** Whether an issued password must still be entered in IServ. */
const isPasswordDue = ({ mustChange, hands }: Person): boolean =>
  mustChange !== null && hands.password?.equals(passwordMark(mustChange)) !== true;

/** Whether the account must be closed or opened. */
function doorOf(person: Person, todo: (what: Task, because: Cause) => Todo): Todo[] {
  const closed = closedBecause(person);
  if (closed !== null) return person.hands.locked ? [] : [todo(closed === 'did-not-come' ? 'close' : 'lock', closed)];
  if (!person.hands.locked) return [];
  return [person.hands.hour === 'open' ? todo('open', 'hour') : todo('unlock', 'nothing-closes-it')];
}
