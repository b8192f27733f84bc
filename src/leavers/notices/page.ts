import type { Language } from '../../language.ts';
import { html, page } from '../../pages/html.ts';
import { type Day, writtenDay } from '../../time.ts';
import type { Leaver } from '../store.ts';
import { pageText } from '../text.ts';

const style = `
section { break-after: page; }
section:last-child { break-after: auto; }
p { margin: 0 0 4mm; }
td:last-child, th:last-child { width: 32mm; }
footer { margin-top: 6mm; font-size: 8.5pt; color: #444; }
`;

/** One sheet for each class, with who must save their files and until when, for the class teacher to tell and tick off. */
export function noticePage(facts: {
  language: Language;
  school: string;
  today: Day;
  people: readonly Leaver[];
}): string {
  const { language, school, today, people } = facts;
  const say = pageText[language];
  const on = (day: Day) => writtenDay(language, day);
  const sections = [...grouped(language, people)].map(
    ([group, leavers]) => html`<section>
<h1>${say.of(group)}</h1>
<p>${say.what(school)}</p>
<table>
<thead><tr>${say.columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
<tbody>
${leavers.map(
  (
    leaver,
  ) => html`<tr><td>${leaver.familyName}, ${leaver.givenName}</td><td>${leaver.account}</td><td>${on(leaver.lockedFrom)}</td><td>${on(leaver.deletedOn)}</td><td></td></tr>
`,
)}</tbody>
</table>
<footer>${say.printed(on(today))}</footer>
</section>
`,
  );
  return page({ language, title: say.title, style, body: html`${sections}` });
}

/** By class as schools sort them (5a, 10a), then who has none, then the guardians; by name within each. */
function grouped(language: Language, people: readonly Leaver[]): Map<string, Leaver[]> {
  const say = pageText[language];
  const sorted = [...people].sort(
    (one, other) =>
      Number(one.role === 'guardian') - Number(other.role === 'guardian') ||
      Number(one.class === null) - Number(other.class === null) ||
      (one.class ?? '').localeCompare(other.class ?? '', language, { numeric: true }) ||
      `${one.familyName} ${one.givenName}`.localeCompare(`${other.familyName} ${other.givenName}`, language),
  );
  const groups = new Map<string, Leaver[]>();
  for (const leaver of sorted) {
    const group =
      leaver.role === 'guardian' ? say.guardians : leaver.class === null ? say.others : say.class(leaver.class);
    groups.set(group, [...(groups.get(group) ?? []), leaver]);
  }
  return groups;
}
