import { crypto } from '../load.ts';
import type { Day } from '../time.ts';

export const roles = ['student', 'teacher', 'guardian', 'staff'] as const;
export type Role = (typeof roles)[number];

/** Worked out from suspensions and leavers, never stored. */
export type Status = 'active' | 'suspended' | 'leaving' | 'locked';

/** The source of people who were added by hand: no roster can miss them. */
export const manualSource = 'manual';

/** What the registry holds of a person. */
export interface User {
  id: number;
  account: string;
  role: Role;
  givenName: string;
  familyName: string;
  class: string | null;
  groups: string[];
  birthDate: Day | null;
  email: string | null;
  source: string;
  importId: string | null;
}

/** The day on which somebody reaches an age; whoever was born on 29 February, on 1 March (§ 188 BGB). */
export const birthday = (birthDate: Day, age: number): Day =>
  `${String(Number(birthDate.slice(0, 4)) + age).padStart(4, '0')}${birthDate.slice(4)}` as Day;

/** From this age on nobody has custody of a person any more (§ 2 BGB). */
export const fullAge = 18;

/** Whether somebody is a child in the eyes of the law on a day: students are, unless their birth date says otherwise. */
export const isMinor = ({ role, birthDate }: Pick<User, 'role' | 'birthDate'>, day: Day): boolean =>
  role === 'student' && (birthDate === null || day < birthday(birthDate, fullAge));

/** Somebody as they are told from others. */
export type Named = Pick<User, 'account' | 'givenName' | 'familyName' | 'class'>;

/** By whom and to whom somebody is linked, by their numbers. */
export interface Links {
  /** The children of a guardian. */
  childIds: number[];
  /** The guardians of a student. */
  guardianIds: number[];
}

/** The links that somebody of a role can have: a teacher is nobody's child here, and a student nobody's guardian. */
export const linksOfRole = (role: Role, { childIds, guardianIds }: Links): Links => ({
  childIds: role === 'guardian' ? childIds : [],
  guardianIds: role === 'student' ? guardianIds : [],
});

/** Accounts longer than this break the Windows logon: a warning, not a cut. */
export const longestWindowsAccount = 20;

const spelled: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  þ: 'th',
  ŧ: 't',
  ə: 'e',
};

/** Rarer letters, each before its replacement: of African languages, of the Sámi, of transliterations. */
const rare = new Map(
  (
    'ƀb ɓb ƃb ɔo ƈc ɖd ɗd ƌd ǝe ɛe ƒf ɠg ɣg ɩi ɨi ƙk ĸk ƚl ɯu ɲn ƞn ɵo ƥp ʀr ƨs ʃs ƫt ƭt ʈt ʊu ʋv ƴy ƶz ʒz ƹz ƺz ƽs ǥg ' +
    'ȝz ȡd ȣo ȥz ȴl ȵn ȶt ȷj ⱥa ȼc ⱦt ȿs ɀz ɂh ʉu ʌa ɇe ɉj ɋq ɍr ɏy ʔh ʕh'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

/**
 * The account that a name makes, before numbers are added: `Łucja von der Heide` → `lucja.von.der.heide`.
 * Umlauts are spelled out, other letters lose their marks, spaces become dots, any hyphen or dash is a hyphen, all else
 * is dropped. One name is enough, where there is no other. Empty if a letter has no replacement, as in another script.
 */
export function accountName(givenName: string, familyName: string): string {
  const [given, family] = [spelledOut(givenName), spelledOut(familyName)];
  if (given === undefined || family === undefined) return '';
  if (given === '' || family === '') {
    return [givenName, familyName].some((name) => name.trim() === '') ? given || family : '';
  }
  return `${given}.${family}`;
}

/** A name in the letters of an account; undefined if one of its letters has none. */
export function spelledOut(name: string): string | undefined {
  const letters = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, (letter) => spelled[letter] ?? rare.get(letter) ?? letter)
    .replace(/[\p{Pd}\u2212]/gu, '-');
  // Signs that stand for a stop of the voice are called letters, and are none that a name could lack.
  if (/(?![a-z]|\p{Lm})\p{L}/u.test(letters)) return undefined;
  return letters
    .replace(/\s+/g, '.')
    .replace(/[^a-z0-9.-]/g, '')
    .replace(/\.+/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '');
}

/**
 * The first that is free of `anna.mueller`, `anna.mueller2`, `anna.mueller3` …; from a number on, where the smaller
 * ones are known to be taken.
 */
export function freeAccount(base: string, isTaken: (account: string) => boolean, from = 1): string {
  let number = from;
  const account = () => (number === 1 ? base : `${base}${number}`);
  while (isTaken(account())) number += 1;
  return account();
}

/** Whether a text can be an account: what IServ accepts as a login name. */
export const isAccount = (text: string): boolean => /^[a-z0-9][a-z0-9._-]*$/.test(text);

/** Names of systems and of their mailboxes (RFC 2142): whoever has such an account could pass for the system. */
const reserved = new Set(
  (
    'admin administrator root system sysadmin superuser daemon bin sys sync nobody www www-data ftp mail mailer-daemon news ' +
    'backup operator guest gast iserv support help hilfe helpdesk it info security datenschutz privacy abuse noc hostmaster ' +
    'postmaster webmaster usenet uucp noreply no-reply'
  ).split(' '),
);

/** Whether an account would be that of a system, and is no person's. */
export const isReserved = (account: string): boolean => reserved.has(account);

/** How the registry remembers the account of somebody deleted: it can be recognised, but not read. */
export const formerAccountHash = (key: Buffer, account: string): Buffer =>
  crypto().createHmac('sha256', key).update(account).digest();

/** A name in the form in which two spellings of it are equal: no case, marks, hyphens or doubled spaces. */
export const folded = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two spellings are of one name; in the first a `?` can stand for a letter that a spreadsheet has lost. */
export function isSameName(written: string, name: string): boolean {
  if (folded(written) === folded(name)) return true;
  const letters = (text: string) => [...text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '')];
  const known = letters(name);
  const typed = letters(written);
  return typed.length === known.length && typed.every((letter, index) => letter === '?' || letter === known[index]);
}
