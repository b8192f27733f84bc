// What a file or a person brought in can't move the cursor, colour the screen, or turn its reading order around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const code = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text with its control characters written out, `\u001b`; on one line. */
export const visible = (text: string): string => text.replace(hidden, code);

/** The same for text of several lines. */
export const visibleLines = (text: string): string =>
  text.replace(hidden, (character) => (character === '\n' ? character : code(character)));

/** JSON says the same in its own way: such characters are allowed in it, but a terminal would act on them. */
export const visibleJson = (json: string): string => json.replace(hidden, code);
