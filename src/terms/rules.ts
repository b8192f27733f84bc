import { crypto } from '../load.ts';
import type { Day } from '../time.ts';

/** A version of the terms: it holds from its day until the next one does. */
export interface Version {
  version: string;
  from: Day;
}

/** The version that holds on a day; undefined before the first. */
export const versionOn = <Known extends Version>(versions: readonly Known[], day: Day): Known | undefined =>
  versions
    .filter(({ from }) => from <= day)
    .reduce<Known | undefined>((latest, one) => (latest && latest.from > one.from ? latest : one), undefined);

/** SHA-256 of the bytes, in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => crypto().createHash('sha256').update(bytes).digest('hex');

/** The text of the bytes, without a byte order mark; undefined if they are empty or not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' || text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
