import type { Language } from '../language.ts';
import { html, page } from '../pages/html.ts';
import { type Day, writtenDay } from '../time.ts';
import type { Module, Notice } from './rules.ts';
import { text } from './text.ts';

const style = `
td:last-child, th:last-child { width: 40mm; }
footer { margin-top: 6mm; font-size: 8.5pt; color: #444; }
`;

/** What is enabled, and what is not any more since users were last told; without who decided it. */
export function modulePage(facts: {
  language: Language;
  school: string;
  today: Day;
  modules: readonly Module[];
  told: Notice | undefined;
}): string {
  const { language, school, today, modules, told } = facts;
  const say = text[language].page;
  const on = (day: Day) => writtenDay(language, day);
  const rows = (cells: readonly (readonly [string, Day])[]) =>
    cells.map(([name, day]) => html`<tr><td>${name}</td><td>${on(day)}</td></tr>\n`);
  const enabled = modules.filter(({ disabled }) => disabled === null);
  const gone = told
    ? modules.flatMap(({ name, disabled }) =>
        disabled && disabled.at > told.recordedAt ? [[name, disabled.on] as const] : [],
      )
    : [];
  const tableOf = (columns: readonly string[], cells: readonly (readonly [string, Day])[]) => html`<table>
<thead><tr>${columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
<tbody>
${rows(cells)}</tbody>
</table>`;
  return page({
    language,
    title: say.title(school),
    style,
    body: html`<h1>${say.title(school)}</h1>
<p>${say.lead}</p>
${
  enabled.length === 0
    ? html`<p>${say.none}</p>`
    : tableOf(
        say.columns,
        enabled.map(({ name, since }) => [name, since] as const),
      )
}
${
  gone.length === 0
    ? ''
    : html`<h2>${say.gone}</h2>
${tableOf(say.goneColumns, gone)}`
}
<footer>${say.printed(school, on(today))}</footer>`,
  });
}
