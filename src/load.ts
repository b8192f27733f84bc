import { createRequire } from 'node:module';
import type { Database, Options } from 'better-sqlite3';

const require = createRequire(import.meta.url);

/** node:crypto: 4 ms, and most commands only look. */
export const crypto = (): typeof import('node:crypto') => require('node:crypto');

/** better-sqlite3: 3 ms, most of them for its native part. */
export const sqlite = (): typeof import('better-sqlite3') => require('better-sqlite3');

/** A database, with the native part named: to search for it takes longer than to load it. */
export const openDatabase = (file: string, options: Options): Database => {
  const nativeBinding = nativePart();
  return new (sqlite())(file, nativeBinding ? { ...options, nativeBinding } : options);
};

/** Where version 12 of better-sqlite3 has it; version 13 brings one for every system, and finds its own. */
function nativePart() {
  try {
    return require('better-sqlite3/build/Release/better_sqlite3.node');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes(code)) return undefined;
    throw error;
  }
}

/** csv-parse: 20 ms. */
export const csvParser = (): typeof import('csv-parse/sync') => require('csv-parse/sync');

/** fflate: 9 ms, for workbooks alone. */
export const inflater = (): typeof import('fflate') => require('fflate');

/** saxes: 2 ms, for workbooks alone. */
export const xmlParser = (): typeof import('saxes') => require('saxes');
