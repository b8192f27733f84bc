import { act } from '../act.ts';

export const fileWritten = act('file-written', {
  en: 'file with people written',
  de: 'Datei mit Personen geschrieben',
});
export const filesDestroyed = act('files-destroyed', {
  en: 'written files destroyed',
  de: 'geschriebene Dateien vernichtet',
});
