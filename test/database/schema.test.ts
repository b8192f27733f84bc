import { expect, test } from 'vitest';
import { newSchool } from '../support/school.ts';

/** After a new migration: `npm test -- -u` writes the file anew; read its diff. */
test('the whole schema of today stands in one file', async () => {
  const school = await newSchool();
  const schema = school
    .sql(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name`)
    .map(({ sql }) => `${sql};`)
    .join('\n\n');
  await expect(`${schema}\n`).toMatchFileSnapshot('../../src/database/schema.sql');
});
