/** How the number in a cell is shown, as far as it changes what is meant: as a day, or filled up with zeros. */
export type Style = 'plain' | 'day' | { readonly zeros: number };

/** The numbers of formats that every program knows as those of a day (ECMA-376 part 1, 18.8.30). */
const isKnownDay = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** What a format of a workbook makes of a number: the first of its sections, without colours and words in it. */
function styleOf(id: number, code: string | undefined): Style {
  if (code === undefined) return isKnownDay(id) ? 'day' : 'plain';
  const [section = ''] = code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '').split(';');
  if (/^general$/i.test(section.trim())) return 'plain';
  if (/[yd]|mmm/i.test(section)) return 'day';
  return /^0{2,}$/.test(section.trim()) ? { zeros: section.trim().length } : 'plain';
}

/** Takes the styles of a workbook in from its document: one for each number that cells have. */
export class Styles {
  readonly all: Style[] = [];
  private readonly codes = new Map<number, string>();
  private isOfCells = false;

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'cellXfs') this.isOfCells = true;
    const id = Number(attributes.numFmtId ?? 0);
    if (name === 'numFmt') this.codes.set(id, attributes.formatCode ?? '');
    if (name === 'xf' && this.isOfCells) this.all.push(styleOf(id, this.codes.get(id)));
  }

  closed(name: string): void {
    if (name === 'cellXfs') this.isOfCells = false;
  }
}
