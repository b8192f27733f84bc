import { Exit, failure } from '../failures.ts';

export const unknownBackup = failure<{ name: string }>('unknown-backup', Exit.refused, {
  en: ({ name }) => `There is no backup ${name}.\nLook with "schulkonto backup list".`,
  de: ({ name }) => `Eine Sicherung ${name} gibt es nicht.\nNachsehen mit „schulkonto backup list“.`,
});

export const backupOfAnother = failure<{ name: string }>('backup-of-another-registry', Exit.refused, {
  en: ({ name }) => `${name} is the backup of another registry; nothing was changed.\nCheck --registry.`,
  de: ({ name }) => `${name} ist die Sicherung eines anderen Registers; nichts wurde geändert.\n--registry prüfen.`,
});
