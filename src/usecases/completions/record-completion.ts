import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { nameUnsaid } from '../../domain/people/given-name.js';
import { may } from '../../domain/people/permissions.js';
import { courseOf } from '../../domain/program/lookup.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { CompletionInput, CompletionView } from '../../domain/training/completion.schema.js';
import { contradicts } from '../../domain/training/pass-mark.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { findOrCreatePerson } from '../people/find-or-create-person.js';
import { recording } from '../recording.js';
import { COMPLETED_BY, completionView } from './completion-view.js';
import { tellOfCourses } from './tell-of-courses.js';

const DAY_MS = 86_400_000;

/**
 * Records a completion once per (source, sourceId), and tells the person's open requests that wait for the course.
 * The person's row is locked, so a request that is just being accepted either sees the completion or gets the fact.
 * Refuses `forbidden` and `invalid` (a course the program doesn't have).
 */
export async function recordCompletion(
  services: RecordServices,
  actor: Actor,
  input: CompletionInput,
): Promise<Result<{ isNew: boolean; view: CompletionView }>> {
  // An import from the command line is the system's own.
  if (actor.kind !== 'system' && !may(actor, 'completions.record'))
    return refuse('role-records-no-completions');
  const course = courseOf(services.programs.current().program, input.courseId);
  if (!course) return refuseAt('/courseId', 'no-such-course');
  const doubtful = contradicts(input, course.passMark);
  // A self-assessment that says two things opens nothing until a person has looked.
  const passed = input.passed && !doubtful;
  return recording(services, async (rec) => {
    const { tx } = rec;
    // Clocks of different houses differ a little; a course passed next week is a slip, and would open doors today.
    if (Date.parse(input.completedAt) > rec.at.getTime() + DAY_MS) {
      return refuseAt('/completedAt', 'completed-in-the-future');
    }
    const known = await findCompletion(tx, input);
    if (known) return ok({ isNew: false, view: known });
    const facts = { name: nameUnsaid(input.email), email: input.email, role: 'other-professional' };
    const person = await findOrCreatePerson(tx, facts, rec.at);
    const { count } = await tx.completion.createMany({
      skipDuplicates: true,
      data: [
        {
          id: randomUUID(),
          personId: person.id,
          courseId: input.courseId,
          passed,
          score: input.score ?? null,
          saidPassed: doubtful ? input.passed : null,
          completedAt: new Date(input.completedAt),
          source: input.source,
          sourceId: input.sourceId,
          recordedAt: rec.at,
        },
      ],
    });
    const view = await findCompletion(tx, input);
    if (!view) throw new Error('a recorded completion is not there');
    if (count > 0 && passed) await tellOfCourses(rec, person.id, [input.courseId]);
    services.log.info(
      { completion: view.id, course: input.courseId, by: actorRef(actor) },
      'completion recorded',
    );
    return ok({ isNew: count > 0, view });
  });
}

async function findCompletion(
  tx: Transaction,
  { email, source, sourceId }: Pick<CompletionInput, 'email' | 'source' | 'sourceId'>,
): Promise<CompletionView | null> {
  const row = await tx.completion.findUnique({
    where: { source_sourceId: { source, sourceId } },
    include: COMPLETED_BY,
  });
  return row && completionView(row, email);
}
