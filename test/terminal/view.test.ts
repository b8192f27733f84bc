import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { json } from '../../src/terminal/json.ts';
import { heading, listing, render, rendered, table, warning } from '../../src/terminal/view.ts';
import type { Output } from '../../src/world.ts';

const output = (facts: Partial<Output>): Output => ({
  write: async () => {},
  isTerminal: true,
  columns: 80,
  colours: false,
  ...facts,
});
const pipe = output({ isTerminal: false });
const people = table(
  ['Account', 'Name'],
  [
    ['anna.mueller', 'Anna Müller'],
    ['li.wang', '王 丽'],
  ],
);

describe('what people see', () => {
  test('a list is written as the same table, in pieces, and never held', async () => {
    const line = (index: number) => [`account${index}`, index % 7 === 0 ? '王 丽' : 'Anna', null];
    const columns = ['Account', 'Name', 'Class'];
    for (const [rows, to] of [
      [20, pipe],
      [20, output({ columns: 40 })],
      [30_000, pipe],
    ] as const) {
      let held = 0;
      let most = 0;
      function* read() {
        for (let index = 0; index < rows; index += 1) {
          held += 1;
          yield line(index);
        }
      }
      const pieces: string[] = [];
      for await (const piece of rendered([listing(columns, read, 'Nobody.', (count) => `${count}.`)], to)) {
        pieces.push(piece);
        most = Math.max(most, held);
        held = 0;
      }
      const whole = await render(
        [
          table(
            columns,
            Array.from({ length: rows }, (_, index) => line(index)),
          ),
          `${rows}.`,
        ],
        to,
      );
      expect(pieces.join('') === whole).toBe(true);
      expect(most).toBeLessThan(12_000);
      expect(pieces.length).toBeGreaterThan(rows > 20 ? 5 : 0);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(140_000);
    }
    const none = listing(
      columns,
      () => [],
      'Nobody.',
      (count) => `${count}.`,
    );
    expect(await render([none], pipe)).toBe('Nobody.\n');
  });

  test('a table stands in columns, whatever script its names are in', async () => {
    expect(await render([people], pipe)).toBe('Account       Name\nanna.mueller  Anna Müller\nli.wang       王 丽\n');
  });

  test('colour adds to the meaning, and is never all there is of it', async () => {
    const view = [heading('Leaving'), people, warning('Nobody leaves yet.')];
    const [plain, coloured] = [await render(view, output({})), await render(view, output({ colours: true }))];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours are control characters
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(coloured).not.toBe(plain);
    expect(plain).toContain('! Nobody leaves yet.');
  });

  test('a long table is written while it is read, and a pipe loses nothing of what comes late and wide', async () => {
    let read = 0;
    function* rows() {
      for (; read < 30_000; read += 1)
        yield read < 29_999 ? ['anna', 'Müller', 'x'] : ['a'.repeat(40), 'Müller', 'y y'];
    }
    const list = listing(['Account', 'Name', 'Why'], rows, 'nobody', (count) => `${count} people`);
    const readWhenWritten: number[] = [];
    let all = '';
    for await (const text of rendered([list], pipe)) {
      all += text;
      readWhenWritten.push(read);
    }
    expect(readWhenWritten[0]).toBeLessThan(12_000);
    const lines = all.split('\n');
    expect([lines.length, lines[1], ...lines.slice(30_000)]).toEqual([
      30_003,
      'anna     Müller  x',
      `${'a'.repeat(40)}  Müller  y y`,
      '30000 people',
      '',
    ]);
  });

  test('no line is wider than the terminal, however long a name, in whatever script', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }),
        fc.integer({ min: 40, max: 120 }),
        async (rows, columns) => {
          const lines = (await render([table(['One', 'Two', 'Three'], rows)], output({ columns }))).split('\n');
          expect(lines.length).toBeGreaterThanOrEqual(rows.length + 2);
          expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });

  test('what does not fit is cut in all columns but the last, which goes on below', async () => {
    const sentence = 'a rule of the school that takes many words to explain';
    const text = await render(
      [table(['Account', 'What for'], [['maximiliane.leutheusser-schnarrenbach', sentence]])],
      output({ columns: 40 }),
    );
    expect(text).toBe(
      [
        'Account              What for',
        'maximiliane.leuthe…  a rule of the',
        '                     school that takes',
        '                     many words to',
        '                     explain',
        '',
      ].join('\n'),
    );
  });

  test('sentences break between words on a terminal, and not in a pipe', async () => {
    const sentence = 'word '.repeat(30).trim();
    expect((await render([sentence], output({ columns: 40 }))).split('\n').map((line) => line.length)).toEqual([
      39, 39, 39, 29, 0,
    ]);
    expect(await render([sentence], pipe)).toBe(`${sentence}\n`);
  });

  test('nothing that was brought in moves the cursor, colours the screen or turns the reading order', async () => {
    const evil = fc.string({
      unit: fc.constantFrom('\u001b', '\u009b', '\r', '\b', '\u0007', '\u202e', '[31m', 'a', '\n'),
    });
    await fc.assert(
      fc.asyncProperty(evil, async (text) => {
        const all = `${await render([text, heading(text), warning(text), table([text], [[text]])], pipe)}${[...json({ text, list: new Set([text]) })].join('')}`;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
        expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      }),
    );
  });
});

describe('what scripts see', () => {
  test('iterables are written as arrays, item by item, wherever they are', () => {
    const value = {
      run: null,
      list: new Set([1, 'ü']),
      deep: { list: new Set(), map: [1, { a: undefined }] },
      gone: undefined,
    };
    expect([...json(value)].join('')).toBe('{"run":null,"list":[1,"ü"],"deep":{"list":[],"map":[1,{}]}}\n');
    expect([...json(new Set([{ a: 1 }]))].join('')).toBe('[{"a":1}]\n');
  });

  test('long lists come in pieces', () => {
    function* items() {
      for (let index = 0; index < 50_000; index += 1) yield { index };
    }
    const pieces = [...json(items())];
    expect(pieces.length).toBeGreaterThan(5);
    expect(JSON.parse(pieces.join(''))).toHaveLength(50_000);
  });

  test('any value reads back as JSON.stringify writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse([...json(value)].join(''))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
