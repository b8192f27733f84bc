import { spoiledBy } from '../../csv/dress.ts';
import type { Place } from '../../csv/problems.ts';
import type { Field } from '../formats/fields.ts';
import { type Facts, type Problem, type ProblemCode, problem } from './problems.ts';

/** What is wrong with a value, for whoever knows where it stands. */
export type Complaint = (place: Place) => Problem;

export const wrong =
  <Code extends ProblemCode>(code: Code, ...facts: Facts<Code>): Complaint =>
  (place) =>
    problem(code, place, ...facts);

const nameFields: ReadonlySet<Field> = new Set([
  'givenName',
  'familyName',
  'callName',
  'fullName',
  'nameAddition',
] as const);
/** Values that say who somebody is, what to call them, or where they belong: letters must not be lost in them. */
const lettered: ReadonlySet<Field> = new Set([
  ...nameFields,
  'class',
  'groups',
  'importId',
  'account',
  'childId',
] as const);

/** How long a value may be. */
const longest: Partial<Record<Field, number>> = { class: 60, groups: 2000, importId: 120, childId: 500, email: 300 };

/** What has happened to a value before it came here: whatever it was, it isn't that any more. */
export function damageOf(field: Field, value: string): Complaint | undefined {
  if (value.includes('\ufffd')) return wrong('letters-lost', {});
  const most = longest[field] ?? 120;
  if (value.length > most) return wrong('too-long', { longest: most });
  if (!/["#+\d?NnÃÂÄÅĂ√├„“”«»‚‘›‹ƒº()<]|[JFMASOD]\w\w/.test(value)) return undefined;
  const spoiled =
    field === 'email' || isDayField(field) || field === 'groups' ? spoiledSlightly(value) : spoiledBy(value);
  if (spoiled === 'error') return wrong('spreadsheet-error');
  if (spoiled === 'narrow') return wrong('column-too-narrow');
  if (spoiled === 'rounded' && !nameFields.has(field)) return wrong('spreadsheet-number');
  if (spoiled === 'day') return wrong('turned-into-day');
  if (!lettered.has(field)) return undefined;
  const meant = readTwice(value);
  if (meant !== undefined) return wrong('read-twice', { meant });
  if (nameFields.has(field) && value.includes('?')) return wrong('letters-lost', {});
  if (field !== 'groups' && /^[„“”«»‚‘›‹].*[“”„«»’‘‹›]$/.test(value)) return wrong('typographic-quotes');
  return undefined;
}

const isDayField = (field: Field) => field === 'birthDate' || field === 'entryDate' || field === 'leavingDate';

/** A group may be called `Feb 14`, and a day is written so. */
function spoiledSlightly(value: string) {
  const spoiled = spoiledBy(value);
  return spoiled === 'error' || spoiled === 'narrow' ? spoiled : undefined;
}

/** The bytes from 0x80 to 0xBF, as windows-1252 spells them: what follows the first byte of a letter in UTF-8. */
const following = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0081\u008d\u008f\u0090\u009d\u00a0-¿';
const twice = new RegExp(`[ÂÃÄÅ][${following}?]|Ă[ĽĄ¶¤‰Ź„–ś]|Ă„|Ă–|√[∂§º†üÑñ©®]|├[ñ╝ÂíÄû£ƒ]|Ã[¼¤¶Ÿ]`);

/** What a word was before it was read in a wrong encoding and saved again: `MÃ¼ller`; undefined if that did not happen. */
function readTwice(value: string): string | undefined {
  if (!twice.test(value)) return undefined;
  const specials: Record<string, number> = {};
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].forEach((letter, at) => {
    specials[letter] = 0x80 + at;
  });
  const bytes = [...value].map((letter) => specials[letter] ?? (letter === '?' ? 0x8d : letter.charCodeAt(0)));
  if (bytes.some((byte) => byte > 0xff)) return '…';
  const meant = Buffer.from(bytes).toString('utf8');
  return meant.includes('\ufffd') || meant === value ? '…' : meant;
}

/** What no name, or no class, has: it is taken as it stands, and said. */
export function doubtOf(field: Field, value: string): Complaint | undefined {
  if (nameFields.has(field)) {
    const [sign] = /[^\p{L}\p{M}'’‘´`ʼʻ .,()\-‐‑–/·\u200c\u200d]/u.exec(value) ?? [];
    return sign === undefined ? undefined : wrong('odd-name', { sign });
  }
  if (field !== 'class') return undefined;
  const [sign] = /[^\p{L}\p{M}\p{N} ._\-‐‑–/+&(),:]/u.exec(value) ?? [];
  return sign === undefined ? undefined : wrong('odd-class', { sign });
}
