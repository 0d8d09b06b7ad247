import type { Transaction } from '../../ports/database.js';

/** Courses a person has passed, by any of their addresses. */
export async function passedCourses(tx: Transaction, personId: string): Promise<string[]> {
  const rows = await tx.completion.findMany({
    where: { personId, passed: true },
    select: { courseId: true },
    distinct: ['courseId'],
  });
  return rows.map((row) => row.courseId);
}
