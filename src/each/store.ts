import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isRegistry, peeked } from '../database/peek.ts';
import { noRegistries } from './failures.ts';
import { named, type School } from './rules.ts';

/**
 * The registries below a folder with the names of their schools; neither their backups, nor what lies behind a link.
 * @throws Failure `no-registries`
 */
export function schoolsBelow(folder: string): School[] {
  const found = registriesBelow(folder).map((registry) => {
    const [row] = peeked<{ value: string }>(registry, `SELECT value FROM settings WHERE key = 'school.name'`);
    return { name: row?.value, place: relative(folder, registry), registry };
  });
  if (found.length === 0) throw noRegistries({ folder });
  return named(found);
}

function registriesBelow(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'backups' ? [] : registriesBelow(path);
    return entry.isFile() && entry.name.endsWith('.sqlite') && isRegistry(path) ? [path] : [];
  });
}

/** What can't be looked into is not ours. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Where a registry's own files lie. */
export const folderOf = ({ registry }: School): string => dirname(registry);
