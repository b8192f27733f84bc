import { registry } from './001-registry.ts';
import { consents } from './003-consents.ts';
import { violations } from './004-violations.ts';

/** Every change of the schema, in order. Appended to, never edited: `user_version` counts how many a file has seen. */
export const migrations: readonly string[] = [registry, consents, violations];
