import { clean } from '../../csv/cells.ts';
import { spoiledBy } from '../../csv/dress.ts';
import { sameName } from '../../csv/header.ts';
import type { CsvRecord } from '../../csv/records.ts';
import type { Field } from '../formats/fields.ts';
import { isHeading } from './header.ts';
import type { Layout } from './layout.ts';

/** Lines of a list that are no people. */
const leftOutKinds = ['title', 'header', 'total', 'comment', 'separator', 'second-enrolment', 'repeated'] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];

/** What totals are called, in a word of their own or behind a number: `Gesamt: 3`, `3 Datensätze`, `Schülerzahl`. */
const total =
  /^(?:(?:end|zwischen|gesamt|teil)?summen?|gesamt(?:zahl|anzahl)?|insgesamt|total|anzahl|count|sum)(?![\p{L}])|^(?:\d+\s+)?(?:datens[aä]tze?|sch[uü]ler(?:\/?innen|zahl|in)?|sus|kinder|personen|eintr[aä]ge?|zeilen|rows|records|pupils|students)(?![\p{L}])[\s:.]*\d*\s*(?:und .*)?$/iu;
/** What lines between the people are about: `Klasse 5a`, `Stand: 25.11.2026`, `Seite 1 von 3`. */
const title =
  /^(?:klassen?|stufe|jahrgang|jahrgangsstufe|kurs|gruppe|schuljahr|stand|datum|seite|blatt|page|class|klassenlehrer(?:in)?|klassenleitung|erstellt|gedruckt|ausdruck)(?![\p{L}]).*[\d:]/iu;
const number = /^\d+(?:[.,]\d+)?\s*%?$/;
const className = /^(?:klasse\s*)?\d{1,2}\s?[a-z]$/i;
const line = /^[-=_*~.–—+]+$/;
const unit =
  /^[([]?(?:TT[.\-/]?MM[.\-/]?JJ(?:JJ)?|DD[.\-/]?MM[.\-/]?YY(?:YY)?|YYYY-MM-DD|JJJJ-MM-TT|text|string|zahl|ganzzahl|number|int(?:eger)?|datum|date|varchar.*|char.*|pflicht(?:feld)?|optional|max\.? ?\d+.*|z\. ?B\..*|bsp\.?.*)[)\]]?$/i;

/** Whether a cell that should be a name is a heading, or says what a name must look like. */
const isNoName = (cell: string) => isHeading(cell) || unit.test(cell.trim());

const nameFields: readonly Field[] = ['givenName', 'familyName', 'callName', 'fullName'];

/** Whether a record is no person, and what instead; where it could be one, it is one, and its faults are named. */
export function leftOutBy({ columns, names }: Layout): (record: CsvRecord) => LeftOutKind | undefined {
  const of = (fields: readonly Field[]) =>
    new Set(columns.flat().flatMap(({ field, index }) => (fields.includes(field) ? [index] : [])));
  const nameAt = of(nameFields);
  const keyAt = of(['importId', 'account', 'childId']);

  return ({ cells: raw, open, stray }) => {
    if (open || stray) return undefined;
    const first = raw[0] ?? '';
    if (first.startsWith('#') && !spoiledBy(first.trim())) return 'comment';
    let filled = 0;
    let lettered = false;
    for (let index = 0; index < raw.length; index++) {
      if (raw[index] === '') continue;
      filled++;
      lettered ||= nameAt.has(index) && /\p{L}{2}/u.test(raw[index] as string);
    }
    // Nearly all lines: a person with a name, in more than two cells.
    if (filled > 2 && lettered && !isNoName(raw[[...nameAt][0] ?? 0] ?? '') && !title.test(first)) return undefined;

    const cells = raw.map(clean).flatMap((cell, index) => (cell === '' ? [] : [{ cell, index }]));
    if (cells.length === 0) return undefined;
    if (cells.every(({ cell }) => line.test(cell))) return 'separator';
    if (cells.length > 1 && cells.every(({ cell, index }) => sameName(cell, names[index] ?? '') || isHeading(cell))) {
      return 'header';
    }
    if (cells.every(({ cell }) => unit.test(cell))) return 'header';
    const counted = cells.filter(({ cell }) => total.test(cell));
    const told = cells.filter(({ cell }) => title.test(cell) || className.test(cell));
    const rest = cells.filter(({ cell }) => !total.test(cell) && !title.test(cell) && !className.test(cell));
    const saysNobody = !cells.some(({ cell, index }) => keyAt.has(index) && number.test(cell));
    if (counted.length > 0 && saysNobody && rest.every(({ cell }) => number.test(cell))) return 'total';
    const begin = cells[0];
    if (begin && title.test(begin.cell) && (keyAt.has(begin.index) || nameAt.has(begin.index))) return 'title';
    if (cells.length > 1 || !begin) return undefined;
    if (told.length > 0) return 'title';
    if (nameAt.has(begin.index)) return /[\d:]/.test(begin.cell) ? 'title' : undefined;
    return /[\s:]/.test(begin.cell) && /\p{L}/u.test(begin.cell) ? 'title' : undefined;
  };
}

/** Which lines were left out, and why; all are counted, the first hundred of a kind known by number. */
export class LeftOut {
  /** A line that somebody wants to know about, and what it was. */
  watched = 0;
  private watchedKind: LeftOutKind | undefined;
  readonly counts = new Map<LeftOutKind, { count: number; lines: number[] }>();

  kindOf(line: number): LeftOutKind | undefined {
    return line === this.watched ? this.watchedKind : undefined;
  }

  add(kind: LeftOutKind, line: number): void {
    const found = this.counts.get(kind) ?? { count: 0, lines: [] };
    found.count += 1;
    if (found.lines.length < 100) found.lines.push(line);
    if (line === this.watched) this.watchedKind = kind;
    this.counts.set(kind, found);
  }
}
