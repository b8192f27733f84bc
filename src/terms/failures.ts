import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import { type Day, writtenDay } from '../time.ts';

export const termsUnreadable = failure<{ file: string; reason: string }>('terms-unreadable', Exit.faulty, {
  en: ({ file, reason }) => `${file} can't be read (${reason}). Check its name, folder and permissions.`,
  de: ({ file, reason }) => `${file} lässt sich nicht lesen (${reason}). Name, Ordner und Rechte prüfen.`,
});

export const termsNotText = failure<{ file: string }>('terms-not-text', Exit.faulty, {
  en: ({ file }) =>
    `${file} is empty or not a text in UTF-8, so nobody could be shown later what they agreed to.\nSave the terms as a text file (UTF-8).`,
  de: ({ file }) =>
    `${file} ist leer oder kein Text in UTF-8; später ließe sich nicht zeigen, worin eingewilligt wurde.\nDie Nutzungsordnung als Textdatei (UTF-8) speichern.`,
});

export const versionTaken = failure<{ version: string; from: Day }>('version-taken', Exit.refused, {
  en: ({ version, from }) =>
    `Version ${version} of the terms has been published already; it holds from ${writtenDay('en', from)} on.\nWhat was agreed to is never changed: give another version.`,
  de: ({ version, from }) =>
    `Die Version ${version} der Nutzungsordnung ist schon veröffentlicht; sie gilt ab ${writtenDay('de', from)}.\nWorin eingewilligt wurde, ändert sich nie: eine andere Version angeben.`,
});

export const dayTaken = failure<{ version: string; from: Day }>('version-day-taken', Exit.refused, {
  en: ({ version, from }) =>
    `From ${writtenDay('en', from)} on version ${version} holds. Give another day: one version holds at a time.`,
  de: ({ version, from }) =>
    `Ab ${writtenDay('de', from)} gilt Version ${version}. Einen anderen Tag angeben: es gilt immer nur eine Version.`,
});

export const sameText = failure<{ version: string }>('same-text', Exit.refused, {
  en: ({ version }) =>
    `This is the text of version ${version}, word for word. A new version would only make consents outdated; nothing was published.`,
  de: ({ version }) =>
    `Das ist Wort für Wort der Text der Version ${version}. Eine neue Version würde nur Einwilligungen überholen; nichts wurde veröffentlicht.`,
});

export const notSpelling = failure<{ version: string; gone: string[]; come: string[] }>('not-spelling', Exit.refused, {
  en: ({ version, gone, come }) =>
    `That is more than spelling: of version ${version} ${gone.join(', ') || 'nothing'} would go and ${come.join(', ') || 'nothing'} come. Whoever agreed did not agree to that.\nPublish it as a new version, without --editorial.`,
  de: ({ version, gone, come }) =>
    `Das ist mehr als Rechtschreibung: in Version ${version} fiele ${gone.join(', ') || 'nichts'} weg, und ${come.join(', ') || 'nichts'} käme hinzu. Darin hat niemand eingewilligt.\nAls neue Version veröffentlichen, ohne --editorial.`,
});

export const versionHolds = failure<{ version: string; from: Day }>('version-holds', Exit.refused, {
  en: ({ version, from }) =>
    `Version ${version} holds since ${writtenDay('en', from)}, and stays: people were bound by it. Publish a new one.`,
  de: ({ version, from }) =>
    `Die Version ${version} gilt seit dem ${writtenDay('de', from)} und bleibt: sie hat Personen gebunden. Eine neue veröffentlichen.`,
});

export const versionDecided = failure<{ version: string; people: number }>('version-decided', Exit.refused, {
  en: ({ version, people }) =>
    `${people} ${people === 1 ? 'person has' : 'people have'} decided on version ${version} already, so it stays. Publish a new one.`,
  de: ({ version, people }) =>
    `Über die Version ${version} ${people === 1 ? 'hat schon 1 Person' : `haben schon ${people} Personen`} entschieden; sie bleibt. Eine neue veröffentlichen.`,
});

export const unknownVersion = failure<{ version: string; known: string[] }>('unknown-version', Exit.refused, {
  en: ({ version, known }) =>
    known.length === 0
      ? `The terms have no version ${version}, nor any other.\nPublish them with "schulkonto terms publish".`
      : `The terms have no version ${version}. There is ${listed('en', known)}.`,
  de: ({ version, known }) =>
    known.length === 0
      ? `Die Nutzungsordnung hat weder eine Version ${version} noch eine andere.\nVeröffentlichen mit „schulkonto terms publish“.`
      : `Eine Version ${version} der Nutzungsordnung gibt es nicht. Es gibt ${listed('de', known)}.`,
});

export const noTermsOn = failure<{ day: Day }>('no-terms', Exit.refused, {
  en: ({ day }) =>
    `On ${writtenDay('en', day)} no version of the terms held, so nobody could agree to one.\nPublish it with "schulkonto terms publish", or name a later one with --version.`,
  de: ({ day }) =>
    `Am ${writtenDay('de', day)} galt keine Version der Nutzungsordnung, in die man einwilligen konnte.\nVeröffentlichen mit „schulkonto terms publish“, oder mit --version eine spätere nennen.`,
});
