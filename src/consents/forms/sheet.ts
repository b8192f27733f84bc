import type { Language } from '../../language.ts';
import { type Html, html, page } from '../../pages/html.ts';
import { writtenDay } from '../../time.ts';
import type { Purpose } from '../rules.ts';
import { termsTitle } from '../text.ts';
import type { Asked, Forms } from './forms.ts';
import { text } from './text.ts';

const style = `
@page { size: A4 landscape; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
.sheet table { font-size: 9pt; }
td { white-space: nowrap; }
td:first-child { white-space: normal; width: 35%; overflow-wrap: anywhere; }
td small { display: block; color: #333; }
.box { display: inline-block; width: 3.2mm; height: 3.2mm; border: 0.3mm solid #000; margin-right: 1.5mm; vertical-align: -0.4mm; }
`;

/** The list to tick off, a page for each class: who signs, and how each consent stands. */
export function sheetPage(language: Language, forms: Forms): string {
  const say = text[language];
  const classes = new Map<string | null, Asked[]>();
  for (const person of forms.people) classes.set(person.class, [...(classes.get(person.class) ?? []), person]);
  const sections = [...classes].map(([name, people]) => sheetHtml(language, forms, name, people));
  return page({ language, title: say.title, style, body: html`${sections}` });
}

function sheetHtml(language: Language, forms: Forms, name: string | null, people: readonly Asked[]): Html {
  const say = text[language];
  const asked = forms.purposes.filter((purpose) => people.some(({ states }) => purpose.name in states));
  const columns = [
    `${say.name}, ${say.account}`,
    say.signs,
    ...asked.map((purpose) => (purpose.name === 'terms' ? termsTitle[language] : purpose.title)),
  ];
  return html`<section class="sheet">
<h1>${name === null ? say.sheetOthers : say.sheetTitle(name)}</h1>
<p>${forms.school}. ${say.sheetNote(writtenDay(language, forms.today))}</p>
<table>
<thead><tr>${columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
<tbody>
${people.map((person) => rowHtml(language, asked, person))}</tbody>
</table>
</section>
`;
}

function rowHtml(language: Language, asked: readonly Purpose[], person: Asked): Html {
  const say = text[language];
  const states = asked.map(({ name }) => {
    const state = person.states[name];
    if (state === undefined) return html`<td>—</td>`;
    const box = state === 'complete' ? '' : html`<span class="box"></span>`;
    return html`<td>${box}${say.states[state]}</td>`;
  });
  return html`<tr><td>${person.familyName}, ${person.givenName}<small>${person.account}</small></td><td>${say.signShort[person.signers]}</td>${states}</tr>\n`;
}
