import { letters } from '../../src/csv/bytes/letters.ts';
import { type BookCell, bookParts, packed } from '../support/workbook.ts';
import { Random } from './random.ts';

/** A file that was spoiled, and how it is imported. */
export interface Case {
  readonly seed: number;
  readonly name: string;
  readonly bytes: Buffer;
  readonly options: readonly string[];
}

type Table = string[][];
type Spoil<Thing> = (thing: Thing, random: Random) => Thing;

const given = ['Ada', 'Ben', 'Jörg', 'Chloé', 'Max Otto', 'Anna-Lena', 'Şeyma', '李', '', '-', 'ADA', 'Ada '];
const family = ['Müller', 'von der Heide', "O'Neill", 'Öztürk', 'Null', 'Mai', 'Kovač', 'Nguyễn', '', 'Brand'];
const odd = [
  ...[
    '="0042"',
    "'0042",
    '#NV',
    '####',
    'NULL',
    '5,00E+01',
    '01. Feb',
    '41673',
    '41673,0',
    '0',
    '00.00.0000',
    '31.02.2014',
  ],
  ...[
    '03/02/2014',
    '2014-02-03T00:00:00Z',
    'MÃ¼ller',
    'M?ller',
    '\ufffd',
    '"',
    '""',
    '„x“',
    '\u202etxt',
    '\u0000',
    '\u200b',
  ],
  ...[
    '=cmd|x',
    '@SUM(A1)',
    'a@b.example; c@d.example',
    'mailto:a@b.example',
    '{4F1A}',
    'Klasse 5a',
    'Gesamt: 12',
    '#',
    '# x',
  ],
  ...['Abgang', 'x'.repeat(1001), '😀', 'a\nb', 'a\r\nb', 'sep=;', '<html>', '[1]', '-5', '1e999', 'true', '\\', '\t'],
];

/** Headings and a way to make a line, of several programs. */
const layouts: readonly {
  header: readonly string[] | null;
  role?: string;
  row: (random: Random, at: number) => string[];
}[] = [
  {
    header: ['Import-ID', 'Vorname', 'Nachname', 'Klasse/Information', 'Geburtsdatum', 'Gruppen', 'E-Mail'],
    row: (random, at) => [
      String(at),
      random.of(given),
      random.of(family),
      classIn(random),
      dayIn(random),
      'Chor;Film',
      'a@b.example',
    ],
  },
  {
    header: ['Interne ID-Nummer', 'Nachname', 'Vorname', 'Klasse', 'Geburtsdatum', 'Status', 'Entlassdatum'],
    row: (random, at) => [
      String(at),
      random.of(family),
      random.of(given),
      classIn(random),
      dayIn(random),
      random.of(['2', '8', 'Aktiv', '']),
      '',
    ],
  },
  {
    header: ['name', 'longName', 'foreName', 'klasse.name', 'birthDate', 'externKey'],
    row: (random, at) => [`k${at}`, random.of(family), random.of(given), classIn(random), '20140203', String(at)],
  },
  {
    header: null,
    row: (random, at) => [
      ...[
        `{${String(at).padStart(8, '0')}-0000-0000-0000-000000000000}`,
        '',
        `a${at}`,
        random.of(family),
        random.of(given),
      ],
      ...[classIn(random), 'Kurs', dayIn(random), 'geheim', '0', '0', '0', 'AG'],
    ],
  },
  {
    header: ['Kind-ID', 'Vorname', 'Nachname', 'E-Mail'],
    role: 'guardian',
    row: (random, at) => [`${at % 7},${at % 5}`, random.of(given), random.of(family), `p${at}@b.example`],
  },
  { header: ['Name', 'Klasse'], row: (random) => [`${random.of(family)}, ${random.of(given)}`, classIn(random)] },
  {
    header: ['NAME', 'VORNAME', 'KLASSE', 'GEBOREN', 'NAME_W', 'VORNAME_W'],
    row: (random) => [
      random.of(family),
      random.of(given),
      classIn(random),
      dayIn(random),
      random.of(family),
      random.of(given),
    ],
  },
  {
    header: ['sourcedId', 'status', 'enabledUser', 'role', 'username', 'givenName', 'familyName', 'grades'],
    row: (random, at) => [
      `u${at}`,
      'active',
      'true',
      random.of(['student', 'teacher', 'guardian']),
      `a${at}`,
      random.of(given),
      random.of(family),
      '07',
    ],
  },
];

const classIn = (random: Random) =>
  random.chance(0.002) ? 'ZZ' : random.of(['5a', '05b', '10c', 'Q1', 'EF', '', '7*a']);
const dayIn = (random: Random) => random.of(['03.02.2014', '2014-02-03', '3.2.14', '', '41673', '03. Februar 2014']);

