import type { App } from '../../app.ts';
import { type Day, writtenDay } from '../../time.ts';
import type { Changes } from '../planning/columns.ts';
import { text } from './text.ts';

/** What changed, field by field: `class: 5a → 6a; e-mail: nothing → a@b.example`. */
export function changesText(app: App, changes: Changes): string {
  const say = app.say(text);
  const value = (one: unknown): string => {
    if (one === null || one === undefined || (Array.isArray(one) && one.length === 0)) return say.nothing;
    if (Array.isArray(one)) return one.join(', ');
    if (typeof one === 'object') return writtenDay(app.language, (one as { leftOn: Day }).leftOn);
    return /^\d{4}-\d\d-\d\d$/.test(String(one)) ? writtenDay(app.language, one as Day) : String(one);
  };
  return Object.entries(changes)
    .map(([field, { from, to }]) => say.change(field, value(from), value(to)))
    .join('; ');
}
