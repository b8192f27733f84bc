import type { Language } from '../language.ts';
import { type Instant, schoolDay, writtenDay, writtenInstant } from '../time.ts';
import type { Kind } from './rules.ts';

/** The last moment for an answer as people write it: of a breach with the hour. */
export const writtenDue = (language: Language, kind: Kind, dueAt: Instant): string =>
  kind === 'breach' ? writtenInstant(language, dueAt) : writtenDay(language, schoolDay(new Date(dueAt)));
