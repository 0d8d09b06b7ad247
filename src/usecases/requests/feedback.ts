import { LIMITS } from '../../domain/limits.js';
import { type Actor, actorRef, isStaff } from '../../domain/people/actor.js';
import { feedbackRefusal } from '../../domain/requests/after-answer.js';
import type { FEEDBACK_ANSWERS, Feedback } from '../../domain/requests/decision.schema.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse, refuseFor } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { tooOften } from '../limits/too-often.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { staleVersion } from '../stale-version.js';
import { addCaseText, openCaseText } from './case-text.js';
import { logAccess } from './read-request.js';
import { recordBeside } from './record-beside.js';
import { lockRequest, type RequestRow } from './request-row.js';
import { actsForRequester, visibleRequest } from './visible-request.js';

type FeedbackAnswer = (typeof FEEDBACK_ANSWERS)[number];

export interface FeedbackGiven {
  answered: FeedbackAnswer;
  at: Instant;
}

/**
 * How it was, as the requester says: one answer, which the next one replaces as long as there is one to give. Beside the
 * process: it changes nothing but what is known of the answer. The comment goes to staff, and to no supervisor.
 */
export async function giveFeedback(
  services: Services,
  actor: Actor,
  id: string,
  { answered, comment }: Feedback,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number },
): Promise<Result<FeedbackGiven & { first: boolean }>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const { allowed, onBehalfOf } = actsForRequester(actor, found.value);
  if (!allowed) return refuse('only-requester-or-staff');
  return recordingOrRefusal(services, async (rec) => {
    const row = await lockRequest(rec.tx, id);
    if (!row) return refuse('request-gone');
    const stale = staleVersion(row, ifMatch);
    if (stale) return stale;
    const refused = feedbackRefusal(row.status as RequestStatus, row.respondedAt?.toISOString() ?? null);
    if (refused) return refuseFor(refused);
    const often = await tooOften({ ...services, db: rec.tx }, actor, LIMITS.letters, row.id);
    if (often) return often;
    const author = actorRef(actor);
    // What was said before is gone with its words: one answer is kept.
    await rec.tx.caseText.deleteMany({ where: { requestId: id, field: 'feedback-comment' } });
    const written = comment
      ? addCaseText(rec, services, {
          request: row,
          field: 'feedback-comment',
          text: comment,
          author,
          at: rec.at,
          commandId,
        })
      : null;
    const told = { type: 'feedback-given' as const, at: rec.at, actor: author, onBehalfOf, data: {} };
    const change = { feedbackAnswer: answered, feedbackAt: rec.at };
    await recordBeside(rec, row, { ...told, about: { textId: written?.id ?? null } }, change);
    return ok({ answered, at: rec.at.toISOString(), first: row.feedbackAnswer === null });
  });
}

/** What the requester said of how it was, for them and for staff; null: nothing yet, or it is nobody else's to read. */
export async function readFeedback(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<(FeedbackGiven & { comment: string | null }) | null>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const theirs = actor.kind === 'person' && actor.id === row.requesterId;
  if (!theirs && !isStaff(actor)) return ok(null);
  const given = givenOf(row);
  if (!given) return ok(null);
  const comment = await commentOf(services, row);
  if (comment !== null) await logAccess(services, actor, id, 'request');
  return ok({ ...given, comment });
}

function givenOf({ feedbackAnswer, feedbackAt }: RequestRow): FeedbackGiven | null {
  return feedbackAnswer && feedbackAt
    ? { answered: feedbackAnswer as FeedbackAnswer, at: feedbackAt.toISOString() }
    : null;
}

async function commentOf(
  { db, vault }: Pick<Services, 'vault'> & { db: Transaction },
  row: RequestRow,
): Promise<string | null> {
  const where = { requestId: row.id, field: 'feedback-comment', status: 'effective' };
  const text = await db.caseText.findFirst({ where, orderBy: { createdAt: 'desc' } });
  return text ? openCaseText({ vault }, row, text) : null;
}