/** What happens to rows and cells. */
const ofTable: readonly Spoil<Table>[] = [
  (table, random) => put(table, random, random.of(odd)),
  (table, random) => put(table, random, random.of(odd)),
  (table, random) => put(table, random, random.of(['x', '"', ';', 'ä']).repeat(random.below(200_000))),
  (table, random) =>
    changed(table, random, (row) => [...row, ...Array.from({ length: random.below(3000) }, () => random.of(odd))]),
  (table, random) => changed(table, random, (row) => row.slice(0, random.below(row.length + 1))),
  (table, random) =>
    inserted(table, random, [
      random.of(['Schülerliste 2026', 'Klasse 5a', 'Gesamt', '----', '# Kommentar', 'Stand: 1.1.2026', '']),
    ]),
  (table, random) => inserted(table, random, table[0] ?? []),
  (table, random) => inserted(table.slice(1), random, table[0] ?? []),
  (table, random) => inserted(table, random, random.of(table.length > 0 ? table : [[]])),
  (table, random) => table.toSpliced(random.below(table.length), random.below(4)),
  (table, random) => table.map((row) => row.toSpliced(random.below(3), 0, random.of(['', 'x', row[0] ?? '']))),
  (table, random) => Array.from({ length: 1 + random.below(12) }, () => table).flat(),
  (table, random) => Array.from({ length: random.below(1500) }, () => table[1] ?? []).concat(table),
  (table, random) =>
    table[0]
      ? [
          table[0].map((name) => random.of([name, name, `${name}*`, `${name} (Pflicht)`, '', 'Name', 'Klasse'])),
          ...table.slice(1),
        ]
      : table,
  (table, random) =>
    table.map(([...row]) => {
      const at = random.below(2);
      if (at < row.length) row[at] = random.of(odd);
      return row;
    }),
];

const changed = (table: Table, random: Random, change: (row: string[]) => string[]): Table => {
  const at = random.below(table.length);
  return table.map((row, index) => (index === at ? change(row) : row));
};
const put = (table: Table, random: Random, cell: string): Table =>
  changed(table, random, (row) => row.toSpliced(random.below(row.length), 1, cell));
const inserted = (table: Table, random: Random, row: string[]): Table =>
  table.toSpliced(random.below(table.length + 1), 0, row);

/** What happens to text. */
const ofText: readonly Spoil<string>[] = [
  (text, random) =>
    spliced(text, random, random.of(['"', '"', '""', ';', ',', '\t', '|', '\0', '\n', '\r', "'", '\ufeff', '\u2028'])),
  (text, random) => spliced(text, random, '"'.repeat(random.below(5000))),
  (text, random) => spliced(text, random, random.of(['x', '\n', ';', '";"', 'a"\n']).repeat(random.below(20_000))),
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => text.replaceAll('\n', random.of(['\r', '\r\n', '\n\n', '\r\n\r\n', '\n\r'])),
  (text, random) => text.replaceAll(random.of(['a', 'e', '3', '\n']), random.of(['"', 'ä', '\t', ';', ''])),
  (text) =>
    text
      .split('\n')
      .map((line) => `"${line.replaceAll('"', '""')}"`)
      .join('\n'),
  (text, random) =>
    random.of(['[', '{"a":', '<?xml version="1.0"?>', '{\\rtf', 'PK\x03\x04', 'sep=;\n', '<table>', '%PDF']) + text,
];

const spliced = (text: string, random: Random, part: string): string => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + part + text.slice(at);
};

/** What happens to bytes. */
const ofBytes: readonly Spoil<Buffer>[] = [
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => flipped(bytes, random),
  (bytes, random) => flipped(flipped(bytes, random), random),
  (bytes, random) => Buffer.concat([bytes, Buffer.from(random.of([[0], [0xff, 0xfe], [0xe4, 0xf6], [0xc3]]))]),
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(random.below(bytes.length))]),
];

function flipped(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  if (copy.length > 0)
    copy[at] = random.chance(0.5) ? random.below(256) : (copy[at] as number) ^ (1 << random.below(8));
  return copy;
}

/** What happens to the XML of a workbook. */
const ofXml: readonly Spoil<string>[] = [
  (text, random) =>
    spliced(
      text,
      random,
      random.of([
        '<',
        '>',
        '&',
        '</row>',
        '<row r="3">',
        '<c r="XFD1"><v>1</v></c>',
        '&#0;',
        '&x;',
        '<!DOCTYPE a>',
        '\0',
      ]),
    ),
  (text, random) =>
    text.replace(/\d+/g, (digits) => (random.chance(0.02) ? random.of(['-1', '99999999999', '1e9', 'x', '']) : digits)),
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) =>
    text.replaceAll(
      random.of(['t="s"', '<v>', 'r=', '</v>', '<row']),
      random.of(['t="n"', '<is><t>', 's=', '', '<ROW']),
    ),
  (text, random) => spliced(text, random, random.of(['<a>', 'x', '<row/>', '<si/>', ' ']).repeat(random.below(30_000))),
];

