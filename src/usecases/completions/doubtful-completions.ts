import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { CompletionView } from '../../domain/training/completion.schema.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { holdPeople } from '../people/hold-people.js';
import { recording } from '../recording.js';
import { COMPLETED_BY, completionView } from './completion-view.js';
import { tellOfCourses } from './tell-of-courses.js';

/** A result whose score says otherwise than its sender did; it counts as not passed until somebody has settled it. */
export interface DoubtfulCompletion {
  id: string;
  person: { id: string; name: string; email: string };
  courseId: string;
  saidPassed: boolean;
  score: number;
  completedAt: string;
  source: string;
}

const SHOWN = 50;

/** What waits for a person. */
export const UNSETTLED = { saidPassed: { not: null }, settledAt: null };
/** What doesn't: nobody doubts it, or somebody has decided. */
export const SETTLED = { OR: [{ saidPassed: null }, { settledAt: { not: null } }] };

/** Those that wait for a person, oldest first, fifty at most. Refuses `forbidden`. */
export async function doubtfulCompletions(
  { db }: Services,
  actor: Actor,
): Promise<Result<{ items: DoubtfulCompletion[]; count: number }>> {
  if (!may(actor, 'completions.record')) return refuse('role-records-no-completions');
  const [rows, count] = await Promise.all([
    db.completion.findMany({
      where: UNSETTLED,
      include: { person: { include: { emails: { orderBy: { email: 'asc' }, take: 1 } } } },
      orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
      take: SHOWN,
    }),
    db.completion.count({ where: UNSETTLED }),
  ]);
  return ok({
    count,
    items: rows.map(({ id, person, courseId, saidPassed, score, completedAt, source }) => ({
      id,
      person: { id: person.id, name: person.name, email: person.emails[0]?.email ?? '' },
      courseId,
      saidPassed: saidPassed === true,
      score: score ?? 0,
      completedAt: completedAt.toISOString(),
      source,
    })),
  });
}

/**
 * Says whether it counts as passed; requests that wait for the course go on by it. Once: whoever comes second is told
 * so. Refuses `forbidden`, `not-found`, `not-allowed-now`.
 */
export async function settleCompletion(
  services: RecordServices,
  actor: Actor,
  { id, counts }: { id: string; counts: boolean },
): Promise<Result<CompletionView>> {
  if (!may(actor, 'completions.record')) return refuse('role-records-no-completions');
  return recording(services, async (rec) => {
    const { tx } = rec;
    const before = await tx.completion.findUnique({ where: { id } });
    if (before === null || before.saidPassed === null) return refuse('no-such-completion');
    // Accepting a request of theirs, under whichever address, waits for this, or comes first and is told.
    await holdPeople(tx, [before.personId]);
    const { count } = await tx.completion.updateMany({
      where: { id, settledAt: null },
      data: { passed: counts, settledAt: rec.at, settledBy: actorRef(actor) },
    });
    if (count === 0) return refuse('completion-settled');
    const settled = await tx.completion.findUniqueOrThrow({ where: { id }, include: COMPLETED_BY });
    if (counts) await tellOfCourses(rec, settled.personId, [settled.courseId]);
    services.log.info({ completion: id, counts, by: actorRef(actor) }, 'completion settled');
    return ok(completionView(settled));
  });
}
