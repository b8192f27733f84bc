import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encodingOf } from '../../src/csv/decode.ts';
import { type Encoding, iso885915, textOf, windows1252 } from '../../src/csv/encodings.ts';
import { bytesOf } from '../../src/csv/file.ts';
import { linesOf } from '../../src/csv/lines.ts';
import type { Failure } from '../../src/failures.ts';
import { encoded, failureOf, file, folder } from '../roster/files.ts';

const header = 'Import-ID;Vorname;Nachname\n';

const encodingOfBytes = (...parts: (string | number[])[]) =>
  decode(file(Buffer.concat(parts.map((part) => Buffer.from(part as string))))).encoding;

/** Bytes in pieces that end anywhere, as the operating system may hand them out. */
function* pieces(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

describe('the encoding', () => {
  test.each<[string, Encoding, (string | number[])[]]>([
    ['plain ASCII', 'utf-8', ['1;Anna;Gut']],
    ['UTF-8', 'utf-8', ['1;Søren;Dvořák']],
    ['UTF-8 with a mark', 'utf-8', [[0xef, 0xbb, 0xbf], '1;Søren;Dvořák']],
    ['a character of four bytes', 'utf-8', ['1;𠮷野;Anna']],
    ['UTF-16, little end first', 'utf-16le', [[0xff, 0xfe, 0x31, 0]]],
    ['UTF-16, big end first', 'utf-16be', [[0xfe, 0xff, 0, 0x31]]],
    ['umlauts alone', 'windows-1252', ['1;M', [0xfc], 'ller;J', [0xf6], 'rg']],
    ['a capital Š of windows-1252', 'windows-1252', ['1;', [0x8a], 'imon']],
    ['Š beginning a word', 'iso-8859-15', ['1;', [0xa6], 'imon']],
    ['š inside a word', 'iso-8859-15', ['1;Lukaˇ'.slice(0, 6), [0xa8], '']],
    ['œ inside a word', 'iso-8859-15', ['1;C', [0xbd], 'ur']],
    ['ž at the very end', 'iso-8859-15', ['1;Ana;Dra', [0xb8]]],
    ['an acute accent for an apostrophe', 'windows-1252', ['1;O', [0xb4], 'Neill']],
    ['a half behind a number', 'windows-1252', ['1;5', [0xbd], ';M', [0xfc], 'ller']],
    ['a letter of each: windows-1252 wins', 'windows-1252', ['1;Luka', [0xa8], ';', [0x8a], 'imon']],
  ])('%s is %s', (_, encoding, parts) => {
    expect(encodingOfBytes(...parts)).toBe(encoding);
  });

  test('the tables of the two single-byte encodings are those of the standard', () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
    expect([...textOf([bytes], 'iso-8859-15')].join('')).toBe(new TextDecoder('iso-8859-15').decode(bytes));
    // https://encoding.spec.whatwg.org/index-windows-1252.txt, without the five that stay control characters.
    const from80 =
      '20ac 201a 0192 201e 2026 2020 2021 02c6 2030 0160 2039 0152 017d 2018 2019 201c 201d 2022 2013 2014';
    const rest = '02dc 2122 0161 203a 0153 017e 0178';
    const points = [...windows1252.values()].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0'));
    expect(points.join(' ')).toBe(`${from80} ${rest}`);
    const places = [...windows1252.keys()].map((letter) => letter.charCodeAt(0).toString(16)).join(' ');
    expect(places).toBe('80 82 83 84 85 86 87 88 89 8a 8b 8c 8e 91 92 93 94 95 96 97 98 99 9a 9b 9c 9e 9f');
    expect(iso885915.size).toBe(8);
  });

  test('names all lines in the rarer encoding', () => {
    const utf8 = 'Jörg\nSøren\r\nZoë\r';
    const failure = failureOf(() => encodingOfBytes(header, utf8, 'M', [0xfc], 'ller\n\nM', [0xfc], 'ller'));
    expect(failure).toMatchObject({
      code: 'file-mixed-encodings',
      exit: 4,
      facts: { encoding: 'utf-8', lines: [5, 7] },
    });
    expect(failure.words('en')).toContain('lines 5 and 7: in another encoding than the rest');
    expect(failure.words('de')).toContain('Zeilen 5 und 7: anders kodiert');
  });

  test('names the UTF-8 lines where they are the rarer ones', () => {
    const latin = ['M', [0xfc], 'ller\nJ', [0xf6], 'rg\n'];
    expect(failureOf(() => encodingOfBytes(header, ...latin, 'Søren')).facts).toMatchObject({
      encoding: 'windows-1252',
      lines: [4],
    });
  });

  test('believes a mark: a line that is not UTF-8 behind it is named', () => {
    expect(failureOf(() => encodingOfBytes([0xef, 0xbb, 0xbf], header, 'M', [0xfc], 'ller')).facts).toMatchObject({
      encoding: 'utf-8',
      lines: [2],
    });
  });

  test('counts all lines and shows twenty', () => {
    const failure = failureOf(() =>
      encodingOfBytes('Zoë\n'.repeat(40), 'M', [0xfc], 'ller\n', 'é\n', [0xfc, 10, 0xfc]),
    );
    expect(failure.facts).toMatchObject({ lines: [41, 43, 44], count: 3 });
    const many = Buffer.concat([Buffer.from('Zoë\n'.repeat(2000)), Buffer.from('\xfc\n'.repeat(1500), 'latin1')]);
    const found = failureOf(() => decode(file(many)));
    expect(found.facts).toMatchObject({ count: 1500 });
    expect((found.facts as { lines: number[] }).lines).toHaveLength(1000);
    expect(found.words('en')).toContain('2019, 2020 and 1,480 more:');
  });

  test.each(['utf8', 'UTF-8', 'ansi', 'cp1252', 'latin9', 'ISO_8859-15', 'utf-16', 'UTF-16BE'])(
    'can be named %s',
    (name) => {
      expect(() => decode(file(name.includes('16') ? '1;2;' : 'Anna'), name)).not.toThrow();
    },
  );

  test('an unknown name is a mistake on the command line', () => {
    expect(failureOf(() => decode(file('Anna'), 'ebcdic'))).toMatchObject({ code: 'encoding-unknown', exit: 2 });
  });

  test.each<[Encoding, (string | number[])[]]>([
    ['utf-8', ['Anna\nM', [0xfc], 'ller']],
    ['windows-1252', ['Anna\nM', [0x81], 'ller']],
    ['iso-8859-15', ['Anna\nM', [0x8a], 'ller']],
    ['utf-16le', [[0x41, 0, 10, 0, 0, 0xd8, 0x41, 0]]],
    ['utf-16be', [[0, 0x41, 0, 10, 0]]],
  ])('what is not %s, though it was named, is named by its line', (encoding, parts) => {
    const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
    const failure = failureOf(() => decode(file(bytes), encoding));
    expect(failure).toMatchObject({ code: 'file-undecodable', exit: 4, facts: { encoding, lines: [2] } });
    expect(failure.words('de')).toContain('Zeile 2: nicht lesbar als');
  });

  test('a mark that says otherwise contradicts the name', () => {
    const marked = file(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('Anna')]));
    expect(failureOf(() => decode(marked, 'windows-1252'))).toMatchObject({ code: 'file-undecodable' });
  });
});

