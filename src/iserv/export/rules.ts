import type { Finding } from '../../consents/rules.ts';
import { crypto } from '../../load.ts';
import { accountName, type Role } from '../../users/rules.ts';
import { type DigestPart, differing, digestOf, type Person, type Stranger, toldOf, undressed } from '../rules.ts';
import { couldRun } from './cells.ts';

/** Somebody who is deleted here, and whom IServ may still have. */
interface Gone {
  account: string;
  importId: string | null;
  role: Role | null;
  /** Whether an export has been without them before: then IServ has been told. */
  isTold: boolean;
}

/** What an export is made from. */
export interface Facts {
  roles: readonly Role[];
  /** Everybody of these roles; and, where guardians are written, the students, as their children. */
  people: readonly Person[];
  gone: readonly Gone[];
  /** What IServ has and nobody here, as far as is known. */
  strangers: readonly Stranger[];
  /** Whose consent to the terms is not there, and why; only of those whose account rests on it. */
  findings: ReadonlyMap<string, Finding>;
  /** Whom that keeps from an account, if they are new. */
  lacking: ReadonlySet<string>;
  /** Whether nobody is withheld, because no version of the terms holds yet. */
  noTerms: boolean;
  /** Who is left out by name, beside those who were before. */
  leaveOut: readonly string[];
  key: Buffer;
  /** The share of those in IServ whom a file may delete without approval. */
  holdAbove: number;
}

/** Why somebody is in the registry and not in the file. */
export type Absence = 'withheld' | 'left-out' | 'by-hand' | 'no-child' | 'in-doubt' | 'restricted';

/** What an export would write, and what IServ would do with it. */
export interface ExportPlan {
  /** A hash of what would be deleted; approving it approves nothing else. */
  name: string;
  /** Everybody in the file. */
  written: Person[];
  /** Under which import ID; null where one of ours has still to be drawn. Guardians have none. */
  ids: ReadonlyMap<number, string | null>;
  arriving: Person[];
  renamed: Person[];
  moved: Person[];
  /** Whose groups differ; of guardians, whose children do. */
  regrouped: Person[];
  deleted: { account: string; because: 'deleted-here' | 'left-out' | 'no-child' | 'nobody-here' | 'perhaps-here' }[];
  /** Why the file waits for approval; null if it does not. `asked`: so many of them may be somebody's here. */
  hold: { deleting: number; of: number; asked: number } | null;
  absent: { person: Person; because: Absence; finding: Finding | null }[];
  /** In IServ, and in the file, though they withdrew or refused. */
  against: { person: Person; finding: Finding }[];
  inRegistry: number;
  /** The students whom IServ has, so that a row of their guardians can name them. */
  reachable: ReadonlySet<number>;
}

/** Somebody else's decision against the account: what a consent that was given later takes back. */
const isAgainst = (finding: Finding | undefined): finding is 'withdrawn' | 'refused' =>
  finding === 'withdrawn' || finding === 'refused';

/** Whether somebody may be left out by name although IServ has them, which deletes the account there. */
export const mayBeLeftOut = (finding: Finding | undefined): boolean => isAgainst(finding);

/**
 * What a complete file of some roles holds, and what IServ will do with it: it makes whom it doesn't know, changes whom
 * it knows by the import ID, and deletes whom it manages and doesn't find. So everybody whom IServ has stays in it,
 * suspended, leaving and locked ones too; out of it stay only who is new and has not consented, where the account rests
 * on consent, who was left out by name, and whom IServ keeps by hand.
 */
export function planExport(facts: Facts): ExportPlan {
  const { roles, people, key } = facts;
  const asked = people.filter(({ role }) => roles.includes(role));
  const ids = idsFor(people.filter(({ role }) => role !== 'guardian'));
  const reachable = new Set(people.filter(isInIserv).map(({ id }) => id));
  const strangers = bareAccounts(facts);
  const absent = asked.flatMap((person) => {
    const because = absenceOf(person, facts, { reachable, strangers });
    return because ? [{ person, because, finding: facts.findings.get(person.account) ?? null }] : [];
  });
  const out = new Set(absent.map(({ person }) => person.id));
  const written = asked.filter(({ id }) => !out.has(id));
  const changed = (part: DigestPart) =>
    written.filter(
      (person) => person.known && differing(person.known.digest, digestOf(key, toldOf(person))).includes(part),
    );
  const deleted = deletions(facts, absent);
  const inIserv = asked.filter(({ known }) => known !== null).length + gone(facts).length + strange(facts).length;
  return {
    name: nameOf(roles, deleted),
    written,
    ids,
    arriving: written.filter(({ known }) => known === null),
    renamed: changed('name'),
    moved: changed('class'),
    regrouped: changed('groups'),
    deleted,
    hold: holdOf(deleted, inIserv, facts.holdAbove),
    absent,
    against: written.flatMap((person) => {
      const finding = facts.findings.get(person.account);
      return isAgainst(finding) ? [{ person, finding }] : [];
    }),
    inRegistry: asked.length,
    reachable,
  };
}

/** Many are deleted only on approval, and not one account that may be somebody's here. */
function holdOf(deleted: ExportPlan['deleted'], of: number, holdAbove: number): ExportPlan['hold'] {
  const asked = deleted.filter(({ because }) => because === 'perhaps-here').length;
  const areMany = deleted.length > 5 && deleted.length > of * holdAbove;
  return areMany || asked > 0 ? { deleting: deleted.length, of, asked } : null;
}

