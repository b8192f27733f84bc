import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from '../app.ts';
import { iservUntil } from '../deletion/rules.ts';
import { isAlive } from '../files.ts';
import type { Day } from '../time.ts';

/** A list for IServ that a night has written, of some day; `isUnfinished` where it was killed meanwhile. */
interface List {
  file: string;
  day: Day;
  isUnfinished: boolean;
}

/** The lists for IServ beside the registry. */
export function listsOf(app: App): List[] {
  const folder = dirname(app.registryFile);
  return readdirSync(folder).flatMap((name) => {
    const [, day, process] = /^iserv-delete-(\d{4}-\d\d-\d\d)(?:-\d+)?\.csv(?:\.unfinished-(\d+))?$/.exec(name) ?? [];
    if (day === undefined || (process !== undefined && isAlive(Number(process)))) return [];
    return [{ file: join(folder, name), day: day as Day, isUnfinished: process !== undefined }];
  });
}

/** The lists whose people IServ can't hold any more on a day, and those that were never finished. */
export const overdueLists = (app: App, today: Day): List[] =>
  listsOf(app).filter(({ day, isUnfinished }) => isUnfinished || iservUntil(day) < today);

/** Removes them; returns how many. */
export function removeLists(app: App): number {
  const lists = overdueLists(app, app.moment.today);
  for (const { file } of lists) rmSync(file, { force: true });
  return lists.length;
}
