import type { Act } from '../../act.ts';
import { type Language, number } from '../../language.ts';
import type { Kept, ReportPart, Section, Source } from '../../subject.ts';
import { type Day, type Instant, writtenDay, writtenInstant } from '../../time.ts';
import { roleNames, statusNames } from '../../users/text.ts';
import { text } from './text.ts';

/** A section as people read it: a table with a line for each entry, or a list of facts for each. */
export interface WrittenSection {
  title: string;
  source: string;
  kept: string;
  /** Null where each entry is a list of facts. */
  columns: string[] | null;
  /** The cells of each line, or the label and the words of each fact. */
  entries: string[][][];
}

/** The names of all sections, keys and codes in one language, from all parts of the report. */
export interface Vocabulary {
  titles: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  tables: readonly string[];
}

export function vocabularyOf(language: Language, parts: readonly ReportPart[], acts: readonly Act[]): Vocabulary {
  const words = parts.map((part) => part.words[language]);
  const values: Record<string, Record<string, string>> = {
    role: roleNames[language],
    status: statusNames[language],
    act: Object.fromEntries(acts.map((act) => [act.code, act.words[language]])),
  };
  for (const [key, codes] of words.flatMap((one) => Object.entries(one.values ?? {}))) {
    values[key] = { ...values[key], ...codes };
  }
  return {
    titles: Object.assign({}, ...words.map(({ titles }) => titles)),
    labels: Object.assign({}, ...words.map(({ labels }) => labels)),
    values: { ...values, acts: values.act ?? {} },
    tables: parts.flatMap(({ tables = [] }) => tables),
  };
}

export function writtenSection(
  language: Language,
  vocabulary: Vocabulary,
  { section, source, keptUntil, entries }: Section,
): WrittenSection {
  const say = text[language];
  const { titles, labels, tables } = vocabulary;
  const words = wordsOf(language, vocabulary);
  const label = (key: string) => capital(labels[key] ?? key);
  const isFilled = (key: string) => entries.some((entry) => !isEmpty(entry[key]));
  const columns = tables.includes(section) ? Object.keys(entries[0] ?? {}).filter(isFilled) : null;
  return {
    title: titles[section] ?? section,
    source: say.source(writtenSource(language, source)),
    kept: say.kept(writtenKept(language, keptUntil)),
    columns: columns?.map(label) ?? null,
    entries: entries.map((entry) =>
      columns
        ? [columns.map((key) => words(key, entry[key]))]
        : Object.entries(entry)
            .filter(([, value]) => !isEmpty(value))
            .map(([key, value]) => [label(key), words(key, value)]),
    ),
  };
}

function writtenSource(language: Language, { kind, name }: Source): string {
  return text[language].sources[kind] + (name === null ? '' : ` (${name})`);
}

function writtenKept(language: Language, { rule, days, deletedOn }: Kept): string {
  const say = text[language];
  if (rule === 'with-child') return say.withChild;
  return say.rules[rule](number(language, days ?? 0)) + say.untilDeletion(deletedOn && writtenDay(language, deletedOn));
}

/** A value in words: days and moments as people write them, a change with an arrow, known codes by their names. */
function wordsOf(language: Language, { labels, values }: Vocabulary) {
  const say = text[language];
  const written = (key: string, value: string): string => {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return writtenDay(language, value as Day);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return writtenInstant(language, value as Instant);
    return values[key]?.[value] ?? value;
  };
  const words = (key: string, value: unknown): string => {
    if (isEmpty(value)) return key === 'facts' && value === null ? say.erased : '';
    if (typeof value === 'boolean') return value ? say.yes : say.no;
    if (typeof value === 'string') return written(key, value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (Array.isArray(value)) return value.map((one) => words(key, one)).join(', ');
    if (isChange(value)) {
      const side = (one: unknown) => words(key, one) || '—';
      return `${side(value.from)} → ${side(value.to)}`;
    }
    return Object.entries(value)
      .filter(([, one]) => !isEmpty(one))
      .map(([name, one]) => `${labels[name] ?? name}: ${words(name, one)}`)
      .join('; ');
  };
  return words;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const isChange = (value: object): value is { from: unknown; to: unknown } =>
  Object.keys(value).sort().join() === 'from,to';

const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
