import { bbs } from './bbs.ts';
import { danis } from './danis.ts';
import type { Format } from './format.ts';
import { iserv } from './iserv.ts';
import { iservExport } from './iserv-export.ts';
import { iservGuardians } from './iserv-guardians.ts';
import { linuxmuster } from './linuxmuster.ts';
import { lusd } from './lusd.ts';
import { oneroster } from './oneroster.ts';
import { schild } from './schild.ts';
import { schulkonto } from './schulkonto.ts';
import { sds } from './sds.ts';
import { untis } from './untis.ts';
import { webuntis } from './webuntis.ts';

/** A file without a header whose columns `--map` gives by their numbers. */
const headerless: Format = {
  name: 'headerless',
  title: {
    en: 'any file without a header, columns by --map FIELD=NUMBER',
    de: 'irgendeine Datei ohne Kopfzeile, Spalten mit --map FELD=NUMMER',
  },
  order: [],
};

/** Every program whose files are known; where two fit a header equally well, the earlier one is taken. */
export const formats: readonly Format[] = [
  iserv,
  iservExport,
  iservGuardians,
  schulkonto,
  schild,
  danis,
  linuxmuster,
  lusd,
  bbs,
  untis,
  webuntis,
  oneroster,
  sds,
  headerless,
];
