import { sameName } from '../../csv/header.ts';
import { csvTable } from '../../csv/writing.ts';
import type { Language } from '../../language.ts';
import { columnNames, type ListField, purposeCalled } from '../list/layout.ts';
import type { Purpose } from '../rules.ts';
import { termsTitle } from '../text.ts';
import type { Asked, Forms } from './forms.ts';
import { text } from './text.ts';

/** The list that is filled in from a stack of forms, and then imported: a line for everybody who must decide. */
export function listCsv(language: Language, { people, purposes, allPurposes }: Forms): Promise<string> {
  const called = (field: ListField) =>
    (columnNames[field][language === 'de' ? 0 : 1] ?? columnNames[field][0]) as string;
  const headings = purposes.map((purpose) => headingOf(purpose, allPurposes, called('purpose'), termsTitle[language]));
  const columns = (['account', 'givenName', 'familyName', 'class', 'by', 'on'] as const).map(called);
  const rows = people.flatMap((person) =>
    signersOf(person, text[language].signShort.self).map((by) => [
      ...[person.account, person.givenName, person.familyName, person.class, by, null],
      ...purposes.map(() => null),
      null,
    ]),
  );
  return csvTable([...columns, ...headings, called('evidence')], rows);
}

/** A purpose by its title if the import knows it again by that, else by its name, at worst behind the word for it. */
function headingOf({ name, title }: Purpose, purposes: readonly Purpose[], word: string, terms: string): string {
  const isField = (heading: string) =>
    Object.values(columnNames).some((names) => names.some((known) => sameName(known, heading)));
  const clear = [name === 'terms' ? terms : title, name].find(
    (heading) => !isField(heading) && purposeCalled(heading, purposes) === name,
  );
  return clear ?? `${word} ${name}`;
}

/** Who must decide: an only guardian by account; of several, whoever signed is written by hand. */
function signersOf({ signers, guardians }: Asked, self: string): string[] {
  const guardian = guardians.length === 1 ? (guardians[0] ?? '') : '';
  return { self: [self], guardian: [guardian], both: [self, guardian] }[signers];
}
