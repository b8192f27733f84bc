import { bilingual, type Language, listed } from '../../language.ts';
import { html, page } from '../../pages/html.ts';
import { addDays, type Day, writtenDay } from '../../time.ts';
import type { Proof } from './proof.ts';

/** How long IServ itself keeps the backups of what was deleted there, in days (its manual: 180). */
const iservBackups = 180;

const text = bilingual({
  en: {
    title: 'Deletion of data',
    made: (school: string, day: string) => `${school}, ${day}`,
    asked: (who: string) => `Asked about: ${who}`,
    deleted: (day: string) => `The account and everything that was kept about its holder were deleted on ${day}.`,
    former:
      'This was an account once. It is deleted and will not be given to anybody else; only a keyed hash of it is kept.',
    unknown: 'This is nobody’s account, and no number of somebody deleted.',
    present: 'This account is still in use; nothing was deleted.',
    clean: 'The registry of the school was searched: no table and no byte of its files names what was asked about.',
    found: (what: string) => `Still found, and to be removed: ${what}.`,
    backups: (day: string) => `Backups of the registry may hold it until ${day}; then they are removed.`,
    noBackups: 'No backup of the registry holds it.',
    iserv: (day: string, backups: string) =>
      `In IServ the account is deleted by ${day} at the latest. Backups of IServ may hold it until ${backups}.`,
    noIserv: 'Nothing is left to be deleted in IServ that the registry knows of.',
    stays:
      'What stays says nothing of who it was: an opaque number with the day of the deletion, and entries of the log without facts, until their days are over.',
    signed: 'Date, name, signature',
  },
  de: {
    title: 'Löschung von Daten',
    made: (school, day) => `${school}, ${day}`,
    asked: (who) => `Gefragt nach: ${who}`,
    deleted: (day) =>
      `Das Konto und alles, was über seine Inhaberin oder seinen Inhaber gespeichert war, wurde am ${day} gelöscht.`,
    former:
      'Das war einmal ein Konto. Es ist gelöscht und wird an niemanden wieder vergeben; gespeichert ist davon nur ein Hash mit Schlüssel.',
    unknown: 'Das ist kein Konto und keine Nummer von jemand Gelöschtem.',
    present: 'Dieses Konto besteht noch; gelöscht ist nichts.',
    clean:
      'Das Register der Schule wurde durchsucht: keine Tabelle und kein Byte seiner Dateien nennt, wonach gefragt wurde.',
    found: (what) => `Noch gefunden, und zu entfernen: ${what}.`,
    backups: (day) => `Sicherungen des Registers können es bis ${day} enthalten; dann werden sie entfernt.`,
    noBackups: 'Keine Sicherung des Registers enthält es.',
    iserv: (day, backups) =>
      `In IServ wird das Konto spätestens bis ${day} gelöscht. Sicherungen von IServ können es bis ${backups} enthalten.`,
    noIserv: 'In IServ ist nichts mehr zu löschen, wovon das Register weiß.',
    stays:
      'Was bleibt, sagt nicht, wer es war: eine Nummer mit dem Tag der Löschung, und Einträge des Protokolls ohne Angaben, bis deren Tage um sind.',
    signed: 'Datum, Name, Unterschrift',
  },
});

/** What somebody gets who asks whether they are deleted: in the language of the school. */
export function proofPage(
  language: Language,
  { school, today, who, proof }: { school: string; today: Day; who: string; proof: Proof },
): string {
  const say = text[language];
  const on = (day: Day) => writtenDay(language, day);
  const backups = proof.searched.flatMap((one) => one.backups.map(({ keptUntil }) => keptUntil)).sort();
  const iserv = proof.searched
    .flatMap(({ iservUntil }) => iservUntil ?? [])
    .sort()
    .at(-1);
  const found = [
    ...proof.searched.flatMap((one) => [...one.tables, ...one.bytes.map(({ file }) => file)]),
    ...proof.texts.map(({ place, field }) => `${place}.${field}`),
  ];
  const last = backups.at(-1);
  const state = {
    present: say.present,
    unknown: say.unknown,
    deleted: proof.tombstone ? say.deleted(on(proof.tombstone.deletedOn)) : say.former,
  }[proof.state];
  const lines =
    proof.state === 'present'
      ? [state]
      : [
          state,
          found.length > 0 ? say.found(listed(language, [...new Set(found)])) : say.clean,
          last ? say.backups(on(last)) : say.noBackups,
          iserv ? say.iserv(on(iserv), on(addDays(iserv, iservBackups))) : say.noIserv,
          say.stays,
        ];
  return page({
    language,
    title: say.title,
    style: '.sign { margin-top: 25mm; border-top: 0.3mm solid #000; width: 90mm; padding-top: 1mm; font-size: 9pt; }',
    body: html`<h1>${say.title}</h1>
<p>${say.made(school, on(today))}</p>
<p>${say.asked(who)}</p>
${lines.map((line) => html`<p>${line}</p>\n`)}<p class="sign">${say.signed}</p>`,
  });
}
