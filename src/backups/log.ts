import { act } from '../act.ts';

export const backupMade = act('backup-made', { en: 'backup made', de: 'Sicherung erstellt' });
export const backupsPruned = act('backups-pruned', { en: 'old backups removed', de: 'alte Sicherungen entfernt' });
export const registryRestored = act('registry-restored', {
  en: 'registry restored from a backup',
  de: 'Register aus einer Sicherung wiederhergestellt',
});
export const lossesSeen = act('losses-seen', {
  en: 'looked at what a restore could not take over',
  de: 'angesehen, was beim Wiederherstellen verloren ging',
});
export const personBroughtBack = act('person-brought-back', {
  en: 'deletion taken back from a backup',
  de: 'Löschung aus einer Sicherung zurückgenommen',
});