/** Whether IServ has somebody under an import ID, so that a guardian's row can name them. */
const isInIserv = ({ role, known }: Person): boolean =>
  role !== 'guardian' && known !== null && known.importId !== null && known.leftOutOn === null;

/** What is looked up for each person. */
interface Index {
  reachable: ReadonlySet<number>;
  /** Accounts that nobody here has, by what is left of them without a number. */
  strangers: ReadonlyMap<string, readonly Stranger[]>;
}

function bareAccounts({ strangers }: Facts): Map<string, Stranger[]> {
  const found = new Map<string, Stranger[]>();
  for (const one of strangers) {
    const bare = one.account.replace(/\d+$/, '');
    found.set(bare, [...(found.get(bare) ?? []), one]);
  }
  return found;
}

function absenceOf(person: Person, facts: Facts, { reachable, strangers }: Index): Absence | null {
  const { known } = person;
  const finding = facts.findings.get(person.account);
  if (person.role !== 'guardian' && known !== null && known.importId === null) return 'by-hand';
  if (known && isAgainst(finding) && (known.leftOutOn !== null || facts.leaveOut.includes(person.account))) {
    return 'left-out';
  }
  if (known === null && (person.inDoubt || isPerhapsThere(person, strangers))) return 'in-doubt';
  if (known === null && person.isRestricted) return 'restricted';
  // Whoever said no is not made there anew, password or not.
  const isNew = person.isNewcomer || (known === null && isAgainst(finding));
  if (isNew && facts.lacking.has(person.account) && !facts.noTerms) return 'withheld';
  if (person.role === 'guardian' && !person.children.some((child) => reachable.has(child))) return 'no-child';
  return null;
}

/**
 * Whether somebody who is new may have been made in IServ by hand: their name makes that account, or did with a number.
 * Where their very account is there, they are not written even if it was said to be somebody else's: by one import it
 * would pass from one to the other.
 */
function isPerhapsThere(person: Person, strangers: Index['strangers']): boolean {
  const alike = strangers.get(accountName(person.givenName, person.familyName)) ?? [];
  const their = strangers.get(person.account.replace(/\d+$/, '')) ?? [];
  return (
    their.some(({ account }) => account === person.account) ||
    alike.some(({ role, others }) => (role === null || role === person.role) && !others.includes(person.id))
  );
}

/** Whom IServ will delete: whom it manages, by an import ID or as a guardian, and does not find for the first time. */
function deletions(facts: Facts, absent: ExportPlan['absent']): ExportPlan['deleted'] {
  return [
    ...gone(facts).map(({ account }) => ({ account, because: 'deleted-here' as const })),
    ...absent.flatMap(({ person: { known }, because }) =>
      known?.leftOutOn === null && (because === 'left-out' || because === 'no-child')
        ? [{ account: known.account, because }]
        : [],
    ),
    ...strange(facts).map(({ account, isAsked }) => ({
      account,
      because: isAsked ? ('perhaps-here' as const) : ('nobody-here' as const),
    })),
  ];
}

/** Whether nobody here, as far as is known, has an account that IServ deletes. */
export const isStranger = ({ because }: ExportPlan['deleted'][number]): boolean =>
  because === 'nobody-here' || because === 'perhaps-here';

const strange = ({ strangers, roles }: Facts): Stranger[] =>
  strangers.filter(({ isManaged, role }) => isManaged && role !== null && roles.includes(role));

const gone = ({ gone: all, roles }: Facts): Gone[] =>
  all.filter(
    ({ role, importId, isTold }) =>
      !isTold && role !== null && roles.includes(role) && (importId !== null || role === 'guardian'),
  );

/**
 * Under which import ID each is written. Whom IServ knows under one stays under it, even if the office has changed its
 * own: under another they would be new there, and the old account would be deleted. Of two people whose offices give
 * them the same ID, and of an ID that a spreadsheet would run, one of ours takes the place.
 */
function idsFor(people: readonly Person[]): Map<number, string | null> {
  const ids = new Map<number, string | null>();
  const taken = new Set<string>();
  const take = (id: number, importId: string | null) => {
    ids.set(id, importId);
    if (importId !== null) taken.add(undressed(importId));
  };
  for (const { id, known } of people) if (known?.importId) take(id, known.importId);
  for (const { id, ownId } of people) if (ownId !== null && !ids.has(id)) take(id, ownId);
  for (const { id, importId } of people) {
    if (ids.has(id)) continue;
    const isUsable = importId !== null && !couldRun(importId) && !taken.has(undressed(importId));
    take(id, isUsable ? importId : null);
  }
  return ids;
}

function nameOf(roles: readonly Role[], deleted: ExportPlan['deleted']): string {
  const accounts = deleted.map(({ account }) => account).sort();
  return crypto()
    .createHash('sha256')
    .update(JSON.stringify([[...roles].sort(), accounts]))
    .digest('hex')
    .slice(0, 12);
}

/** How many people IServ would be told something new of, since it was last told: what `status` counts. */
export const changesIn = (plan: ExportPlan): number => {
  const people = [plan.arriving, plan.renamed, plan.moved, plan.regrouped].flat().map(({ id }) => id);
  return new Set(people).size + plan.deleted.length;
};
