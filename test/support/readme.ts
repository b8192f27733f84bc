import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a table between its two marks in the README, and touches nothing else. */
export function intoReadme(mark: string, table: string): void {
  const readme = readFileSync('README.md', 'utf8');
  const [before, rest = ''] = readme.split(`<!-- ${mark} -->\n`);
  const [, after] = rest.split(`<!-- /${mark} -->`);
  if (after === undefined) throw new Error('The README has no place for the table.');
  writeFileSync('README.md', `${before}<!-- ${mark} -->\n${table}\n<!-- /${mark} -->${after}`);
}
