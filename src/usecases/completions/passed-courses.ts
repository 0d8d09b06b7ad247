import type { Transaction } from '../../ports/database.js';
import { type Sql, sql } from '../sql.js';

/** Courses a person has passed, by any of their addresses: an array, for a statement that reads more. */
export const passedBy = (personId: string): Sql =>
  sql`ARRAY(SELECT DISTINCT course_id FROM completion WHERE person_id = ${personId}::uuid AND passed ORDER BY 1)`;

/** The same by itself. */
export async function passedCourses(tx: Transaction, personId: string): Promise<string[]> {
  const [row] = await tx.$queryRaw<[{ passed: string[] }]>`SELECT ${passedBy(personId)} AS passed`;
  return row.passed;
}
