import { text as consentText } from '../../consents/text.ts';
import type { Language } from '../../language.ts';
import { html, page } from '../../pages/html.ts';
import { type Day, writtenDay } from '../../time.ts';
import type { Person } from '../rules.ts';
import { type ClassNumbers, calledTeachers, purposesOf } from './rules.ts';
import { text } from './text.ts';

interface ClassSheet {
  language: Language;
  school: string;
  today: Day;
  numbers: ClassNumbers;
  children: readonly Person[];
}

/** One sheet for the class teacher: who is in the class, whose consent and whose own password is there; nothing secret. */
export function classPage({ language, school, today, numbers, children }: ClassSheet): string {
  const say = text[language].show;
  const { students, consented, passwordsChanged } = numbers;
  const title = say.heading(numbers.class ?? '');
  const [called, purposes] = [calledTeachers(numbers), purposesOf(children)];
  const [, family, given, , password] = say.columns;
  const columns = [family, given, ...purposes.map((one) => (one === 'terms' ? say.terms : one)), password];
  const states = consentText[language].states;
  return page({
    language,
    title,
    style: 'td { font-size: 9.5pt; } footer { margin-top: 6mm; font-size: 8.5pt; color: #444; }',
    body: html`<h1>${title}</h1>
<p>${called === '' ? '' : say.teachers(called)}</p>
<p>${say.numbers(students, consented, passwordsChanged)}</p>
<table>
<thead><tr>${columns.map((column) => html`<th>${column ?? ''}</th>`)}</tr></thead>
<tbody>
${children.map(
  (child) => html`<tr><td>${child.familyName}</td><td>${child.givenName}</td>${purposes.map(
    (purpose) => html`<td>${child.consent[purpose] ? states[child.consent[purpose]] : ''}</td>`,
  )}<td>${say.passwords[child.password.state]}</td></tr>
`,
)}</tbody>
</table>
<footer>${say.printed(school, writtenDay(language, today))}</footer>
`,
  });
}
