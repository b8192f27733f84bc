import { peeked } from '../database/peek.ts';
import type { Candidate } from './candidates.ts';

/** More than anybody looks through. */
const most = 200;

const accounts = `SELECT account AS value, trim(given_name || ' ' || family_name) || coalesce(', ' || class, '') AS about
  FROM users WHERE account >= :begun AND account < :begun || char(0x10ffff) ORDER BY account LIMIT ${most}`;

/** One question for each name that help uses. */
const questions: Record<string, string> = {
  account: accounts,
  'account-or-id': accounts,
  class: `SELECT class AS value, count(*) AS about FROM users WHERE class IS NOT NULL GROUP BY class
    ORDER BY length(class), class LIMIT ${most}`,
  group: `SELECT name AS value, count(*) AS about FROM group_members GROUP BY name ORDER BY name LIMIT ${most}`,
  incident: `SELECT CAST(id AS TEXT) AS value, opened_on AS about FROM incidents WHERE closed_on IS NULL ORDER BY id DESC LIMIT ${most}`,
  purpose: `SELECT name AS value, title AS about FROM purposes ORDER BY name LIMIT ${most}`,
  run: `SELECT CAST(id AS TEXT) AS value, substr(at, 1, 10) AS about FROM roster_runs ORDER BY id DESC LIMIT ${most}`,
  version: `SELECT version AS value, holds_from AS about FROM terms ORDER BY holds_from DESC LIMIT ${most}`,
};

/** What a registry file answers to the tab key: words or silence. */
export function askedOf(file: string, name: string, begun: string): Candidate[] {
  const question = questions[name];
  if (!question) return [];
  const rows = peeked<Candidate>(file, question, question.includes(':begun') ? { begun: begun.toLowerCase() } : {});
  return rows.map(({ value, about }) => ({ value, about: String(about ?? '') }));
}
