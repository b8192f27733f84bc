import type { Act } from './act.ts';
import type { App } from './app.ts';
import type { Reader } from './database/database.ts';
import type { Language } from './language.ts';
import { type Setting, settingsIn } from './settings/settings.ts';
import type { AnyCommand } from './terminal/command.ts';
import type { Day } from './time.ts';

type Words = Record<Language, string>;

/** Makes a command. The few that tell of the whole house get the list of its subjects. */
export type Verb = (app: App, subjects: readonly Subject[]) => AnyCommand;

/** A word on the command line: a command of its own, or what comes before verbs. Several rooms may give verbs to one noun. */
export interface Noun {
  name: string;
  /** What the first page of the help says of it; said by one of the rooms that share it. */
  summary?: Words;
  command?: () => Promise<Verb>;
  verbs?: Readonly<Record<string, () => Promise<Verb>>>;
}

/**
 * What a room brings to the house. A record names things and loads nothing: whatever costs something stands behind a
 * function, so that a command pays for its own room only.
 */
export interface Subject {
  nouns?: readonly Noun[];
  /** The module that declares the settings of the room. */
  settings?: () => Promise<object>;
  /** The module that declares the acts of the room. */
  log?: () => Promise<object>;
  /** What keeps an account and a password from somebody who is new. */
  gate?: () => Promise<{ gate: Gate }>;
  /** What the room says of the day in `status`. */
  status?: () => Promise<{ status: StatusPart }>;
  /** What the room holds about one person, for the report by Art. 15 DSGVO. */
  report?: () => Promise<{ report: ReportPart }>;
  /** What the room keeps, why and until when. */
  retention?: () => Promise<{ retention: readonly RetentionTerm[] }>;
}

/**
 * Which of these accounts may not be given yet, and no password for them, where their holders are new; `isOpen`: nobody
 * could have said yes, because there is no version of the terms, so nobody is kept out.
 */
export type Gate = (
  db: Reader,
  today: Day,
  accounts: readonly string[],
) => { withheld: ReadonlySet<string>; isOpen: boolean };

/** What keeps an account from somebody, by all rooms together. */
export async function gateOf(subjects: readonly Subject[]): Promise<Gate> {
  const gates = (await loadedParts(subjects, 'gate')).map(({ gate }) => gate);
  return (db, today, accounts) => {
    const said = gates.map((gate) => gate(db, today, accounts));
    return {
      withheld: new Set(said.flatMap(({ withheld }) => [...withheld])),
      isOpen: said.some(({ isOpen }) => isOpen),
    };
  };
}

/** One kind of data: why it is kept, until when, and what removes it. Every table of the registry belongs to one. */
export interface RetentionTerm {
  kind: string;
  tables: readonly string[];
  name: Words;
  purpose: Words;
  /** Until when, in words; with the setting that says how many days, where there is one. */
  term: Words;
  setting?: Setting;
  /** Where the term comes from. */
  source: Words;
  /** The command that removes it; null where nothing does, because it tells of nobody. */
  removedBy: string | null;
  /** How many there are. */
  count(app: App): number;
  /** How many of them should be gone on a day; without it none is kept too long on its own: it goes with what it hangs on. */
  overdue?(app: App, day: Day): number;
  /** What the night does of it: removes what is overdue today, and says how many. */
  carryOut?(app: App): number;
}

/** Counts the rows of a table. */
export const countOf =
  (table: string) =>
  (app: App): number =>
    app.db.get<{ number: number }>(`SELECT count(*) AS number FROM ${table}`)?.number ?? 0;

/** The terms that the night carries out itself. */
export interface NightlyTerm extends RetentionTerm {
  overdue: NonNullable<RetentionTerm['overdue']>;
  carryOut: NonNullable<RetentionTerm['carryOut']>;
}

/** Every kind of data with its term. */
export const retentionTerms = async (subjects: readonly Subject[]): Promise<RetentionTerm[]> =>
  (await loadedParts(subjects, 'retention')).flatMap(({ retention }) => retention);

