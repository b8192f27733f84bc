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

/** What a page of notices is made from. */
interface Notices {
  language: Language;
  school: string;
  today: Day;
  people: readonly Leaver[];
}

/** One sheet for each class, with who must save their files and until when, for the class teacher to tell and tick off. */
export function noticePage({ language, school, today, people }: Notices): string {
  const say = pageText[language];
  const on = (day: Day) => writtenDay(language, day);
  const sections = [...grouped(language, people)].map(
    ([group, leavers]) => html`<section>
<h1>${say.of(group)}</h1>
<p>${say.what(school)}</p>
<p>${say.iserv}</p>
<table>
<thead><tr>${say.columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
<tbody>
${leavers.map((leaver) => {
  const locked = leaver.lockedFrom <= today ? say.isLocked : on(leaver.lockedFrom);
  const deleted = isStopped(leaver) ? '—' : on(leaver.deletableFrom);
  const name = [leaver.familyName, leaver.givenName].filter(Boolean).join(', ');
  return html`<tr><td>${name}</td><td>${leaver.account}</td><td>${locked}</td><td>${deleted}</td><td>${ownWords(language, leaver, today)}</td><td></td></tr>
`;
})}</tbody>
</table>
<footer>${say.printed(on(today))}</footer>
</section>
`,
  );
  return page({ language, title: say.title, style, body: html`${sections}` });
}

/** A letter to each person. */
export function letterPage({ language, school, today, people }: Notices): string {
  const say = pageText[language];
  const on = (day: Day) => writtenDay(language, day);
  const letters = [...grouped(language, people).values()].flat().map((leaver) => {
    const { account, lockedFrom, deletableFrom } = leaver;
    const what = isStopped(leaver)
      ? say.letterWaits(account, school)
      : lockedFrom <= today
        ? say.letterLocked(account, school, on(deletableFrom))
        : say.letter(account, school, on(lockedFrom), on(deletableFrom));
    const own = ownWords(language, leaver, today);
    return html`<section>
<h1>${say.title}</h1>
<p>${say.dear(`${leaver.givenName} ${leaver.familyName}`.trim())}</p>
<p>${what}</p>
${
  own === ''
    ? ''
    : html`<p>${own}</p>
`
}<p>${say.save}</p>
<p>${say.iserv}</p>
<footer>${say.signed(school, on(today))}</footer>
</section>
`;
  });
  return page({ language, title: say.title, style, body: html`${letters}` });
}

/** Whether something else than telling stands against the deletion, so that no day can be named. */
const isStopped = ({ waitsFor }: Leaver): boolean => waitsFor.some((one) => one !== 'not-told');

/** What somebody must know besides: that the deletion is on hold, or whom to ask, because who can't log in can't save files. */
export function ownWords(language: Language, leaver: Leaver, today: Day): string {
  const say = pageText[language];
  if (leaver.hold) return say.onHold;
  if (isStopped(leaver)) return say.waits;
  const cantLogIn = leaver.status === 'suspended' || leaver.lockedFrom <= today;
  return cantLogIn ? say.cantLogIn(writtenDay(language, leaver.deletableFrom)) : '';
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
