/** What a spreadsheet has made of a value, or put in its place, so that the value is gone. */
export type Spoiled = 'error' | 'narrow' | 'rounded' | 'day';

const month = '(?:jan|feb|mär|mrz|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)';
const turned = new RegExp(
  `^(?:\\d{1,2}[.\\-/ ]{1,2}${month}|${month}[.\\-/ ]{1,2}\\d{1,4})\\.?$|^\\d{4}-\\d\\d-\\d\\d$|^\\d\\d?\\.\\d\\d?\\.\\d{4}$`,
  'i',
);

/**
 * Takes off what spreadsheets and programs put around a value so that it stays what it is: `="0042"`, `'0042`; also the
 * decimals of a whole number (`41673.0`) where `isWhole` says that the value can't have any.
 */
export function undressed(value: string, isWhole = false): string {
  const formula = /^=\s*"((?:[^"]|"")*)"$/.exec(value)?.[1]?.replaceAll('""', '"').trim();
  const bare = (formula ?? value).replace(/^'(?=\d)/, '');
  return isWhole ? bare.replace(/^(\d+)[.,]0+$/, '$1') : bare;
}

/** What a spreadsheet has done to a value that can be anything but a day; `Null` is a family name. */
export function spoiledBy(value: string): Spoiled | undefined {
  if (/^#{2,}$/.test(value)) return 'narrow';
  if (
    /^#(?:NV|N\/V|N\/A|BEZUG!|REF!|NAME\?|WERT!|VALUE!|DIV\/0!|NULL!|ZAHL!|NUM!|LEER!|CALC!|KALK!|SPILL!|ÜBERLAUF!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/i.test(
      value,
    )
  )
    return 'error';
  if (value === 'NULL' || value === 'null' || /^[<(]null[>)]$/i.test(value)) return 'error';
  if (/^\d([.,]\d+)?E\+\d+$/i.test(value)) return 'rounded';
  return turned.test(value) ? 'day' : undefined;
}
