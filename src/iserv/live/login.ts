import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { App } from '../../app.ts';
import { settingValue } from '../../settings/settings.ts';
import { iservClient, iservSecretFile, iservUrl } from '../settings.ts';
import { noSecret, notConfigured, secretReadableByOthers, secretUnusable } from './failures.ts';

/** Where IServ is, and as whom it is asked. */
export interface Login {
  /** The address of the server, without a path. */
  origin: string;
  client: string;
  secret: string;
}

/**
 * What the school has said of the interface, and the secret from its file.
 * @throws Failure `iserv-not-configured`, `no-iserv-secret`, `iserv-secret-readable-by-others`, `iserv-secret-unusable`
 */
export function loginOf(app: App): Login {
  const origin = settingValue(app.db, iservUrl);
  const client = settingValue(app.db, iservClient);
  if (origin === null || client === null) {
    const missing = [...(origin === null ? [iservUrl] : []), ...(client === null ? [iservClient] : [])];
    throw notConfigured({ settings: missing.map(({ key }) => key) });
  }
  const file = resolve(dirname(app.registryFile), settingValue(app.db, iservSecretFile));
  return { origin, client, secret: secretIn(file) };
}

/** No secret is longer; what is, is another file. */
const longestSecret = 1000;

function secretIn(file: string): string {
  // Opening what is no file, a pipe for example, could wait for ever.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw noSecret({ file });
  const handle = openSync(file, 'r');
  try {
    const { mode, size } = fstatSync(handle);
    if (mode & 0o077) throw secretReadableByOthers({ file, mode: (mode & 0o777).toString(8) });
    const secret = size > longestSecret ? '' : readFileSync(handle, 'utf8').trim();
    if (secret === '' || /[\p{C}\s]/u.test(secret)) throw secretUnusable({ file });
    return secret;
  } finally {
    closeSync(handle);
  }
}
