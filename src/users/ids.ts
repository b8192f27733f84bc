/**
 * An import ID without what a spreadsheet puts around it: blanks, `="00401"`, an apostrophe, the decimals of a number.
 * Never more: `0042` stays `0042`.
 */
export const unprotected = (id: string): string =>
  id
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'/, '')
    .trim()
    .replace(/^(\d+)[.,]0+$/, '$1');

/** The same without what programs dress it in: braces and case of a GUID. */
export function undressed(id: string): string {
  const bare = unprotected(id);
  const guid = /^[{(]?([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})[)}]?$/i.exec(bare)?.[1];
  return guid?.toLowerCase() ?? bare;
}

/** The same for comparing where nothing else fits: also without the case of letters. */
export const compared = (id: string): string => undressed(id).toLowerCase();