function encodedIn(text: string, random: Random): Buffer {
  const way = random.of([
    'utf8',
    'utf8',
    'utf8',
    'mark',
    'utf16',
    'utf16be',
    ...(Object.keys(letters) as (keyof typeof letters)[]),
  ]);
  if (way === 'mark') return Buffer.from(`\ufeff${text}`);
  if (way === 'utf16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (way === 'utf16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  if (!(way in letters)) return Buffer.from(text);
  const table = letters[way as keyof typeof letters];
  return Buffer.from(
    Array.from(text, (letter) => (letter < '\u0080' ? letter.charCodeAt(0) : table.indexOf(letter) + 0x80 || 0x3f)),
  );
}

const optionsIn = (random: Random, role: string | undefined): string[] => [
  ...(role && random.chance(0.8) ? ['--role', role] : []),
  ...(random.chance(0.3) ? ['--skip-faulty'] : []),
  ...(random.chance(0.2) ? ['--partial'] : []),
  ...(random.chance(0.1) ? ['--role', random.of(['student', 'teacher', 'guardian', 'staff'])] : []),
  ...(random.chance(0.03) ? ['--header', String(1 + random.below(25))] : []),
  ...(random.chance(0.1)
    ? ['--format', random.of(['iserv', 'schild', 'bbs', 'untis', 'webuntis', 'list', 'schulkonto'])]
    : []),
  ...(random.chance(0.05) ? ['--delimiter', random.of([';', ',', 'tab', '|', 'x'])] : []),
  ...(random.chance(0.05) ? ['--encoding', random.of(['utf-8', 'ansi', 'utf-16le', 'dos'])] : []),
  ...(random.chance(0.02) ? ['--not-parked', 'ZZ'] : []),
  ...(random.chance(0.1) ? ['--explain', String(1 + random.below(30))] : []),
  ...(random.chance(0.05) ? ['--same', 'all'] : []),
  ...(random.chance(0.04) ? ['--ignore', random.of(['1', 'Klasse', 'Status', 'Gruppen'])] : []),
  ...(random.chance(0.1)
    ? ['--map', random.of(['class=Klasse', 'import-id=1', 'family-name=Name', 'full-name=2'])]
    : []),
];

/** The file of a seed: a roster of one of the layouts, and up to five things that happen to it. */
export function caseOf(seed: number): Case {
  const random = new Random(seed);
  const { header, role, row } = random.of(layouts);
  let table: Table = [
    ...(header ? [[...header]] : []),
    ...Array.from({ length: random.of([0, 1, 3, 12, 12, 40]) }, (_, at) => row(random, at)),
  ];
  const times = random.below(4);
  for (let time = 0; time < times; time++) table = spoiled(table, random);
  const options = optionsIn(random, role);
  const kind = random.of(['csv', 'csv', 'csv', 'xlsx', 'json'] as const);
  const [name, first] =
    kind === 'xlsx' ? ['list.xlsx', bookIn(table, random)] : [`list.${kind}`, textIn(kind, table, random)];
  let bytes = first;
  while (random.chance(0.25)) if (bytes.length > 0) bytes = random.of(ofBytes)(bytes, random);
  return { seed, name, bytes, options };
}

/** A table to which something happens, unless it becomes too big to be made a hundred thousand times. */
function spoiled(table: Table, random: Random): Table {
  if (table.length === 0) return table;
  const after = random.of(ofTable)(table, random);
  const size = after.reduce((sum, row) => row.reduce((cells, cell) => cells + cell.length + 1, sum), 0);
  return size > 1_500_000 ? table : after;
}

function textIn(kind: 'csv' | 'json', table: Table, random: Random): Buffer {
  const delimiter = random.of([';', ';', ',', '\t', '|']);
  const dressed = (cell: string) =>
    /["\n\r]/.test(cell) || cell.includes(delimiter) || random.chance(0.05)
      ? `"${random.chance(0.95) ? cell.replaceAll('"', '""') : cell}"`
      : cell;
  const [names = [], ...rows] = table;
  let text =
    kind === 'csv'
      ? table.map((row) => row.map(dressed).join(delimiter)).join('\n')
      : JSON.stringify(
          rows.map((row) =>
            Object.fromEntries(
              row.map((cell, at) => [names[at] ?? String(at), random.chance(0.02) ? { a: [cell] } : cell]),
            ),
          ),
        );
  while (random.chance(0.4)) text = random.of(ofText)(text, random);
  return encodedIn(text, random);
}

function bookIn(table: Table, random: Random): Buffer {
  const rows = table.map((row) =>
    row.slice(0, 3000).map((cell): BookCell => {
      const plain = cell.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '');
      if (/^\d{1,9}$/.test(cell) && random.chance(0.5))
        return { value: cell, style: random.of(['plain', 'day', 'zeros', 'ownDay']) };
      if (random.chance(0.02))
        return { type: random.of(['e', 'b', 'd', 's', 'n', 'str']), value: plain, formula: 'A1' };
      return plain;
    }),
  );
  const more = random.chance(0.1) ? [{ name: 'B', rows, state: random.of(['hidden', 'veryHidden'] as const) }] : [];
  const parts: Record<string, string> = bookParts([{ name: 'A', rows }, ...more], {
    is1904: random.chance(0.2),
    inline: random.chance(0.3),
  });
  while (random.chance(0.4)) {
    const part = random.of(Object.keys(parts));
    if (random.chance(0.1)) delete parts[part];
    else parts[part] = random.of(ofXml)(parts[part] ?? '', random);
  }
  return packed(parts);
}
