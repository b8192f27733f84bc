import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** node:crypto: 4 ms, and most commands only look. */
export const crypto = (): typeof import('node:crypto') => require('node:crypto');

/** csv-parse: 20 ms. */
export const csvParser = (): typeof import('csv-parse/sync') => require('csv-parse/sync');
