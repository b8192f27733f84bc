import { bilingual } from '../language.ts';

export const text = bilingual({
  en: {
    publish: {
      summary: 'publish a version of the terms; its text is kept, so that what was agreed to can be shown',
      file: 'the terms as a text file (UTF-8)',
      version: 'what this version is called',
      from: 'the day from which it holds; from then on consents to older versions are outdated',
      askVersion: 'What is this version called (2, 2026-08)?',
      askFrom: 'From which day does it hold (2026-08-01)?',
      done: (version: string, from: string, sha256: string) =>
        `Version ${version} holds from ${from} on (SHA-256 ${sha256}).\nNext: schulkonto consent missing`,
    },
    list: {
      summary: 'list the versions of the terms',
      columns: ['Version', 'Holds from', 'State', 'SHA-256'],
      holds: 'holds now',
      none: 'The terms have not been published yet. Next: schulkonto terms publish FILE --version 1 --from DAY',
    },
    show: { summary: 'print the text of a version, as it was published', version: 'the version' },
  },
  de: {
    publish: {
      summary:
        'eine Version der Nutzungsordnung veröffentlichen; ihr Text bleibt, damit sich zeigen lässt, worin eingewilligt wurde',
      file: 'die Nutzungsordnung als Textdatei (UTF-8)',
      version: 'wie diese Version heißt',
      from: 'der Tag, ab dem sie gilt; ab dann sind Einwilligungen in ältere Versionen überholt',
      askVersion: 'Wie heißt diese Version (2, 2026-08)?',
      askFrom: 'Ab welchem Tag gilt sie (2026-08-01)?',
      done: (version, from, sha256) =>
        `Version ${version} gilt ab ${from} (SHA-256 ${sha256}).\nWeiter mit: schulkonto consent missing`,
    },
    list: {
      summary: 'die Versionen der Nutzungsordnung auflisten',
      columns: ['Version', 'Gilt ab', 'Stand', 'SHA-256'],
      holds: 'gilt jetzt',
      none: 'Die Nutzungsordnung ist noch nicht veröffentlicht. Weiter mit: schulkonto terms publish DATEI --version 1 --from TAG',
    },
    show: { summary: 'den Text einer Version ausgeben, wie er veröffentlicht wurde', version: 'die Version' },
  },
});
