import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';

export const unknownBackup = failure<{ name: string }>('unknown-backup', Exit.refused, {
  en: ({ name }) => `There is no backup ${name}.\nLook with "schulkonto backup list".`,
  de: ({ name }) => `Eine Sicherung ${name} gibt es nicht.\nNachsehen mit „schulkonto backup list“.`,
});

export const backupOfAnother = failure<{ name: string }>('backup-of-another-registry', Exit.refused, {
  en: ({ name }) => `${name} is the backup of another registry; nothing was changed.\nCheck --registry.`,
  de: ({ name }) => `${name} ist die Sicherung eines anderen Registers; nichts wurde geändert.\n--registry prüfen.`,
});

export const ambiguousBackup = failure<{ name: string; backups: string[] }>('ambiguous-backup', Exit.refused, {
  en: ({ name, backups }) => `${name} fits several backups: ${listed('en', backups)}. Type more of the one.`,
  de: ({ name, backups }) => `${name} passt auf mehrere Sicherungen: ${listed('de', backups)}. Mehr davon eingeben.`,
});

export const noSoundBackup = failure<{ backups: string[] }>('no-sound-backup', Exit.faulty, {
  en: ({ backups }) =>
    `No backup can be read: ${listed('en', backups)} are damaged. Nothing was changed.\nBring one from another disk into the folder "backups" beside the registry.`,
  de: ({ backups }) =>
    `Keine Sicherung ist lesbar: beschädigt sind ${listed('de', backups)}. Nichts wurde geändert.\nEine von einem anderen Datenträger in den Ordner „backups“ neben dem Register legen.`,
});

type OfAccount = { account: string; name: string };

export const notInBackup = failure<OfAccount>('not-in-backup', Exit.refused, {
  en: ({ account, name }) =>
    `${account} is not in ${name}.\nLook with "schulkonto backup list" for one that holds somebody deleted.`,
  de: ({ account, name }) =>
    `${account} steht nicht in ${name}.\nMit „schulkonto backup list“ nach einer suchen, die Gelöschte enthält.`,
});

export const notDeleted = failure<OfAccount>('not-deleted', Exit.refused, {
  en: ({ account }) => `${account} was not deleted, so there is nothing to bring back.`,
  de: ({ account }) => `${account} wurde nicht gelöscht; da ist nichts zurückzuholen.`,
});

export const accountTakenSince = failure<OfAccount>('account-taken-since', Exit.refused, {
  en: ({ account }) => `Somebody else has the account ${account} or the import ID now. Nobody was brought back.`,
  de: ({ account }) => `Konto oder Import-ID von ${account} hat jetzt jemand anderes. Niemand wurde zurückgeholt.`,
});
