import { basename } from 'node:path';
import type { App } from '../../app.ts';
import { pasteable, prepareFiles } from '../../files.ts';
import type { Language } from '../../language.ts';
import { type Html, html, page } from '../../pages/html.ts';
import { schoolLanguage, schoolName } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { writtenDay } from '../../time.ts';
import { recordFile } from '../../written/acts.ts';
import { chosenBy } from '../../written/rules.ts';
import type { HandOver, Issued } from './issuing.ts';
import { slipText } from './slips-text.ts';

/** Where issued passwords are written, as whole paths. */
export interface SlipFiles {
  /** Slips of paper, to be printed and cut. */
  slips?: string | undefined;
  /** The table for IServ. */
  csv?: string | undefined;
}

/**
 * Passwords on paper and for IServ: in files that only their owner can read, which get their names once the passwords
 * are stored, and go again if they are not.
 */
export function onPaper(app: App, { slips, csv }: SlipFiles, filter: Parameters<typeof chosenBy>[0]): HandOver {
  let prepared: ReturnType<typeof prepareFiles> | undefined;
  return {
    give: async (issued) => {
      prepared = prepareFiles([
        ...(slips === undefined ? [] : [{ file: slips, content: slipPage(app, issued, slips), isSecret: true }]),
        ...(csv === undefined ? [] : [{ file: csv, content: csvForIserv(issued), isSecret: true }]),
      ]);
    },
    record: (tx, issued) => {
      const whom = chosenBy(filter, issued);
      if (slips !== undefined) recordFile(tx, { kind: 'slips', file: slips, whom });
      if (csv !== undefined) recordFile(tx, { kind: 'password-list', file: csv, whom });
    },
    finish: () => prepared?.finish(),
    takeBack: async () => prepared?.takeBack(),
  };
}

/** No cell needs quotes, and none runs in a spreadsheet: accounts and passwords begin with a letter or digit. */
const csvForIserv = (issued: readonly Issued[]): string =>
  ['Account;Passwort', ...issued.map(({ account, password }) => `${account};${password}`), ''].join('\n');

const style = `
.note { border: 0.4mm solid #000; padding: 2mm 3mm; margin: 0 0 6mm; }
.slip { break-inside: avoid; border-top: 0.3mm dashed #666; padding: 3mm 0 4mm; }
.slip:last-child { border-bottom: 0.3mm dashed #666; }
.slip header { display: flex; justify-content: space-between; gap: 6mm; font-weight: bold; font-size: 12pt; }
.slip header span { overflow-wrap: anywhere; }
.slip header span + span { flex: none; max-width: 40%; }
.slip dl { display: grid; grid-template-columns: 32mm 1fr; gap: 1mm 3mm; margin: 2mm 0; align-items: baseline; }
.slip dt { color: #333; }
.slip dd { margin: 0; font: 13pt/1.3 "DejaVu Sans Mono", "Liberation Mono", monospace; overflow-wrap: anywhere; }
.slip dd.password { font-size: 17pt; font-weight: bold; letter-spacing: 0.4mm; white-space: nowrap; }
.slip p { margin: 0; font-size: 9.5pt; }
.slip .school { color: #333; font-size: 8.5pt; }
`;

/** Slips to be cut, by class and name, in the language of the school. */
function slipPage(app: App, issued: readonly Issued[], file: string): string {
  const language = settingValue(app.db, schoolLanguage);
  const school = settingValue(app.db, schoolName);
  const say = slipText[language];
  const on = writtenDay(language, app.moment.today);
  return page({
    language,
    title: say.title,
    style,
    body: html`<p class="note">${say.note(pasteable(basename(file)))}</p>
${sorted(language, issued).map((one) => slip(say, one, `${school} · ${on}`))}`,
  });
}

const slip = (say: (typeof slipText)[Language], issued: Issued, origin: string): Html => html`<section class="slip">
<header><span>${issued.givenName} ${issued.familyName}</span><span>${issued.class}</span></header>
<dl><dt>${say.account}</dt><dd>${issued.account}</dd><dt>${say.password}</dt><dd class="password">${issued.password}</dd></dl>
<p>${say.first}</p>
<p class="school">${origin}</p>
</section>
`;

/** Those with a class first, 5a before 10a; then as a dictionary of the language sorts names. */
function sorted(language: Language, issued: readonly Issued[]): Issued[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byClass = (one: Issued, other: Issued) =>
    Number(one.class === null) - Number(other.class === null) || compare(one.class ?? '', other.class ?? '');
  return [...issued].sort(
    (one, other) =>
      byClass(one, other) || compare(one.familyName, other.familyName) || compare(one.givenName, other.givenName),
  );
}
