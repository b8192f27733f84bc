import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../src/csv/line-cells.ts';
import { Records } from '../../src/csv/records.ts';

const recordsOf = (text: string, width?: number, delimiter = ';') =>
  new Records(delimiter, width).take(text.split('\n'), true);

describe('records', () => {
  test('of one line, of several, and between blank ones', () => {
    expect(recordsOf('a;b\n\n"c\nd";"e""f"\n ; \n"";g\n')).toEqual([
      { line: 1, lines: 1, cells: ['a', 'b'] },
      { line: 3, lines: 2, cells: ['c\nd', 'e"f'] },
      { line: 6, lines: 1, cells: ['', 'g'] },
    ]);
  });

  test('a quotation mark inside a value is named by its cell', () => {
    expect(recordsOf('1;O"Neill;x\n2;"Anna" B;y\n3;"Anna" ;z')).toEqual([
      { line: 1, lines: 1, cells: [], stray: { index: 1, value: 'O"Neill' } },
      { line: 2, lines: 1, cells: [], stray: { index: 1, value: '"Anna" B' } },
      { line: 3, lines: 1, cells: ['3', 'Anna', 'z'] },
    ]);
  });

  test('a quotation mark that is never closed hides only its own line', () => {
    expect(recordsOf('1;a\n2;"b;c\n3;d\n4;e', 2)).toEqual([
      { line: 1, lines: 1, cells: ['1', 'a'] },
      { line: 2, lines: 1, cells: [], open: { index: 1, value: '"b' } },
      { line: 3, lines: 1, cells: ['3', 'd'] },
      { line: 4, lines: 1, cells: ['4', 'e'] },
    ]);
  });

  test('nor one that the next quoted value seems to close', () => {
    const found = recordsOf('1;"a;x\n2;b;y\n3;"c";z', 3);
    expect(found.map(({ line, open }) => [line, open?.value])).toEqual([
      [1, '"a'],
      [2, undefined],
      [3, undefined],
    ]);
  });

  test('nor one whose record has not the right width in the end', () => {
    const found = recordsOf('1;"a;x\n2;b";y', 4);
    expect(found.map(({ line, cells }) => [line, cells])).toEqual([
      [1, []],
      [2, []],
    ]);
  });

  test('a quoted value of more than a thousand lines has lost its end', () => {
    const records = new Records(';', 2);
    const found = records.take(['1;"a', ...Array.from({ length: 1200 }, (_, index) => `${index};b`)], false);
    expect(found[0]).toMatchObject({ line: 1, open: { index: 1 } });
    expect(found).toHaveLength(1201);
  });

  test('a line is cut as csv-parse cuts it, or left to it', () => {
    const parts = fc.constantFrom('a', 'é', '"', '""', ';', ' ', '"a"', '";"', '\t', '\f');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), fc.constantFrom(';', '\t', ' '), (pieces, delimiter) => {
        const line = pieces.join('');
        const cells = cellsOf(line, delimiter);
        fc.pre(line.trim() !== '' && cells !== undefined);
        const options = { delimiter, trim: true, relax_column_count: true, skip_empty_lines: false };
        expect(cells).toEqual((parse(line, options) as unknown as string[][])[0]);
      }),
      { numRuns: 2000 },
    );
    expect(cellsOf('1; "Anna; die ""Große""" ;"";x ', ';')).toEqual(['1', 'Anna; die "Große"', '', 'x']);
    expect(['"a', 'a"b', '"a"b', '"a" "b"'].map((line) => cellsOf(line, ';'))).toEqual(Array(4).fill(undefined));
  });

  test('wherever the lines come in blocks, the records are the same', () => {
    const parts = fc.constantFrom('a', '"', '""', ';', '\n', ' ', 'é');
    const texts = fc.array(parts, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 1, max: 4 }),
        fc.option(fc.integer({ min: 1, max: 4 })),
        (text, size, width) => {
          const lines = text.split('\n');
          const records = new Records(';', width ?? undefined);
          const found = [];
          for (let at = 0; at < lines.length; at += size)
            found.push(...records.take(lines.slice(at, at + size), false));
          found.push(...records.take([], true));
          expect(found).toEqual(recordsOf(text, width ?? undefined));
          expect(found.map(({ line }) => line)).toEqual([...new Set(found.map(({ line }) => line))]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('whatever stands between marks, nothing throws, no line is lost, and what is sound is what stands there', () => {
    const parts = fc.constantFrom('a', '"', '"', '""', ';', '\t', '\n', ' ', '\f', '\v', '\u00a0', '\ufeff', 'é', '\\');
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 30 }).map((all) => all.join('')),
        fc.constantFrom(';', '\t', ',', '|'),
        fc.option(fc.integer({ min: 1, max: 3 })),
        (text, delimiter, width) => {
          const found = recordsOf(text, width ?? undefined, delimiter);
          const given = found.flatMap(({ line, lines }) => Array.from({ length: lines }, (_, at) => line + at));
          const filled = text.split('\n').flatMap((one, at) => (/[^\s\ufeff";,|]/.test(one) ? [at + 1] : []));
          expect(given).toEqual(expect.arrayContaining(filled));
          for (const { line, lines, cells, open, stray } of found) {
            if (open || stray || lines > 1) continue;
            const letters = (all: string) => all.replace(/[^aé\\]/g, '');
            expect(letters(cells.join(''))).toBe(letters(text.split('\n')[line - 1] ?? ''));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('stray and forgotten marks take no longer the more there are', () => {
    const time = (text: string) => {
      const started = performance.now();
      const found = recordsOf(text, 3);
      return { took: performance.now() - started, found: found.length };
    };
    time('1;"a";b\n'.repeat(100));
    expect(time('1;O"Neill;x\n'.repeat(5000))).toMatchObject({ found: 5000 });
    expect(time('1;"a;x\n'.repeat(5000))).toMatchObject({ found: 5000 });
    const swallowed = time(`1;"a\n${'""x\n'.repeat(20_000)}`);
    expect(swallowed.found).toBe(20_001);
    expect(swallowed.took).toBeLessThan(2000);
  });

  test('what another parser takes for well-formed is read as it reads it', () => {
    const cells = fc
      .array(fc.constantFrom('a', '"', ';', '\n', 'ß', ' b', ''), { maxLength: 5 })
      .map((all) => all.join(''));
    const rows = fc.array(fc.array(cells, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 });
    const quote = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    fc.assert(
      fc.property(rows, (table) => {
        const text = table.map((row) => row.map(quote).join(';')).join('\n');
        const theirs = parse(text, {
          delimiter: ';',
          record_delimiter: '\n',
          skip_empty_lines: true,
          trim: true,
        }) as string[][];
        const ours = recordsOf(text, 2).map((record) => record.cells);
        expect(ours).toEqual(theirs.filter((row) => row.some((cell) => cell.trim() !== '')));
      }),
    );
  });
});
