import type { User } from '../../users/rules.ts';
import { yearOf } from '../../users/years.ts';

/** As what somebody comes to the desk with a child that is too young to come alone. */
export type Capacity = 'guardian' | 'class-teacher';

/**
 * As what somebody may accompany a child who asks for a new password: as a guardian who has custody or, up to a year, as
 * the teacher of the child's class. Undefined if they may not. The child comes all the same: the terms, "Allgemeine
 * Verhaltensregeln", let nobody ask for somebody else.
 */
export function capacityOf(
  companion: Pick<User, 'id' | 'role' | 'class' | 'groups'>,
  child: { role: User['role']; class: string | null; custodianIds: readonly number[] },
  teacherUntilYear: number,
): Capacity | undefined {
  if (child.role !== 'student') return undefined;
  if (companion.role === 'guardian') return child.custodianIds.includes(companion.id) ? 'guardian' : undefined;
  const year = child.class === null ? null : yearOf(child.class);
  if (companion.role !== 'teacher' || child.class === null || year === null || year > teacherUntilYear)
    return undefined;
  const [wanted, ...names] = [child.class, companion.class ?? '', ...companion.groups].map((name) =>
    name.toLowerCase(),
  );
  return names.some((name) => name === wanted) ? 'class-teacher' : undefined;
}
