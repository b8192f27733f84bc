import type { App } from '../../app.ts';
import { writePrivately } from '../../files.ts';
import { count, type Language, listed, number } from '../../language.ts';
import { html, page } from '../../pages/html.ts';
import { schoolLanguage, schoolName } from '../../settings/school.ts';
import { settingValue, typedSetting } from '../../settings/settings.ts';
import { type RetentionTerm, retentionTerms, type Subject } from '../../subject.ts';
import { Command, examples } from '../../terminal/command.ts';
import { table, warning } from '../../terminal/view.ts';
import { writtenDay } from '../../time.ts';
import { text } from './text.ts';

export function retention(app: App, subjects: readonly Subject[]) {
  const say = app.say(text);

  return new Command('retention')
    .description(say.summary)
    .option('--out <file>', say.out)
    .addHelpText('after', examples(app.language, 'retention', 'retention --out retention.html', 'retention --json'))
    .action(async ({ out }) => {
      const kept = (await retentionTerms(subjects)).map((term) => described(app, term));
      const facts = kept.map(({ term: _, ...one }) => one);
      if (out !== undefined) {
        const file = app.path(out);
        writePrivately(file, [retentionPage(app, kept)]);
        return app.show({ file, kept: facts }, [say.done(file)]);
      }
      const late = kept.filter(({ overdue }) => overdue > 0).map(({ term }) => app.say(term.name));
      await app.show(facts, () => [
        table(
          say.columns,
          kept.map((one) => cellsOf(app.language, one)),
        ),
        late.length === 0 ? say.nothingOverdue : warning(say.overdue(listed(app.language, late))),
      ]);
    });
}

type Kept = ReturnType<typeof described>;

/** One kind of data as scripts see it, with the term that it was made from. */
function described(app: App, term: RetentionTerm) {
  const { kind, tables, setting, removedBy } = term;
  const days = setting ? typedSetting(app.db, setting) : null;
  const words = {
    name: app.say(term.name),
    purpose: app.say(term.purpose),
    keptUntil: app.say(term.term),
    source: app.say(term.source),
  };
  const overdue = term.overdue?.(app, app.moment.today) ?? 0;
  return {
    kind,
    ...words,
    tables,
    setting: setting?.key ?? null,
    days,
    removedBy,
    now: term.count(app),
    overdue,
    term,
  };
}

function cellsOf(language: Language, { term, days, setting, removedBy, now, overdue }: Kept): string[] {
  const until = days === null ? term.term[language] : `${written(language, days)} ${term.term[language]}`;
  const source = setting === null ? term.source[language] : `${term.source[language]} (${setting})`;
  const counts = [now, overdue].map((one) => number(language, one));
  return [term.name[language], term.purpose[language], until, source, removedBy ?? '—', ...counts];
}

/** What a setting says, as people say it: `180` and `42d` are days; an anchor in the year stays as it was typed. */
function written(language: Language, typed: string): string {
  const [, days] = /^(\d+)d?$/.exec(typed) ?? [];
  if (days === undefined) return `${typed},`;
  return language === 'de' ? count('de', Number(days), 'Tag', 'Tage') : count('en', Number(days), 'day', 'days');
}

function retentionPage(app: App, kept: readonly Kept[]): string {
  const language = settingValue(app.db, schoolLanguage);
  const say = text[language];
  return page({
    language,
    title: say.title,
    style: 'td { font-size: 9pt; overflow-wrap: anywhere; }',
    body: html`<h1>${say.title}</h1>
<p>${say.prepared(settingValue(app.db, schoolName), writtenDay(language, app.moment.today))}</p>
<table>
<thead><tr>${say.columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
<tbody>
${kept.map((one) => html`<tr>${cellsOf(language, one).map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>`,
  });
}
