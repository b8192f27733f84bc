import type { FileKind } from '../failures.ts';

/** How the files of other programs begin, in hexadecimal. */
const beginnings: readonly (readonly [string, FileKind])[] = [
  ['d0cf11e0', 'old-spreadsheet'], // Excel 97, and a workbook with a password
  ['25504446', 'pdf'],
  ['1f8b', 'archive'], // gzip
  ['377abcaf271c', 'archive'], // 7z
  ['526172211a07', 'archive'], // RAR
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
];

/** What a file is by its beginning, of which a few hundred bytes are enough; undefined where that tells nothing. */
export function kindOf(head: Uint8Array): FileKind | undefined {
  const bytes = Buffer.from(head);
  const hex = bytes.subarray(0, 8).toString('hex');
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) {
    const text = bytes.toString('latin1');
    if (text.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'open-document';
    return /\[Content_Types\]\.xml|_rels\/|xl\/|docProps\//.test(text) ? 'spreadsheet' : 'archive';
  }
  return beginnings.find(([begins]) => hex.startsWith(begins))?.[1];
}
