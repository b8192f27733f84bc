import type { Tx } from '../../database/database.ts';
import type { Plan } from '../planning/plan.ts';

/** Who waits for approval goes on waiting; whoever is done with does not wait any more. */
export function rememberHeld(tx: Tx, run: number): void {
  tx.run(`DELETE FROM roster_held WHERE user_id IN (
    SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL AND NOT asked
    UNION ALL SELECT user_id FROM temp.roster_plan WHERE kind = 'leaving' AND held IS NULL)`);
  tx.run(
    `INSERT OR IGNORE INTO roster_held (user_id, what, run_id)
     SELECT user_id, CASE held WHEN 'too-many' THEN 'leaving' ELSE held END, :run FROM temp.roster_plan
     WHERE user_id IS NOT NULL AND held IN ('too-many', 'returned')`,
    { run },
  );
  tx.run(
    `INSERT OR IGNORE INTO roster_held (user_id, what, run_id)
     SELECT p.user_id, CASE WHEN w.key IN ('givenName', 'familyName') THEN 'identity'
       WHEN w.value ->> 'to' IS NULL OR (w.key = 'groups') THEN 'emptied' WHEN w.key = 'class' THEN 'year-back' ELSE 'identity' END, :run
     FROM temp.roster_plan p, json_each(p.waiting) w WHERE p.waiting IS NOT NULL AND p.user_id IS NOT NULL`,
    { run },
  );
}

/**
 * Keeps what was said of people and lines, so that it is not asked again. Returns how many answers are new. The keys
 * are those of the file's lines; `answer_key` and `about_key` were made known when the plan was made.
 */
export function rememberAnswers(tx: Tx, source: string): number {
  const made = (line: string) =>
    `(SELECT user_id FROM temp.roster_plan p WHERE p.kind = 'created' AND p.held IS NULL AND p.line = ${line})`;
  const user = `coalesce(s.user_id, (SELECT user_id FROM temp.roster_rows o WHERE o.line = s.other_line), ${made('s.other_line')})`;
  const answers = tx.run(
    `INSERT INTO roster_answers (at, operator, source, answer, user_id, key, about, other_id)
     SELECT :now, :operator, :source, answer, user, answer_key(key), about_key(given_name, family_name, birth_date), iif(answer = 'different', made, NULL)
     FROM (SELECT s.answer, ${user} AS user, r.key, r.given_name, r.family_name, r.birth_date, ${made('r.line')} AS made
           FROM temp.roster_said s JOIN temp.roster_rows r ON r.line = s.line WHERE s.is_new)
     WHERE user IS NOT NULL AND key IS NOT NULL
     ON CONFLICT (user_id, source, key) DO UPDATE SET answer = excluded.answer, about = excluded.about, at = excluded.at,
       operator = excluded.operator, other_id = excluded.other_id`,
    { now: tx.now, operator: tx.operator, source },
  );
  return answers + rememberDepartures(tx, source);
}

/** What was said of people who were deleted and are listed again; of who is taken in, with whom it has made. */
const rememberDepartures = (tx: Tx, source: string): number =>
  tx.run(
    `INSERT INTO roster_answers (at, operator, source, answer, departure, about, other_id)
     SELECT :now, :operator, :source, d.answer, d.hash, d.about,
       (SELECT user_id FROM temp.roster_plan p WHERE p.kind = 'created' AND p.held IS NULL AND p.line = d.line)
     FROM temp.roster_departed d WHERE d.answer IS NOT NULL AND d.user_id IS NULL
       AND (d.is_new OR (d.answer = 'take-in' AND d.line IN (SELECT line FROM temp.roster_plan WHERE kind = 'created' AND held IS NULL)))
     ON CONFLICT (departure, about) DO UPDATE SET answer = excluded.answer, other_id = excluded.other_id,
       at = iif(answer = excluded.answer, at, excluded.at), operator = iif(answer = excluded.answer, operator, excluded.operator)`,
    { now: tx.now, operator: tx.operator, source },
  );

/** Keeps in numbers what an import has left open, for \`status\`; a part of a school says nothing of the whole. Whether it is news. */
export function rememberWaiting(tx: Tx, { wish, counts, approvals }: Plan): boolean {
  const { source, role, partial } = wish;
  const questions = counts.suspects;
  const waiting = approvals.reduce((sum, { people }) => sum + people, 0);
  if (questions + waiting === 0) {
    if (!partial) tx.run('DELETE FROM roster_waiting WHERE source = :source AND role = :role', { source, role });
    return false;
  }
  return (
    tx.run(
      `INSERT INTO roster_waiting (source, role, since, questions, approvals)
       VALUES (:source, :role, :now, :questions, :waiting)
       ON CONFLICT (source, role) DO UPDATE SET questions = excluded.questions, approvals = excluded.approvals, since = excluded.since
         WHERE questions <> excluded.questions OR approvals <> excluded.approvals`,
      { source, role, now: tx.now, questions, waiting },
    ) > 0
  );
}
