import type { Tx } from '../../database/database.ts';
import type { Day } from '../../time.ts';
import type { KeptBy } from '../../users/guardians/store.ts';

export function insertCourtDecision(
  tx: Tx,
  childId: number,
  fact: KeptBy & { purpose: string; since: Day; evidence: string },
): void {
  tx.run(
    `INSERT INTO court_decisions (child_id, purpose, guardian_id, guardian_name, since, evidence, recorded_at, recorded_by)
     VALUES (:childId, :purpose, :guardianId, :guardianName, :since, :evidence, :now, :operator)`,
    { childId, ...fact, now: tx.now, operator: tx.operator },
  );
}
