import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import { passedCourses } from './passed-courses.js';

/** What whoever asks has passed, by any of their addresses; null: they have not said who they are. */
export async function ownPassedCourses({ db }: Pick<Services, 'db'>, actor: Actor): Promise<string[] | null> {
  return actor.kind === 'person' ? passedCourses(db, actor.id) : null;
}
