import { digestOf, linkOf } from '../../src/audit/rules.ts';
import type { School } from './school.ts';

/** Whether the log of a school is one unbroken chain, worked out anew from its rows. */
export function isChainWhole(school: School): boolean {
  const [ends] = school.sql('SELECT first_link, last_link FROM audit_chain');
  let link: Buffer = ends.first_link;
  const rows = school.sql(
    `SELECT e.id, e.at, e.operator, e.act, e.user_id AS userId, e.digest, e.link, f.salt, f.facts
     FROM audit_entries e LEFT JOIN audit_facts f ON f.entry_id = e.id ORDER BY e.id`,
  );
  for (const { salt, facts, ...entry } of rows) {
    link = linkOf(link, entry);
    if (!link.equals(entry.link) || (salt && !digestOf(salt, Buffer.from(facts)).equals(entry.digest))) return false;
  }
  return link.equals(ends.last_link);
}
