import { type Language, number } from '../../language.ts';
import { clauseCodes, clauses } from '../../terms/clauses.ts';
import { type Day, type Instant, writtenDay, writtenInstant } from '../../time.ts';
import { roleNames, statusNames } from '../../users/text.ts';
import type { Kept, Section, SectionName, Source } from './report.ts';
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

/** Sections whose entries are many and short. */
const tables: readonly SectionName[] = ['groups', 'family', 'rosterRuns', 'log'];

export function writtenSection(language: Language, { section, source, keptUntil, entries }: Section): WrittenSection {
  const say = text[language];
  const label = (key: string) => capital(say.labels[key] ?? key);
  const isTable = tables.includes(section);
  const isFilled = (key: string) => entries.some((entry) => !isEmpty(entry[key]));
  const columns = isTable ? Object.keys(entries[0] ?? {}).filter(isFilled) : null;
  return {
    title: say.sections[section],
    source: say.source(writtenSource(language, source)),
    kept: say.kept(writtenKept(language, keptUntil)),
    columns: columns?.map(label) ?? null,
    entries: entries.map((entry) =>
      columns
        ? [columns.map((key) => words(language, key, entry[key]))]
        : Object.entries(entry)
            .filter(([, value]) => !isEmpty(value))
            .map(([key, value]) => [label(key), words(language, key, value)]),
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
function words(language: Language, key: string, value: unknown): string {
  const say = text[language];
  if (isEmpty(value)) return key === 'facts' && value === null ? say.erased : '';
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'string') return writtenText(language, key, value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map((one) => words(language, key, one)).join(', ');
  if (isChange(value)) {
    const side = (one: unknown) => words(language, key, one) || '—';
    return `${side(value.from)} → ${side(value.to)}`;
  }
  return Object.entries(value)
    .filter(([, one]) => !isEmpty(one))
    .map(([name, one]) => `${say.labels[name] ?? name}: ${words(language, name, one)}`)
    .join('; ');
}

function writtenText(language: Language, key: string, value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return writtenDay(language, value as Day);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return writtenInstant(language, value as Instant);
  const clause = key === 'clause' && clauseCodes.find((code) => code === value);
  if (clause) return clauses[clause].rule[language];
  const named: Record<string, Record<string, string>> = {
    ...text[language].values,
    role: roleNames[language],
    status: statusNames[language],
  };
  return named[key]?.[value] ?? value;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const isChange = (value: object): value is { from: unknown; to: unknown } =>
  Object.keys(value).sort().join() === 'from,to';

const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
