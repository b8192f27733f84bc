import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encodingOf } from '../../src/csv/bytes/decode.ts';
import { type Encoding, textOf } from '../../src/csv/bytes/encodings.ts';
import { bytesOf } from '../../src/csv/bytes/file.ts';
import { letters } from '../../src/csv/bytes/letters.ts';
import { linesOf } from '../../src/csv/bytes/lines.ts';
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
    ['ł and ą of Polish', 'windows-1250', ['1;Pawe', [0xb3], ' D', [0xb9], 'browski']],
    ['ř and č, umlauts beside them', 'windows-1250', ['1;Dvo', [0xf8], [0xe1], 'k;Kova', [0xe8], ';M', [0xfc], 'ller']],
    ['è and ø', 'windows-1252', ['1;Th', [0xe9], 'r', [0xe8], 'se;S', [0xf8], 'ren;M', [0xfc], 'ller']],
    ['umlauts of DOS', 'ibm850', ['1;J', [0x84], 'ger;Sch', [0x94], 'n;Gro', [0xe1], ';', [0x99], 'zt', [0x81], 'rk']],
    [
      'umlauts of an old Mac',
      'macintosh',
      ['1;J', [0x8a], 'ger;Sch', [0x9a], 'n;Gro', [0xa7], ';', [0x85], 'zt', [0x9f], 'rk'],
    ],
    ['umlauts in capitals', 'windows-1252', ['1;M', [0xdc], 'LLER;WEI', [0xdf]]],
    ['umlauts in capitals of DOS', 'ibm850', ['1;M', [0x9a], 'LLER;', [0x99], 'ZT', [0x9a], 'RK']],
    [
      'typographic marks beside umlauts',
      'windows-1252',
      ['1;', [0x84], 'Sch', [0xf6], 'n', [0x93], ';AG ', [0x96], ' Chor'],
    ],
    ['UTF-16 without a mark', 'utf-16le', [Array.from(Buffer.from('Import-ID;Vorname', 'utf16le'))]],
    ['a letter of each: windows-1252 wins', 'windows-1252', ['1;Luka', [0xa8], ';', [0x8a], 'imon']],
  ])('%s is %s', (_, encoding, parts) => {
    expect(encodingOfBytes(...parts)).toBe(encoding);
  });

  test('is told by the names that the registry knows, where the letters alone do not tell', () => {
    const bytes = Buffer.from('1;Ni\xf1a\n', 'latin1');
    const told = (...names: string[]) => decode(file(bytes), undefined, () => new Set(names)).encoding;
    expect(told()).toBe('windows-1252');
    expect(told('nińa')).toBe('windows-1250');
  });

  test('a mark that was read as letters is taken off', () => {
    const text = (content: string) => [...decode(file(content)).text()].join('');
    expect(text('ï»¿Import-ID;Zoë\n')).toBe('Import-ID;Zoë\n');
    expect(text('\ufeff\ufeffImport-ID\n')).toBe('Import-ID\n');
  });

  test('the tables of the encodings with one byte a letter are those of the standard', () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
    const read = (encoding: Encoding) => [...textOf([bytes], encoding)].join('');
    expect(read('iso-8859-15').slice(32)).toBe(new TextDecoder('iso-8859-15').decode(bytes).slice(32));
    expect(read('macintosh')).toBe(new TextDecoder('macintosh').decode(bytes));
    // The standard lets the bytes that windows leaves free stay control characters.
    const central = new TextDecoder('windows-1250').decode(bytes).replace(/[\u0080-\u009f]/g, '\ufffd');
    expect(read('windows-1250')).toBe(central);
    // https://encoding.spec.whatwg.org/index-windows-1252.txt
    const from80 =
      '20ac fffd 201a 0192 201e 2026 2020 2021 02c6 2030 0160 2039 0152 fffd 017d fffd fffd 2018 2019 201c 201d 2022 2013 2014';
    const rest = '02dc 2122 0161 203a 0153 fffd 017e 0178';
    const points = [...letters['windows-1252']].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0'));
    expect(points.slice(0, 32).join(' ')).toBe(`${from80} ${rest}`);
    expect(read('windows-1252').slice(32)).toBe(Buffer.from(bytes.subarray(32)).toString('latin1'));
    // https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT
    expect(read('ibm850').slice(0, 32)).toBe('ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ');
    expect([...letters.ibm850].map((letter) => letter.length)).toEqual(Array(128).fill(1));
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

  test.each([
    'utf8',
    'cp850',
    'MacRoman',
    'Windows-1250',
    'UTF-8',
    'ansi',
    'cp1252',
    'latin9',
    'ISO_8859-15',
    'utf-16',
    'UTF-16BE',
  ])('can be named %s', (name) => {
    expect(() => decode(file(name.includes('16') ? '1;2;' : 'Anna'), name)).not.toThrow();
  });

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
    ['archive', [0x50, 0x4b, 3, 4, 0, 0]],
    ['old-spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xff]],
    ['archive', [0x1f, 0x8b, 8, 0]],
    ['image', [0xff, 0xd8, 0xff, 0xe0]],
    ['spreadsheet', Array.from(Buffer.from('PK\x03\x04....[Content_Types].xml', 'latin1'))],
    [
      'open-document',
      Array.from(Buffer.from('PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'latin1')),
    ],
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
  const encodings = fc.constantFrom<Encoding>(
    'utf-8',
    'utf-16le',
    'utf-16be',
    'windows-1252',
    'iso-8859-15',
    'windows-1250',
    'macintosh',
    'ibm850',
  );
  const letters = fc.constantFrom('a', 'Ä', 'ß', 'é', '\n', '\r', '\r\n', ';', '"', ' ');
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
        return encodingOf('x', undefined, content.subarray(0, 1024), () => pieces(content, cut));
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
          encodingOf('x', 'utf-8', bytes, () => [bytes]);
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
