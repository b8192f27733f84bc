import type { Language } from '../../language.ts';
import { type Html, html, page } from '../../pages/html.ts';
import { writtenDay } from '../../time.ts';
import type { Purpose } from '../rules.ts';
import { termsTitle } from '../text.ts';
import type { Asked, Forms } from './forms.ts';
import { text } from './text.ts';

const style = `
.form { break-after: page; }
.form:last-child { break-after: auto; }
.school { text-align: right; color: #333; margin: 0 0 6mm; }
.who { display: grid; grid-template-columns: 40mm 1fr; gap: 1mm 3mm; margin: 0 0 6mm; }
.who dt { color: #333; }
.who dd { margin: 0; font-weight: bold; overflow-wrap: anywhere; }
.purposes td { padding: 2.5mm 2mm; overflow-wrap: anywhere; }
.purposes small { display: block; color: #333; }
.purposes th + th, .purposes td + td { text-align: center; width: 28mm; }
.box { display: inline-block; width: 4.5mm; height: 4.5mm; border: 0.4mm solid #000; }
.signers { margin: 6mm 0 0; }
.sign { display: grid; grid-template-columns: 55mm 1fr; gap: 0 8mm; break-inside: avoid; }
.sign div { border-top: 0.3mm solid #000; margin-top: 15mm; padding-top: 1mm; font-size: 8.5pt; }
.sign div:nth-child(3) { grid-column: 1 / -1; }
.withdraw { margin: 9mm 0 0; font-size: 8.5pt; }
.terms { white-space: pre-line; font-size: 9.5pt; }
`;

/**
 * A form for each person, on a page of its own; behind them, where it is wanted, the text of the terms. No birth
 * date is printed: only who must sign because of it.
 */
export function formsPage(language: Language, forms: Forms, terms: string | null): string {
  const say = text[language];
  const appendix = terms === null ? [] : [html`<section class="form"><div class="terms">${terms}</div></section>\n`];
  const sections = forms.people.map((person) => formHtml(language, forms, person, terms !== null));
  return page({ language, title: say.title, style, body: html`${[...sections, ...appendix]}` });
}

function formHtml(language: Language, forms: Forms, person: Asked, attached: boolean): Html {
  const say = text[language];
  const { account, acknowledges, states, signers } = person;
  const terms = 'terms' in states ? forms.terms : null;
  const asked = forms.purposes.filter(({ name }) => name in states && !(name === 'terms' && acknowledges));
  const withdraw = terms === null || acknowledges ? say.withdrawOthers : say.withdraw;
  return html`<section class="form">
<p class="school">${forms.school}</p>
<h1>${say.title}</h1>
<dl class="who">
<dt>${say.name}</dt><dd>${person.givenName} ${person.familyName}</dd>
${person.class === null ? '' : html`<dt>${say.class}</dt><dd>${person.class}</dd>\n`}<dt>${say.account}</dt><dd>${account}</dd>
${terms && html`<dt>${say.termsVersion}</dt><dd>${say.version(terms.version, writtenDay(language, terms.from))}</dd>\n`}</dl>
${terms && html`<p>${attached ? say.attached : say.inFull}</p>\n`}${acknowledges ? html`<p><span class="box"></span> ${say.acknowledge}</p>\n` : ''}${asked.length > 0 ? purposesHtml(language, asked) : ''}<p class="signers">${(asked.length > 0 ? say.signers : say.signersAlone)[signers]}</p>
${signatures(language, person)}${asked.length > 0 ? html`<p class="withdraw">${withdraw}</p>\n` : ''}</section>
`;
}

function purposesHtml(language: Language, asked: readonly Purpose[]): Html {
  const say = text[language];
  return html`<p>${say.please}</p>
<table class="purposes">
<thead><tr><th>${say.purpose}</th><th>${say.yes}</th><th>${say.no}</th></tr></thead>
<tbody>
${asked.map((purpose) => purposeHtml(language, purpose))}</tbody>
</table>
`;
}

function purposeHtml(language: Language, { name, title, about }: Purpose): Html {
  const say = text[language];
  const [heading, words] = name === 'terms' ? [termsTitle[language], say.acceptTerms] : [title, about];
  const box = html`<td><span class="box"></span></td>`;
  return html`<tr><td>${heading}<small>${words}</small></td>${box}${box}</tr>\n`;
}

function signatures(language: Language, { role, signers }: Asked): Html[] {
  const say = text[language];
  const line = (what: string, printed: string | null) =>
    html`<div class="sign">${[say.place, what].map((label) => html`<div>${label}</div>`)}${printed === null ? '' : html`<div>${printed}</div>`}</div>\n`;
  return [
    ...(signers === 'guardian' ? [] : [line(role === 'student' ? say.student : say.self, null)]),
    ...(signers === 'self' ? [] : [line(say.guardian, say.printed)]),
  ];
}