export const isNightly = (term: RetentionTerm): term is NightlyTerm =>
  term.overdue !== undefined && term.carryOut !== undefined;

type Term = Pick<RetentionTerm, 'term' | 'source' | 'removedBy'>;

/** The term of what hangs on a person. */
export const withThePerson: Term = {
  term: { en: 'until the person is deleted', de: 'bis die Person gelöscht wird' },
  source: { en: 'terms of use, “Löschung”', de: 'Nutzungsordnung, „Löschung“' },
  removedBy: 'leaver run',
};

/** The term of what tells of nobody. */
export const aboutNobody: Term = {
  term: { en: 'without end', de: 'ohne Ende' },
  source: { en: 'no personal data', de: 'keine personenbezogenen Daten' },
  removedBy: null,
};

/**
 * What needs somebody today: facts for scripts, whose names the whole house shares (an object is joined with another of
 * the same name), and a line for each thing, with the command that deals with it.
 */
export type StatusPart = (app: App) => { facts: Record<string, unknown>; lines: readonly string[] };

/** Where data came from: a roster (which), an administrator, either of the two, or the program itself. */
export interface Source {
  kind: 'roster' | 'by-hand' | 'roster-or-by-hand' | 'program';
  name: string | null;
}

/** Until when data are kept: a number of days after an entry or a closing; and never longer than the account. */
export interface Kept {
  rule: 'account' | 'with-child' | 'after-closing' | 'after-ending' | 'after-entry';
  days: number | null;
  /** The day of the deletion, where it is known. */
  deletedOn: Day | null;
}

/** What a section of the report is made from. */
export interface Held {
  db: Reader;
  today: Day;
  user: { id: number; account: string };
  /** How long all goes that goes with the account. */
  withAccount: Kept;
}

/** One kind of data about a person, entry by entry. */
export interface Section {
  section: string;
  source: Source;
  keptUntil: Kept;
  entries: readonly Record<string, unknown>[];
}

/** One language's names for the keys of entries, and for the codes that stand in them, by key. */
interface ReportWords {
  titles: Readonly<Record<string, string>>;
  labels?: Readonly<Record<string, string>>;
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ReportPart {
  sections: readonly ((held: Held) => Section)[];
  words: Record<Language, ReportWords>;
  /** Sections whose entries are many and short: a line each instead of a list of facts. */
  tables?: readonly string[];
}

/** What stands where something is left out because it is about somebody else (DSGVO Art. 15(4)). */
export const leftOut = '[…]';

export const byHand: Source = { kind: 'by-hand', name: null };
export const byProgram: Source = { kind: 'program', name: null };
export const byRosterOrHand: Source = { kind: 'roster-or-by-hand', name: null };

/** All settings of the house, each declared in the room of its subject. */
export async function allSettings(subjects: readonly Subject[]): Promise<Setting[]> {
  return (await loadedParts(subjects, 'settings')).flatMap(settingsIn);
}

/** All acts of the house, each declared in the room that does it. */
export async function allActs(subjects: readonly Subject[]): Promise<Act[]> {
  return (await loadedParts(subjects, 'log')).flatMap((module) => Object.values(module) as Act[]);
}

type Parts = { [Name in Exclude<keyof Subject, 'nouns'>]: Awaited<ReturnType<NonNullable<Subject[Name]>>> };

/** What all rooms bring of one kind, in the order of the house. */
export async function loadedParts<Name extends keyof Parts>(
  subjects: readonly Subject[],
  name: Name,
): Promise<Parts[Name][]> {
  const all = await Promise.all(subjects.map((subject) => subject[name]?.() as Promise<Parts[Name]> | undefined));
  return all.filter((part) => part !== undefined);
}

/** Facts of many rooms as one object: where two have an object of the same name, it holds what both say. */
export function joined(facts: readonly Record<string, unknown>[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [name, value] of facts.flatMap((part) => Object.entries(part))) {
    whole[name] = isObject(value) && isObject(whole[name]) ? { ...whole[name], ...value } : value;
  }
  return whole;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
