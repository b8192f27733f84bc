/** A sentence of a text of terms, and the heading that it stands under. */
export interface Said {
  section: string;
  sentence: string;
}

/** Behind these a full stop ends no sentence. */
const shortened =
  /(?:^|[\s(„"])(?:\p{L}|\d{1,3}|z\. ?B|d\. ?h|o\. ?ä|u\. ?a|i\. ?d\. ?R|bzw|ca|Nr|Abs|Art|Tel|Dr|St|e\. ?g|i\. ?e|No)\.$/u;

/** The paragraphs' lines without those that are blank; a word that was parted at the end of a line is whole again. */
const linesOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/**
 * Whether a line is a heading: short, without an end and a comma, after an end, and what follows begins anew. The first
 * line of all is the title, and may be longer.
 */
const isHeading = (line: string, before: string | undefined, after: string | undefined, isFirst: boolean): boolean =>
  (isFirst ? line.length <= 100 : line.length <= 45 && line.split(' ').length <= 5 && !line.includes(',')) &&
  !/[.,;:!?-]$/.test(line) &&
  (before === undefined || /[.:!?]$/.test(before)) &&
  after !== undefined &&
  /^[\p{Lu}\d„"]/u.test(after);

/**
 * The sentences of a text of terms in their order. A text that came out of a PDF may have every line apart, and words
 * parted at its end.
 */
export function sentencesIn(text: string): Said[] {
  const lines = linesOf(text);
  const found: Said[] = [];
  let section = '';
  let paragraph = '';
  let last: string | undefined;
  const close = () => {
    found.push(...parted(paragraph).map((sentence) => ({ section, sentence })));
    paragraph = '';
  };
  for (const [index, line] of lines.entries()) {
    if (isHeading(line, last, lines[index + 1], index === 0)) {
      close();
      section = line;
      last = undefined;
      continue;
    }
    const isParted = /\p{L}-$/u.test(paragraph) && /^(?!(?:und|oder|bzw|sowie)\b)\p{Ll}/u.test(line);
    paragraph = isParted ? paragraph.slice(0, -1) + line : `${paragraph} ${line}`.trim();
    last = line;
  }
  close();
  return found;
}

function parted(paragraph: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const { index, 0: end } of paragraph.matchAll(/[.!?]["“)]?(?=\s+[\p{Lu}\d„"(])/gu)) {
    const upTo = index + end.length;
    if (shortened.test(paragraph.slice(start, upTo))) continue;
    found.push(paragraph.slice(start, upTo).trim());
    start = upTo;
  }
  return [...found, paragraph.slice(start).trim()].filter((sentence) => sentence !== '');
}
