import { bilingual, count } from '../language.ts';

export const text = bilingual({
  en: {
    publish: {
      summary: 'publish a version of the terms; its text is kept, so that what was agreed to can be shown',
      file: 'the terms as a text file (UTF-8)',
      version: 'what this version is called',
      from: 'the day from which it holds; from then on consents to older versions are outdated',
      editorial: 'only the spelling of a version is corrected: nothing is outdated, and both texts are kept',
      sure: (version: string, from: string, people: number) =>
        `With version ${version} the consent of ${count('en', people, 'person', 'people')} is outdated from ${from} on, and they are asked again. Publish it?`,
      outdated: (people: number) =>
        `The consent of ${count('en', people, 'person', 'people')} is outdated from that day on.`,
      sureEditorial: (version: string, gone: readonly string[], come: readonly string[]) =>
        `Version ${version} stays the same one, with these words changed: ${gone.join(', ') || '—'} → ${come.join(', ') || '—'}. Does it still say the same?`,
      corrected: (version: string, sha256: string) =>
        `The spelling of version ${version} is corrected (SHA-256 ${sha256}); no consent is outdated, and the text from before is kept (terms show ${version} --original).`,
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
    retract: {
      summary: 'take back a version that does not hold yet and that nobody has decided on',
      version: 'the version',
      done: (version: string) => `Version ${version} is taken back.`,
    },
    show: {
      summary: 'print the text of a version',
      version: 'the version',
      original: 'as it was first published, without later corrections of its spelling',
    },
  },
  de: {
    publish: {
      summary:
        'eine Version der Nutzungsordnung veröffentlichen; ihr Text bleibt, damit sich zeigen lässt, worin eingewilligt wurde',
      file: 'die Nutzungsordnung als Textdatei (UTF-8)',
      version: 'wie diese Version heißt',
      from: 'der Tag, ab dem sie gilt; ab dann sind Einwilligungen in ältere Versionen überholt',
      editorial: 'nur die Rechtschreibung einer Version berichtigen: nichts ist überholt, beide Texte bleiben',
      sure: (version, from, people) =>
        `Mit Version ${version} ist ab ${from} die Einwilligung von ${count('de', people, 'Person', 'Personen')} überholt, und sie werden neu gefragt. Veröffentlichen?`,
      outdated: (people) =>
        `Die Einwilligung von ${count('de', people, 'Person', 'Personen')} ist ab diesem Tag überholt.`,
      sureEditorial: (version, gone, come) =>
        `Version ${version} bleibt dieselbe, mit diesen geänderten Wörtern: ${gone.join(', ') || '—'} → ${come.join(', ') || '—'}. Sagt sie noch dasselbe?`,
      corrected: (version, sha256) =>
        `Die Rechtschreibung der Version ${version} ist berichtigt (SHA-256 ${sha256}); keine Einwilligung ist überholt, der Text davor bleibt (terms show ${version} --original).`,
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
    retract: {
      summary: 'eine Version zurücknehmen, die noch nicht gilt und über die niemand entschieden hat',
      version: 'die Version',
      done: (version) => `Die Version ${version} ist zurückgenommen.`,
    },
    show: {
      summary: 'den Text einer Version ausgeben',
      version: 'die Version',
      original: 'wie er zuerst veröffentlicht wurde, ohne spätere Berichtigungen',
    },
  },
});
