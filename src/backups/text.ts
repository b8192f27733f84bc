import { bilingual, count, number } from '../language.ts';

const size = (language: 'en' | 'de', bytes: number) =>
  bytes < 1_000_000
    ? `${number(language, Math.ceil(bytes / 1000))} kB`
    : `${number(language, Math.ceil(bytes / 1_000_000))} MB`;

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
      },
      size: (bytes: number) => size('en', bytes),
      holds: (people: number | undefined) =>
        people === undefined ? 'unreadable' : people === 0 ? '' : count('en', people, 'person', 'people'),
      nobody: 'There is no backup yet. Make one with "schulkonto backup create".',
    },
    restore: {
      summary: 'bring a backup back; what it replaces is kept, and who was deleted since is deleted again at once',
      dryRun: 'only show what would change',
      people: (now: number, then: number) => `People: ${number('en', now)} now, ${number('en', then)} in the backup.`,
      lost: (people: number, some: string) =>
        `Added since and then gone: ${count('en', people, 'account', 'accounts')} (${some}).`,
      changed: (people: number) => `Of ${count('en', people, 'person', 'people')} something else was held.`,
      again: (people: number) =>
        `Deleted since and then deleted again at once: ${count('en', people, 'person', 'people')}.`,
      damaged: 'The registry is damaged or missing, so nothing can be compared; it would be put aside.',
      sure: (name: string) => `Bring back ${name}?`,
      done: (name: string, kept: string) => `${name} is the registry again. What it replaced: ${kept}`,
      doneAlone: (name: string) => `${name} is the registry again.`,
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
      },
      size: (bytes) => size('de', bytes),
      holds: (people) =>
        people === undefined ? 'unlesbar' : people === 0 ? '' : count('de', people, 'Person', 'Personen'),
      nobody: 'Es gibt noch keine Sicherung. Eine machen mit „schulkonto backup create“.',
    },
    restore: {
      summary:
        'eine Sicherung zurückholen; was sie ersetzt, bleibt liegen, und wer seither gelöscht wurde, wird gleich wieder gelöscht',
      dryRun: 'nur zeigen, was sich ändern würde',
      people: (now, then) => `Personen: jetzt ${number('de', now)}, in der Sicherung ${number('de', then)}.`,
      lost: (people, some) =>
        `Seither dazugekommen und dann fort: ${count('de', people, 'Konto', 'Konten')} (${some}).`,
      changed: (people) => `Von ${count('de', people, 'Person', 'Personen')} war etwas anderes gespeichert.`,
      again: (people) =>
        `Seither gelöscht und dann gleich wieder gelöscht: ${count('de', people, 'Person', 'Personen')}.`,
      damaged: 'Das Register ist beschädigt oder fehlt, darum lässt sich nichts vergleichen; es käme beiseite.',
      sure: (name) => `${name} zurückholen?`,
      done: (name, kept) => `${name} ist wieder das Register. Was es ersetzt hat: ${kept}`,
      doneAlone: (name) => `${name} ist wieder das Register.`,
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
