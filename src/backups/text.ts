import { bilingual, count, number } from '../language.ts';

const size = (language: 'en' | 'de', bytes: number) =>
  bytes < 1_000_000
    ? `${number(language, Math.ceil(bytes / 1000))} kB`
    : `${number(language, Math.ceil(bytes / 1_000_000))} MB`;

/** What stands in a table, in the singular and the plural; an unnamed one is a table of a later day. */
const kinds: Record<'en' | 'de', Readonly<Record<string, readonly [string, string]>>> = {
  en: {
    consents: ['consent, refusal or withdrawal', 'consents, refusals and withdrawals'],
    incident_people: ['person in an incident', 'people in incidents'],
    inspections: ['inspection or its telling', 'inspections and their tellings'],
    suspensions: ['suspension or lifting', 'suspensions and liftings'],
    passwords: ['password', 'passwords'],
    leavers: ['leaving by hand or by withdrawal', 'leavings by hand or by withdrawal'],
    'leavers-ended': ['cancelled leaving', 'cancelled leavings'],
    'leavers-by-import': ['leaving that an import has scheduled', 'leavings that imports have scheduled'],
    leaver_holds: ['hold', 'holds'],
    'leaver_holds-ended': ['released hold', 'released holds'],
    leaver_notices: ['notice', 'notices'],
    leaver_announcements: ['announced deletion', 'announced deletions'],
    roster_runs: ['import', 'imports'],
    settings: ['setting', 'settings'],
  },
  de: {
    consents: ['Einwilligung, Ablehnung oder Widerruf', 'Einwilligungen, Ablehnungen und Widerrufe'],
    incident_people: ['Person in einem Vorfall', 'Personen in Vorfällen'],
    inspections: ['Einsicht oder Mitteilung darüber', 'Einsichten und Mitteilungen darüber'],
    suspensions: ['Sperrung oder Aufhebung', 'Sperrungen und Aufhebungen'],
    passwords: ['Passwort', 'Passwörter'],
    leavers: ['Abgang von Hand oder durch Widerruf', 'Abgänge von Hand oder durch Widerruf'],
    'leavers-ended': ['zurückgenommener Abgang', 'zurückgenommene Abgänge'],
    'leavers-by-import': ['durch Import vorgemerkter Abgang', 'durch Import vorgemerkte Abgänge'],
    leaver_holds: ['Löschsperre', 'Löschsperren'],
    'leaver_holds-ended': ['aufgehobene Löschsperre', 'aufgehobene Löschsperren'],
    leaver_notices: ['Benachrichtigung', 'Benachrichtigungen'],
    leaver_announcements: ['angekündigte Löschung', 'angekündigte Löschungen'],
    roster_runs: ['Import', 'Importe'],
    settings: ['Einstellung', 'Einstellungen'],
  },
};

const amount = (language: 'en' | 'de', what: string, number: number) => {
  const [one, many] = kinds[language][what] ?? [what, what];
  return count(language, number, one, many);
};

