import type { Language } from '../../language.ts';
import { html, page } from '../../pages/html.ts';
import { type Day, writtenDay } from '../../time.ts';
import type { Todo } from './rules.ts';
import { pageText, text } from './text.ts';

const style = `
section { break-after: page; }
section:last-child { break-after: auto; }
td:last-child, th:last-child { width: 20mm; }
footer { margin-top: 6mm; font-size: 8.5pt; color: #444; }
`;

/** What is to be done in IServ, a sheet for each class, to be ticked off. */
export function todoPage(facts: { language: Language; today: Day; todos: readonly Todo[] }): string {
  const { language, today, todos } = facts;
  const say = pageText[language];
  const words = text[language];
  const classes = [...new Set(todos.map((todo) => todo.class))];
  const sections = classes.map(
    (name) => html`<section>
<h1>${say.of(name === null ? say.others : say.class(name))}</h1>
<table>
<thead><tr>${say.columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
<tbody>
${todos
  .filter((todo) => todo.class === name)
  .map(
    (
      todo,
    ) => html`<tr><td>${todo.account}</td><td>${nameOf(todo)}</td><td>${words.tasks[todo.what]}</td><td>${todo.to}</td><td>${words.causes[todo.because]}</td><td></td></tr>
`,
  )}</tbody>
</table>
<footer>${say.printed(writtenDay(language, today))}</footer>
</section>
`,
  );
  return page({ language, title: say.title, style, body: html`${sections}` });
}

/** Family name first, as lists of a class have it; nothing of whom only the account is known. */
export const nameOf = ({ givenName, familyName }: Todo): string =>
  [familyName, givenName].filter((part) => part !== null && part !== '').join(', ');
