import type { Language } from '../../language.ts';
import { type Html, html, page } from '../../pages/html.ts';
import { writtenDay } from '../../time.ts';
import type { Report } from './report.ts';
import { text } from './text.ts';
import { type Vocabulary, type WrittenSection, writtenSection } from './words.ts';

const style = `
h1 { margin-bottom: 1mm; }
section { font-size: 9pt; }
section header { break-inside: avoid; break-after: avoid; }
p { margin: 0 0 2mm; }
.about { font-size: 12pt; font-weight: bold; }
.kept { font-size: 8.5pt; color: #333; }
td, th { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: 45mm 1fr; gap: 0.5mm 3mm; margin: 0; padding: 1.5mm 0; break-inside: avoid; border-top: 0.2mm solid #999; }
dt { color: #333; }
dd { margin: 0; overflow-wrap: anywhere; }
.run-over td:last-child { width: 45%; }
footer { margin-top: 6mm; border-top: 0.3mm solid #000; padding-top: 2mm; font-size: 8.5pt; break-inside: avoid; }
`;

/** A report as a page to hand over, in the language of the school. */
export function reportPage(
  language: Language,
  school: string,
  report: Report,
  vocabulary: Vocabulary,
  particulars: readonly string[],
): string {
  const say = text[language];
  const { account, givenName, familyName, preparedOn, preparedBy, sections } = report;
  return page({
    language,
    title: `${say.title}: ${account}`,
    style,
    body: html`<header>
<h1>${say.title}</h1>
<p>${say.law}</p>
<p class="about">${say.about(`${givenName} ${familyName}`, account)}</p>
<p>${say.prepared(school, writtenDay(language, preparedOn), preparedBy)}</p>
<p>${say.scope}</p>
</header>
${sections.map((section) => sectionHtml(language, writtenSection(language, vocabulary, section)))}<footer>
<p>${say.others}</p>
<p>${say.rights}</p>
${particulars.map((line) => html`<p>${line}</p>\n`)}</footer>`,
  });
}

function sectionHtml(language: Language, section: WrittenSection): Html {
  const { title, source, kept, columns, entries } = section;
  return html`<section>
<header>
<h2>${title}</h2>
<p class="kept">${source}. ${kept}.</p>
</header>
${entries.length === 0 ? html`<p>${text[language].nothing}</p>` : columns ? tableHtml(columns, entries.flat()) : entries.map(factsHtml)}
</section>
`;
}

const tableHtml = (
  columns: readonly string[],
  rows: readonly string[][],
): Html => html`<table class="${columns.length > 3 ? 'run-over' : ''}">
<thead><tr>${columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>`;

const factsHtml = (facts: readonly string[][]): Html =>
  html`<dl>${facts.map(([label, words]) => html`<dt>${label ?? ''}</dt><dd>${words ?? ''}</dd>`)}</dl>\n`;