describe('the file', () => {
  test('that is not there', () => {
    expect(failureOf(() => decode(join(folder(), 'none.csv'))).code).toBe('file-missing');
    expect(failureOf(() => decode(join(file('Anna'), 'inside.csv'))).code).toBe('file-missing');
    expect(failureOf(() => decode('students\0.csv')).code).toBe('file-missing');
  });

  test('that is a folder, or no file at all', () => {
    const path = join(folder(), 'roster');
    mkdirSync(path);
    expect(failureOf(() => decode(path))).toMatchObject({ code: 'file-not-regular', facts: { folder: true } });
    expect(failureOf(() => decode('/dev/null'))).toMatchObject({ code: 'file-not-regular', facts: { folder: false } });
  });

  test('that the operating system does not give out', () => {
    const loop = join(folder(), 'loop');
    symlinkSync(loop, loop);
    expect(failureOf(() => decode(loop))).toMatchObject({ code: 'file-unreadable', facts: { reason: 'ELOOP' } });
  });

  test('that is empty', () => {
    expect(failureOf(() => decode(file('')))).toMatchObject({ code: 'file-empty', exit: 4 });
  });

  test.each([
    ['spreadsheet', [0x50, 0x4b, 3, 4, 0, 0]],
    ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xff]],
    ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['binary', [0x89, 0x50, 10, 0]],
    ['binary', [0xff, 0xfe, 0x41, 0, 0, 0]],
  ])('that is no text but %s', (kind, bytes) => {
    expect(failureOf(() => decode(file(Buffer.from(bytes))))).toMatchObject({ code: 'file-not-text', facts: { kind } });
  });

  test('that is changed between the two readings', () => {
    const path = file('1;Anna\n');
    const decoded = decode(path);
    expect([...decoded.text()].join('')).toBe('1;Anna\n');
    writeFileSync(path, '1;Anne\n');
    expect(failureOf(() => [...decoded.text()]).code).toBe('file-changed');
  });

  test('whose line is longer than any of a roster', () => {
    const path = file(`Import-ID\n${'x'.repeat(1_000_001)}\n`);
    const failure = failureOf(() => [...linesOf(decode(path).text(), path)]);
    expect(failure).toMatchObject({ code: 'line-too-long', facts: { line: 2 } });
  });

  test('has the SHA-256 of its bytes', () => {
    expect(decode(file('abc')).sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('pieces', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
  const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15');
  const letters = fc.constantFrom('a', 'Ä', 'ß', 'é', '\n', '\r', '\r\n', ';', '"', ' ', 'ž');
  const texts = fc.array(letters, { maxLength: 60 }).map((parts) => parts.join(''));

  test('may end anywhere: the text and its lines are the same', () => {
    fc.assert(
      fc.property(texts, encodings, sizes, (text, encoding, cut) => {
        const bytes = encoded(text, encoding);
        const read = [...linesOf(textOf(pieces(bytes, cut), encoding), 'x')].flat();
        const lines = text.split(/\r\n|\r|\n/);
        if (lines.at(-1) === '') lines.pop();
        expect(read).toEqual(lines);
      }),
    );
  });

  test('may end anywhere: the encoding and the lines that are complained about are the same', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    const outcome = (content: Uint8Array, cut: number[]) => {
      try {
        return encodingOf('x', undefined, content.subarray(0, 4), pieces(content, cut));
      } catch (error) {
        const { code, facts } = error as Failure;
        return { code, facts };
      }
    };
    fc.assert(
      fc.property(bytes, sizes, (content, cut) => {
        expect(outcome(content, cut)).toEqual(outcome(content, [content.length + 1]));
      }),
    );
  });

  test('UTF-8 is what the decoder of the platform takes for it', () => {
    const parts = fc.constantFrom(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef);
    const more = fc.constantFrom(0xf0, 0xf1, 0xf4, 0xf5, 0xff);
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, more), { minLength: 1, maxLength: 8 }), (content) => {
        const bytes = Uint8Array.from([0x61, ...content]);
        let valid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          valid = false;
        }
        let taken = true;
        try {
          encodingOf('x', 'utf-8', bytes.subarray(0, 4), [bytes]);
        } catch {
          taken = false;
        }
        expect(taken).toBe(valid);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a large file are read without holding it', () => {
    const path = file(Buffer.alloc(200_000, 'Anna\n'));
    const lengths = Array.from(bytesOf(path), (piece) => piece.length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(200_000);
  });
});
