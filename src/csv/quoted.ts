import { type Language, listed, number } from '../language.ts';

const longest = 60;

/** The beginning of a value that somebody brought in, as long as a sentence can bear. */
export function cut(value: string): string {
  return value.length > longest ? `${value.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : value;
}

/** A value in the quotation marks of the language, so that an empty one and blanks at its ends can be seen. */
export const quoted = (language: Language, value: string): string =>
  language === 'de' ? `„${cut(value)}“` : `“${cut(value)}”`;

/** Values in quotation marks, one after the other. */
export const quotedAll = (language: Language, values: readonly string[]): string =>
  values.map((value) => quoted(language, value)).join(', ');

/** `line 4` or `lines 4, 7 and 9`; a long list ends in how many more there are. */
export function lineNumbers(language: Language, lines: readonly number[], total = lines.length): string {
  const shown = lines.slice(0, 20).map(String);
  const more = total - shown.length;
  const rest = language === 'de' ? `${number('de', more)} weitere` : `${number('en', more)} more`;
  const word = language === 'de' ? (total === 1 ? 'Zeile' : 'Zeilen') : total === 1 ? 'line' : 'lines';
  return `${word} ${listed(language, more > 0 ? [...shown, rest] : shown)}`;
}
