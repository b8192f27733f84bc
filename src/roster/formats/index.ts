import { asv } from './asv.ts';
import { bbs } from './bbs.ts';
import { cityScripts } from './city-scripts.ts';
import { danis } from './danis.ts';
import type { Format } from './format.ts';
import { iserv } from './iserv.ts';
import { iservExport } from './iserv-export.ts';
import { iservGuardians } from './iserv-guardians.ts';
import { linuxmuster } from './linuxmuster.ts';
import { lusd } from './lusd.ts';
import { magellan } from './magellan.ts';
import { oneroster } from './oneroster.ts';
import { schild } from './schild.ts';
import { schulkonto } from './schulkonto.ts';
import { sds, sdsFirst } from './sds.ts';
import { sibank } from './sibank.ts';
import { untis } from './untis.ts';
import { list } from './usual.ts';
import { webuntis, webuntisGuardians, webuntisReport } from './webuntis.ts';

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
  magellan,
  asv,
  sibank,
  cityScripts,
  linuxmuster,
  lusd,
  bbs,
  untis,
  webuntis,
  webuntisReport,
  webuntisGuardians,
  oneroster,
  sds,
  sdsFirst,
  list,
  headerless,
];
