import { bilingual } from '../../language.ts';

export const text = bilingual({
  en: {
    summary: 'list the programs whose rosters are recognised',
    columns: ['Format', 'Program', 'Columns'],
    byFormat: 'no header: say --format',
  },
  de: {
    summary: 'die Programme auflisten, deren Listen erkannt werden',
    columns: ['Format', 'Programm', 'Spalten'],
    byFormat: 'ohne Kopfzeile: --format angeben',
  },
});
