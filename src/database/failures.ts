import { Exit, failure } from '../failures.ts';
import { pasteable } from '../files.ts';

type InFile = { file: string };

export const noRegistry = failure<InFile>('no-registry', Exit.refused, {
  en: ({ file }) => `There is no registry at ${file}.\nMake one with "schulkonto init", or name yours with --registry.`,
  de: ({ file }) =>
    `Unter ${file} liegt kein Register.\nMit „schulkonto init“ anlegen, oder das vorhandene mit --registry nennen.`,
});

export const registryUnnamed = failure<object>('registry-unnamed', Exit.usage, {
  en: () => 'SCHULKONTO_REGISTRY is set, but names no file. Name one there or with --registry, or unset the variable.',
  de: () =>
    'SCHULKONTO_REGISTRY ist gesetzt, nennt aber keine Datei. Dort oder mit --registry eine nennen, oder die Variable löschen.',
});

export const registryExists = failure<InFile>('registry-exists', Exit.refused, {
  en: ({ file }) => `There is a file at ${file} already; it stays untouched.\nName another place with --registry.`,
  de: ({ file }) =>
    `Unter ${file} liegt schon eine Datei; sie bleibt, wie sie ist.\nMit --registry einen anderen Ort nennen.`,
});

export const notARegistry = failure<InFile>('not-a-registry', Exit.faulty, {
  en: ({ file }) =>
    `${file} is not a schulkonto registry; it stays untouched.\nCheck --registry and SCHULKONTO_REGISTRY.`,
  de: ({ file }) =>
    `${file} ist kein Register von schulkonto; die Datei bleibt, wie sie ist.\n--registry und SCHULKONTO_REGISTRY prüfen.`,
});

export const registryTooNew = failure<InFile & { version: number; known: number }>('registry-too-new', Exit.refused, {
  en: ({ file, version, known }) =>
    `${file} was written by a newer schulkonto (format ${version}; this one knows ${known}).\nUpdate schulkonto.`,
  de: ({ file, version, known }) =>
    `${file} stammt von einem neueren schulkonto (Format ${version}; bekannt ist ${known}).\nschulkonto aktualisieren.`,
});

export const registryReadableByOthers = failure<InFile & { mode: string }>(
  'registry-readable-by-others',
  Exit.refused,
  {
    en: ({ file, mode }) =>
      `Others can read ${file} (mode ${mode}), and the data of children is in it.\nClose it with: chmod 600 ${pasteable(file)}`,
    de: ({ file, mode }) =>
      `Andere können ${file} lesen (Modus ${mode}), und darin stehen Daten von Kindern.\nSchließen mit: chmod 600 ${pasteable(file)}`,
  },
);

export const notYourRegistry = failure<InFile>('registry-not-readable', Exit.refused, {
  en: ({ file }) => `You are not allowed to open ${file}.\nRun schulkonto as the user who owns it.`,
  de: ({ file }) =>
    `${file} darf von hier nicht geöffnet werden.\nschulkonto als der Benutzer aufrufen, dem die Datei gehört.`,
});

export const registryNotWritable = failure<InFile>('registry-not-writable', Exit.refused, {
  en: ({ file }, outcome) =>
    `${file} or its folder can't be written to; ${outcome}.\nSQLite needs to write to both: check their owner and permissions.`,
  de: ({ file }, outcome) =>
    `${file} oder der Ordner darum ist nicht beschreibbar; ${outcome}.\nSQLite muss in beide schreiben: Besitzer und Rechte prüfen.`,
});

export const registryBusy = failure<InFile>('registry-busy', Exit.busy, {
  en: (_, outcome) => `Somebody else is working with the registry; ${outcome}. Try again in a moment.`,
  de: (_, outcome) => `Jemand anderes arbeitet gerade mit dem Register; ${outcome}. Gleich noch einmal versuchen.`,
});

export const changedMeanwhile = failure<object>('changed-meanwhile', Exit.busy, {
  en: (_, outcome) =>
    `Somebody else has changed the registry while the plan was being looked at; ${outcome}. Run it again.`,
  de: (_, outcome) =>
    `Während der Plan geprüft wurde, hat jemand anderes das Register geändert; ${outcome}. Noch einmal aufrufen.`,
});

