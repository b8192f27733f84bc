import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell of a workbook: a text, a number, or what else its document can say; null where there is none. */
export type BookCell =
  | string
  | number
  | null
  | {
      /** What stands in `<v>`; none where it is left out. */
      value?: string | number;
      type?: 's' | 'str' | 'b' | 'e' | 'd' | 'n';
      style?: keyof typeof styles;
      formula?: string;
    };

export interface BookSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  rows: readonly (readonly BookCell[])[];
  /** Rows, counted from 1, that are filtered out. */
  hiddenRows?: readonly number[];
}

/** How numbers are shown, in the order of the styles of cells. */
const styles = { plain: 0, day: 14, ownDay: 164, zeros: 165, money: 166, monthWord: 167 } as const;
const order = Object.keys(styles) as (keyof typeof styles)[];

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** The parts of a workbook as spreadsheets write them; `inline`: with texts in the cells, as many programs do. */
export function bookParts(
  sheets: readonly BookSheet[],
  { is1904 = false, inline = false } = {},
): Record<string, string> {
  const strings: string[] = [];
  const text = (value: string): string => {
    if (inline) return `t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    strings.push(value);
    return `t="s"><v>${strings.length - 1}</v></c>`;
  };
  const cell = (one: BookCell, row: number, column: number): string => {
    if (one === null || one === '') return '';
    const begin = `<c r="${letters(column)}${row}"`;
    if (typeof one === 'string') return `${begin} ${text(one)}`;
    const { value, type, style, formula } = typeof one === 'number' ? { value: one } : one;
    const attributes = (style ? ` s="${order.indexOf(style)}"` : '') + (type ? ` t="${type}"` : '');
    const inner =
      (formula ? `<f>${escaped(formula)}</f>` : '') + (value === undefined ? '' : `<v>${escaped(String(value))}</v>`);
    return `${begin}${attributes}>${inner}</c>`;
  };
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const documents = sheets.map(({ rows, hiddenRows = [] }) => {
    const all = rows.map((cells, at) => {
      const inside = cells.map((one, column) => cell(one, at + 1, column)).join('');
      return `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${inside}</row>`;
    });
    return `<worksheet xmlns="${main}"><sheetData>${all.join('')}</sheetData></worksheet>`;
  });
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packages}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}">${sheets
      .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relation('rId90', 'styles', 'styles.xml')}${inline ? '' : relation('rId91', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;d&quot;;[Red]\\-#,##0.00"/><numFmt numFmtId="167" formatCode="[$-407]d/\\ mmmm\\ yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${Object.values(
      styles,
    )
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...(inline
      ? {}
      : {
          'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((one) => `<si><t xml:space="preserve">${escaped(one)}</t></si>`).join('')}</sst>`,
        }),
    ...Object.fromEntries(documents.map((one, at) => [`xl/worksheets/sheet${at + 1}.xml`, one])),
  };
}

/** Parts as the archive that a workbook is. */
export const packed = (parts: Record<string, string | Uint8Array>): Buffer => {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) files[name] = typeof part === 'string' ? strToU8(part) : part;
  return Buffer.from(zipSync(files, { level: 1, mtime: '2026-08-20T08:00:00' }));
};

/** A workbook of one sheet. */
export const book = (rows: BookSheet['rows'], options: Parameters<typeof bookParts>[1] = {}): Buffer =>
  packed(bookParts([{ name: 'Tabelle1', rows }], options));