export const text = bilingual({
  en: {
    name: 'a backup, as "backup list" names it; "newest" for the last',
    create: { summary: 'make a backup now', done: (file: string, until: string) => `${file} is kept until ${until}.` },
    list: {
      summary: 'list the backups, and until when they still hold whom',
      columns: ['Backup', 'Occasion', 'Size', 'Kept until', 'Holds deleted'],
      occasion: {
        'by-hand': 'by hand',
        import: 'import',
        undo: 'undo',
        migration: 'update',
        'leaver-run': 'nightly run',
        restore: 'restore',
        damaged: 'damaged, put aside',
        other: 'another file',
      },
      size: (bytes: number) => size('en', bytes),
      holds: (people: number | undefined) =>
        people === undefined ? 'unreadable' : people === 0 ? '' : count('en', people, 'person', 'people'),
      nobody: 'There is no backup yet. Make one with "schulkonto backup create".',
    },
    restore: {
      summary:
        'bring back what people were like; every fact that was recorded since stays, and what it replaces is kept',
      dryRun: 'only show what would change',
      bringBack: 'only take back the deletion of this account, as far as the backup has it',
      reason: 'why that deletion was a mistake',
      askReason: 'Why was the deletion a mistake?',
      skipped: (name: string) => `${name} is damaged and left out.`,
      people: (now: number, then: number) => `People: ${number('en', now)} now, ${number('en', then)} in the backup.`,
      lost: (people: number, some: string) =>
        `Added since, without anything recorded of them, and then gone: ${count('en', people, 'account', 'accounts')} (${some}).`,
      changed: (people: number) =>
        `Put back as it was: names, classes and the like of ${count('en', people, 'person', 'people')}.`,
      putBack: (amount: string) => `Put back as it was: ${amount}.`,
      takenOver: (amount: string) => `Recorded since, and stays: ${amount}.`,
      again: (people: number) => `Deleted since, and stay deleted: ${count('en', people, 'person', 'people')}.`,
      damaged: (since: string) =>
        `The registry is damaged or missing; it would be put aside. What was recorded after ${since} is lost: consents, withdrawals, holds, suspensions, incidents, passwords, deletions.`,
      amount: (what: string, number: number) => amount('en', what, number),
      sure: (name: string) => `Bring back ${name}?`,
      sureBringBack: (account: string, name: string) => `Take back the deletion of ${account} from ${name}?`,
      broughtBack: (account: string) =>
        `${account} is back, as the backup had it, and leaves no more. Look whether IServ still has the account.`,
      done: (name: string, kept: string) => `${name} is the registry again. What it replaced: ${kept}`,
      doneAlone: (name: string) => `${name} is the registry again.`,
    },
    losses: {
      summary: 'what a restore in the place of a damaged registry could not take over',
      looked: 'somebody has looked: status says it no more',
      columns: ['Restored', 'Lost since'],
      none: 'No restore has lost anything that nobody has looked at.',
      line: (restored: string, since: string, looked: boolean) =>
        `Restored on ${restored}: what was recorded after ${since} is lost.${looked ? ' Noted as looked at.' : ''}`,
    },
    prune: {
      summary: 'remove the backups that are older than backup.keep-days',
      dryRun: 'only show which would go',
      done: (file: string) => `Removed ${file}.`,
      would: (file: string) => `Would remove ${file}.`,
      nothing: 'No backup is that old.',
    },
  },
  de: {
    name: 'eine Sicherung, wie „backup list“ sie nennt; „newest“ für die letzte',
    create: { summary: 'jetzt eine Sicherung machen', done: (file, until) => `${file} bleibt bis ${until}.` },
    list: {
      summary: 'die Sicherungen zeigen, und bis wann sie noch wen enthalten',
      columns: ['Sicherung', 'Anlass', 'Größe', 'Bleibt bis', 'Enthält Gelöschte'],
      occasion: {
        'by-hand': 'von Hand',
        import: 'Import',
        undo: 'Rücknahme',
        migration: 'Update',
        'leaver-run': 'nächtlicher Lauf',
        restore: 'Zurückholen',
        damaged: 'beschädigt, beiseitegelegt',
        other: 'andere Datei',
      },
      size: (bytes) => size('de', bytes),
      holds: (people) =>
        people === undefined ? 'unlesbar' : people === 0 ? '' : count('de', people, 'Person', 'Personen'),
      nobody: 'Es gibt noch keine Sicherung. Eine machen mit „schulkonto backup create“.',
    },
    restore: {
      summary:
        'zurückholen, wie die Personen damals waren; alles seither Erfasste bleibt, und was ersetzt wird, bleibt liegen',
      dryRun: 'nur zeigen, was sich ändern würde',
      bringBack: 'nur die Löschung dieses Kontos zurücknehmen, soweit die Sicherung es enthält',
      reason: 'warum diese Löschung ein Versehen war',
      askReason: 'Warum war die Löschung ein Versehen?',
      skipped: (name) => `${name} ist beschädigt und wird übergangen.`,
      people: (now, then) => `Personen: jetzt ${number('de', now)}, in der Sicherung ${number('de', then)}.`,
      lost: (people, some) =>
        `Seither dazugekommen, ohne dass etwas über sie erfasst wurde, und dann fort: ${count('de', people, 'Konto', 'Konten')} (${some}).`,
      changed: (people) =>
        `Wieder wie damals: Namen, Klassen und dergleichen von ${count('de', people, 'Person', 'Personen')}.`,
      putBack: (amount) => `Wieder wie damals: ${amount}.`,
      takenOver: (amount) => `Seither erfasst und bleibt: ${amount}.`,
      again: (people) => `Seither gelöscht und bleiben gelöscht: ${count('de', people, 'Person', 'Personen')}.`,
      damaged: (since) =>
        `Das Register ist beschädigt oder fehlt; es käme beiseite. Was nach dem ${since} erfasst wurde, ist verloren: Einwilligungen, Widerrufe, Löschsperren, Sperrungen, Vorfälle, Passwörter, Löschungen.`,
      amount: (what, number) => amount('de', what, number),
      sure: (name) => `${name} zurückholen?`,
      sureBringBack: (account, name) => `Die Löschung von ${account} aus ${name} zurücknehmen?`,
      broughtBack: (account) =>
        `${account} ist wieder da, wie in der Sicherung, und geht nicht mehr ab. Nachsehen, ob IServ das Konto noch hat.`,
      done: (name, kept) => `${name} ist wieder das Register. Was es ersetzt hat: ${kept}`,
      doneAlone: (name) => `${name} ist wieder das Register.`,
    },
    losses: {
      summary: 'was beim Wiederherstellen eines beschädigten Registers nicht übernommen werden konnte',
      looked: 'jemand hat nachgesehen: status sagt es nicht mehr',
      columns: ['Wiederhergestellt', 'Verloren seit'],
      none: 'Keine Wiederherstellung hat etwas verloren, das nicht schon angesehen wurde.',
      line: (restored, since, looked) =>
        `Wiederhergestellt am ${restored}: was nach dem ${since} erfasst wurde, ist verloren.${looked ? ' Als angesehen vermerkt.' : ''}`,
    },
    prune: {
      summary: 'Sicherungen entfernen, die älter sind als backup.keep-days',
      dryRun: 'nur zeigen, welche',
      done: (file) => `${file} ist entfernt.`,
      would: (file) => `${file} würde entfernt.`,
      nothing: 'Keine Sicherung ist so alt.',
    },
  },
});