export const registryDamaged = failure<InFile & { detail: string }>('registry-damaged', Exit.faulty, {
  en: ({ file, detail }, outcome) => `${file} is damaged (${detail}); ${outcome}.\nBring back the last backup.`,
  de: ({ file, detail }, outcome) =>
    `${file} ist beschädigt (${detail}); ${outcome}.\nDie letzte Sicherung zurückholen.`,
});

export const diskFailed = failure<InFile & { detail: string }>('disk-failed', Exit.faulty, {
  en: ({ file, detail }, outcome) =>
    `The disk of ${file} refuses to read or write (${detail}); ${outcome}. Check the disk and its limits.`,
  de: ({ file, detail }, outcome) =>
    `Der Datenträger von ${file} verweigert Lesen oder Schreiben (${detail}); ${outcome}. Datenträger und seine Grenzen prüfen.`,
});

export const diskFull = failure<InFile>('disk-full', Exit.busy, {
  en: ({ file }, outcome) => `No room left on the disk of ${file}; ${outcome}. Make room and try again.`,
  de: ({ file }, outcome) =>
    `Auf dem Datenträger von ${file} ist kein Platz mehr; ${outcome}. Platz schaffen, dann noch einmal.`,
});

export const backupFaulty = failure<InFile & { detail: string }>('backup-faulty', Exit.faulty, {
  en: ({ file, detail }, outcome) =>
    `The copy ${file} is faulty (${detail}); ${outcome}.\nCheck the disk, and choose another backup if this is one.`,
  de: ({ file, detail }, outcome) =>
    `Die Kopie ${file} ist fehlerhaft (${detail}); ${outcome}.\nDen Datenträger prüfen; wenn das eine Sicherung ist, eine andere nehmen.`,
});

export const folderWritableByOthers = failure<InFile & { folder: string; mode: string }>(
  'folder-writable-by-others',
  Exit.refused,
  {
    en: ({ file, folder, mode }) =>
      `Others can write in ${folder} (mode ${mode}), so they could exchange ${file}.\nClose it with: chmod go-w ${pasteable(folder)} (or let it belong to the owner of the file)`,
    de: ({ file, folder, mode }) =>
      `Andere können in ${folder} schreiben (Modus ${mode}) und ${file} austauschen.\nSchließen mit: chmod go-w ${pasteable(folder)} (oder dem Besitzer der Datei geben)`,
  },
);

export const journalOfAnother = failure<InFile>('journal-of-another', Exit.refused, {
  en: ({ file }) =>
    `${file} belongs to somebody else, and SQLite would play it back into the registry.\nFind out who made it, and move it away.`,
  de: ({ file }) =>
    `${file} gehört jemand anderem, und SQLite würde es in das Register einspielen.\nKlären, wer die Datei angelegt hat, und sie wegräumen.`,
});

export const registryHardLinked = failure<InFile & { links: number }>('registry-hard-linked', Exit.refused, {
  en: ({ file, links }) =>
    `${file} has ${links} names (hard links): under another one somebody would read what is deleted here, and SQLite finds no journal.\nRemove the others; find -samefile names them.`,
  de: ({ file, links }) =>
    `${file} hat ${links} Namen (Hardlinks): unter einem anderen läse jemand, was hier gelöscht ist, und SQLite findet das Journal nicht.\nDie anderen entfernen; find -samefile nennt sie.`,
});

export const registryInWal = failure<InFile>('registry-in-wal', Exit.refused, {
  en: ({ file }) =>
    `Another program uses ${file} through a WAL (Litestream, an open sqlite3), which would keep what is deleted.\nEnd that program; schulkonto then puts the file back by itself.`,
  de: ({ file }) =>
    `Ein anderes Programm nutzt ${file} über ein WAL (Litestream, ein offenes sqlite3); darin bliebe Gelöschtes stehen.\nDieses Programm beenden; schulkonto stellt die Datei dann von selbst zurück.`,
});
