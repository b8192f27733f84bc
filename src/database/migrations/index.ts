import { registry } from './001-registry.ts';
import { leavers } from './005-leavers.ts';

/** Every change of the schema, in order. Appended to, never edited: `user_version` counts how many a file has seen. */
export const migrations: readonly string[] = [registry, leavers];
