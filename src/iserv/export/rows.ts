import { writtenDay } from '../../time.ts';
import type { Column, Field } from '../columns.ts';
import type { Person } from '../rules.ts';
import { asGroup, asIsOrBare } from './cells.ts';
import type { ExportPlan } from './rules.ts';

/** The lines of the file: one for each person, for guardians one for each child that IServ has; and what was cut off. */
export function rowsOf(plan: ExportPlan, columns: readonly Column[]): string[][] {
  return plan.written.flatMap((person) => {
    const children = person.role === 'guardian' ? childIds(plan, person) : [''];
    return children.map((childId) => columns.map(({ field }) => asIsOrBare(cellOf(plan, person, field, childId))));
  });
}

/** In the file only those children can be named whom IServ has. */
const childIds = ({ ids, reachable }: ExportPlan, { children }: Person): string[] =>
  children.flatMap((child) => (reachable.has(child) ? [ids.get(child) ?? ''] : []));

function cellOf({ ids }: ExportPlan, person: Person, field: Field, childId: string): string {
  switch (field) {
    case 'importId':
      return ids.get(person.id) ?? '';
    case 'account':
      return person.known?.account ?? person.account;
    case 'groups':
      return person.groups.map(asGroup).join(';');
    case 'birthDate':
      return person.birthDate ? writtenDay('de', person.birthDate) : '';
    case 'childId':
      return childId;
    default:
      return person[field] ?? '';
  }
}

/** Whose name, class or group loses what a spreadsheet could run. */
export const bared = ({ written }: ExportPlan): string[] =>
  written
    .filter(({ givenName, familyName, class: name, groups }) =>
      [givenName, familyName, name ?? '', ...groups].some((cell) => asIsOrBare(cell) !== cell),
    )
    .map(({ account }) => account);
