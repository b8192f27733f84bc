import { bilingual, count, listed } from '../language.ts';

/** What a night that was stopped has done, and what is left. */
interface Stop {
  locked: number;
  deleted: number;
  locks: number;
  deletions: number;
}

const wordsFor = (words: Record<string, string>, other: string) => (code: string) => words[code] ?? other;

/** What stood in the way of a night, without a word about what was changed: that is said beside it. */
const stops = bilingual({
  en: wordsFor(
    {
      'registry-busy': 'Somebody else was working with the registry',
      'disk-full': 'There was no room left on the disk',
      interrupted: 'The run was interrupted',
    },
    'The disk or the registry could not be written to',
  ),
  de: wordsFor(
    {
      'registry-busy': 'Jemand anderes hat mit dem Register gearbeitet',
      'disk-full': 'Auf dem Datenträger war kein Platz mehr',
      interrupted: 'Der Lauf wurde unterbrochen',
    },
    'Datenträger oder Register ließen sich nicht beschreiben',
  ),
});

/** What the nightly job and the proof of a deletion say. */
export const text = bilingual({
  en: {
    run: {
      summary:
        'lock and delete who is due; the nightly job, which never asks and is silent when there is nothing to do',
      dryRun: 'only show what would be done',
      approve: 'go on although exactly this number of people is deleted at once',
      today: 'go on although the clock looks wrong: a person has looked, and today is this day',
      acceptClock: 'the same as --today',
      notANumber: 'Write a whole number.',
      locked: (account: string, deleted: string) => `${account} is locked, and will be deleted on ${deleted}.`,
      lockedOnHold: (account: string) => `${account} is locked; its deletion is on hold.`,
      lockedNotTold: (account: string, deleted: string) =>
        `${account} is locked, and can be deleted on ${deleted} if told today: leaver notices`,
      lockedAndWaits: (account: string) => `${account} is locked; the deletion waits.`,
      deleted: (account: string) => `${account} is deleted.`,
      announced: (account: string) =>
        `${account} is deleted by the next run: there was none for more than a week, so this one only says so. If that is wrong: schulkonto leaver hold ${account}`,
      waits: (account: string, since: string, why: string) =>
        `${account} was to be deleted on ${since} and waits: ${why}.`,
      wouldAnnounce: (account: string) =>
        `${account} would be announced, and deleted by the run after: there was none for more than a week.`,
      wouldLock: (account: string, deleted: string) =>
        `${account} would be locked, and is to be deleted on ${deleted}.`,
      wouldDelete: (account: string) => `${account} would be deleted.`,
      list: (file: string) => `Now delete these accounts in IServ, and then this list: ${file}`,
      failed: (account: string, why: string) => `${account} is held back: ${why}`,
      unfinished: (code: string) =>
        `${stops.en(code)}: what was to be done tonight is done, but the file was not written anew. The next run does it.`,
      stopped: (code: string, { locked, deleted, locks, deletions }: Stop) =>
        `${stops.en(code)} in the middle of the run. ${locked} locked and ${deleted} deleted: that stands. Still to do: ${locks} to lock, ${deletions} to delete. The next run does it.`,
      kinds: (kinds: string) => `Not looked through yet for what is overdue: ${kinds}.`,
      nothing: 'Nothing to do.',
    },
    proof: {
      summary: 'prove that somebody is deleted: look through every table and byte; before that, show what would go',
      who: 'an account, or the opaque ID of somebody deleted',
      also: 'a text to look for as well, such as a name; can be given several times',
      present: (account: string, id: number) => `${account} (ID ${id}) is in the registry. With the deletion would go:`,
      columns: ['Table', 'Rows'],
      stone: (id: number, left: string, deleted: string) =>
        `ID ${id} left on ${left} and was deleted on ${deleted}. Nothing else is held.`,
      former: (account: string) =>
        `${account} was an account once and will not be given again; only a keyed hash is kept.`,
      unknown: (who: string) => `${who} is nobody's account and no ID of somebody deleted, and never was.`,
      inTables: (what: string, where: string) => `Found: "${what}" in ${where}.`,
      inBytes: (what: string, times: number, file: string) =>
        `Found: "${what}" ${count('en', times, 'time', 'times')} in the bytes of ${file}.`,
      inIservList: (what: string, until: string) =>
        `"${what}" stands in the list for IServ until it is deleted there, ${until} at the latest.`,
      partOf: (what: string, accounts: string[]) =>
        `"${what}" is also part of ${listed('en', accounts)}; its bytes can't be told apart.`,
      nothing: (what: string, files: number) =>
        `"${what}" is in no table, and nowhere in the bytes of ${count('en', files, 'file', 'files')}.`,
      backup: (file: string, until: string) => `A backup still holds it until ${until}: ${file}`,
    },
  },
  de: {
    run: {
      summary:
        'sperren und löschen, wer an der Reihe ist; die nächtliche Aufgabe: fragt nie und schweigt, wenn nichts zu tun ist',
      dryRun: 'nur zeigen, was geschähe',
      approve: 'weitermachen, obwohl genau so viele Personen auf einmal gelöscht werden',
      today: 'weitermachen, obwohl die Uhr falsch scheint: jemand hat nachgesehen, und heute ist dieser Tag',
      acceptClock: 'dasselbe wie --today',
      notANumber: 'Eine ganze Zahl schreiben.',
      locked: (account, deleted) => `${account} ist gesperrt und wird am ${deleted} gelöscht.`,
      lockedOnHold: (account) => `${account} ist gesperrt; die Löschung ist angehalten (Löschsperre).`,
      lockedNotTold: (account, deleted) =>
        `${account} ist gesperrt und kann am ${deleted} gelöscht werden, wenn heute benachrichtigt wird: leaver notices`,
      lockedAndWaits: (account) => `${account} ist gesperrt; die Löschung wartet.`,
      deleted: (account) => `${account} ist gelöscht.`,
      announced: (account) =>
        `${account} wird vom nächsten Lauf gelöscht: über eine Woche lang gab es keinen, darum sagt dieser es nur. Wenn das falsch ist: schulkonto leaver hold ${account}`,
      waits: (account, since, why) => `${account} war am ${since} zu löschen und wartet: ${why}.`,
      wouldAnnounce: (account) =>
        `${account} würde angekündigt und vom Lauf danach gelöscht: über eine Woche lang gab es keinen.`,
      wouldLock: (account, deleted) => `${account} würde gesperrt, Löschung am ${deleted}.`,
      wouldDelete: (account) => `${account} würde gelöscht.`,
      list: (file) => `Diese Konten jetzt in IServ löschen, danach diese Liste: ${file}`,
      failed: (account, why) => `${account} ist zurückgestellt: ${why}`,
      unfinished: (code) =>
        `${stops.de(code)}: was heute Nacht zu tun war, ist getan, aber die Datei ist noch nicht neu geschrieben. Der nächste Lauf holt es nach.`,
      stopped: (code, { locked, deleted, locks, deletions }) =>
        `${stops.de(code)}, mitten im Lauf. ${locked} gesperrt und ${deleted} gelöscht: das bleibt so. Noch zu tun: ${locks} zu sperren, ${deletions} zu löschen. Der nächste Lauf holt es nach.`,
      kinds: (kinds) => `Noch nicht nach Überfälligem durchgesehen: ${kinds}.`,
      nothing: 'Nichts zu tun.',
    },
    proof: {
      summary: 'belegen, dass jemand gelöscht ist: alle Tabellen und Bytes durchsuchen; vorher zeigen, was ginge',
      who: 'ein Konto, oder die Nummer von jemand Gelöschtem',
      also: 'ein Text, der auch gesucht wird, etwa ein Name; mehrfach möglich',
      present: (account, id) => `${account} (Nummer ${id}) steht im Register. Mit der Löschung ginge:`,
      columns: ['Tabelle', 'Zeilen'],
      stone: (id, left, deleted) =>
        `Nummer ${id} ging am ${left} ab und wurde am ${deleted} gelöscht. Sonst ist nichts gespeichert.`,
      former: (account) =>
        `${account} war einmal ein Konto und wird nicht wieder vergeben; gespeichert ist nur ein Hash mit Schlüssel.`,
      unknown: (who) => `${who} ist kein Konto und keine Nummer von jemand Gelöschtem und war es nie.`,
      inTables: (what, where) => `Gefunden: „${what}“ in ${where}.`,
      inBytes: (what, times, file) =>
        `Gefunden: „${what}“ ${count('de', times, 'Mal', 'Mal')} in den Bytes von ${file}.`,
      inIservList: (what, until) =>
        `„${what}“ steht in der Liste für IServ, bis es dort gelöscht ist, längstens bis ${until}.`,
      partOf: (what, accounts) =>
        `„${what}“ ist auch ein Teil von ${listed('de', accounts)}; die Bytes lassen sich nicht unterscheiden.`,
      nothing: (what, files) =>
        `„${what}“ steht in keiner Tabelle und nirgends in den Bytes von ${count('de', files, 'Datei', 'Dateien')}.`,
      backup: (file, until) => `Eine Sicherung enthält es noch bis ${until}: ${file}`,
    },
  },
});
