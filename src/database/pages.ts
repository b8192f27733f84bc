import type { Reader } from './database.ts';

/**
 * Rows of a query in the order of their `id`, some at a time: unlike `each` it lets others write between the rows,
 * and unlike `all` it does not hold them all. The query must not end in an ORDER BY.
 */
export function* inPages<Row extends { id: number }>(db: Reader, sql: string): Generator<Row> {
  for (let after = 0; ; ) {
    const rows = db.all<Row>(`SELECT * FROM (${sql}) WHERE id > :after ORDER BY id LIMIT 1000`, { after });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
