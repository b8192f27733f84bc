import type { Language } from '../language.ts';

/** Text that is HTML already; everything else is escaped where it is put in. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | null | Html | readonly Html[];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const source = (part: Part): string => {
  if (part instanceof Html) return part.source;
  if (Array.isArray(part)) return part.map(source).join('');
  return String(part ?? '').replace(/[&<>"']/g, (character) => escapes[character] ?? character);
};

/** HTML from a template; what is put in is escaped, unless it is `Html` itself. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(
    strings.map((string, index) => string + (index < parts.length ? source(parts[index] ?? null) : '')).join(''),
  );

/** A printable A4 page of its own: no script, no address, nothing that is loaded from anywhere. */
export function page(facts: { language: Language; title: string; style: string; body: Html }): string {
  const { language, title, style, body } = facts;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
@page { size: A4; margin: 15mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10.5pt/1.4 "DejaVu Sans", "Liberation Sans", Arial, sans-serif; color: #000; background: #fff; }
h1 { font-size: 15pt; margin: 0 0 3mm; }
h2 { font-size: 12pt; margin: 6mm 0 2mm; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; border-bottom: 0.2mm solid #999; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
${new Html(style)}
</style>
</head>
<body>
${body}
</body>
</html>
`.source;
}
