import { posix } from 'node:path';
import { workbookDamaged } from './failures.ts';
import { rowsOf, type SheetRow } from './sheet.ts';
import { Strings } from './strings.ts';
import { type Style, Styles } from './styles.ts';
import { attributeOf, type Listener, readWholeXml } from './xml.ts';
import { type Entry, unpacked } from './zip.ts';

/** A sheet with cells, in the order of the workbook. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its part of the archive. */
  readonly part: string;
}

/** What a zip archive is, as far as it concerns a list. */
export type ArchiveKind = 'workbook' | 'binary-spreadsheet' | 'open-document' | 'document' | 'archive';

/** A part that others refer to, by the last word of its kind: `worksheet`, `sharedStrings`. */
interface Relation {
  readonly kind: string;
  readonly target: string;
}

/**
 * A workbook of the Office Open XML kind (ECMA-376), as .xlsx and .xlsm have it. Only what cells say is read: shared
 * texts and formats of numbers once, rows one after the other.
 */
export class Workbook {
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904, as old Macs did. */
  readonly is1904: boolean;
  private readonly file: string;
  private readonly bytes: Buffer;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly relations: ReadonlyMap<string, Relation>;
  private shared: { styles: readonly Style[]; strings: readonly string[] } | undefined;

  /** @throws Failure `workbook-damaged`, `workbook-too-big`, `workbook-has-dtd` */
  constructor(file: string, bytes: Buffer, entries: ReadonlyMap<string, Entry>) {
    this.file = file;
    this.bytes = bytes;
    this.entries = entries;
    const part = mainPart(entries, (name, listener) => this.read(name, listener)) ?? '';
    this.relations = relationsOf(part, (name, listener) => this.read(name, listener));
    const sheets: Sheet[] = [];
    let is1904 = false;
    this.read(part, {
      opened: (name, attributes) => {
        if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
        if (name !== 'sheet') return;
        const relation = this.relations.get(attributeOf(attributes, 'id') ?? '');
        if (relation?.kind !== 'worksheet') return;
        const isHidden = (attributes.state ?? 'visible') !== 'visible';
        sheets.push({ name: (attributes.name ?? '').trim(), isHidden, part: relation.target });
      },
    });
    if (sheets.length === 0) throw workbookDamaged({ file });
    this.sheets = sheets;
    this.is1904 = is1904;
  }

  /** The rows of a sheet that have something in them, some at a time. */
  rows(sheet: Sheet): Generator<SheetRow[]> {
    this.shared ??= { styles: this.styles(), strings: this.strings() };
    const { styles, strings } = this.shared;
    return rowsOf(this.pieces(sheet.part), this.file, styles, { strings, is1904: this.is1904 });
  }

  /** Whether anything stands in a sheet; no more of it is read than that takes. */
  hasRows(sheet: Sheet): boolean {
    for (const _ of this.rows(sheet)) return true;
    return false;
  }

  private styles(): readonly Style[] {
    const styles = new Styles();
    const part = this.partOf('styles');
    if (part) this.read(part, styles);
    return styles.all;
  }

  private strings(): readonly string[] {
    const strings = new Strings(this.file);
    const part = this.partOf('sharedStrings');
    if (part) this.read(part, strings);
    return strings.all;
  }

  private partOf(kind: string): string | undefined {
    return [...this.relations.values()].find((relation) => relation.kind === kind)?.target;
  }

  private read(part: string, listener: Listener): void {
    readWholeXml(this.pieces(part), this.file, listener);
  }

  private pieces(part: string): Iterable<Uint8Array> {
    const entry = this.entries.get(part.toLowerCase());
    if (!entry) throw workbookDamaged({ file: this.file });
    return unpacked(this.bytes, entry, this.file);
  }
}

type Read = (part: string, listener: Listener) => void;

/** The part that lists the sheets, by the relations of the whole; where they say nothing, where programs put it. */
function mainPart(entries: ReadonlyMap<string, Entry>, read: Read): string | undefined {
  const root = entries.has('_rels/.rels') ? relationsOf('', read) : new Map<string, Relation>();
  return [...root.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
}

/** What a part refers to, by the names that it has for it. */
function relationsOf(part: string, read: Read): Map<string, Relation> {
  const folder = posix.dirname(part);
  const relations = new Map<string, Relation>();
  read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    opened: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

/** What an archive holds, by the names of its parts. */
export function archiveKind(entries: ReadonlyMap<string, Entry>): ArchiveKind {
  if (entries.has('content.xml') && entries.has('meta-inf/manifest.xml')) return 'open-document';
  if (!entries.has('[content_types].xml')) return 'archive';
  const names = [...entries.keys()];
  if (names.some((name) => name.endsWith('workbook.bin'))) return 'binary-spreadsheet';
  if (names.some((name) => name.endsWith('workbook.xml'))) return 'workbook';
  return names.some((name) => /^(?:word|ppt)\//.test(name)) ? 'document' : 'archive';
}
