import { type Actor, actorRef } from '../../domain/people/actor.js';
import { openFollowUp } from '../../domain/requests/after-answer.js';
import type { RequestState } from '../../domain/requests/state.js';
import { DRAFT_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { endWork } from '../answers/end-work.js';
import { isUnchanged, refuseIfMoved } from '../answers/refuse-if-moved.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { staleVersion } from '../stale-version.js';
import { addCaseText } from './case-text.js';
import { lockRequest, type RequestRow } from './request-row.js';
import { type ViewRow, viewOf } from './request-view.js';

interface ContentOptions {
  commandId: string;
  ifMatch?: number;
  /** The version it was begun from. */
  base?: string | null;
}

type Write = (
  services: Services,
  actor: Actor,
  row: ViewRow,
  body: string,
  options: ContentOptions,
) => Promise<Result<RequestView>>;

/** The answer to a follow-up question as it is being written: like the response, another person sends it. */
export const writeFollowUpDraft: Write = (...args) => write('follow-up-draft', ...args);

/** The response as it is being written. Whoever wrote last is its author and may not be the one who sends it. */
export const writeDraft: Write = (...args) => write('draft', ...args);

async function write(
  field: 'draft' | 'follow-up-draft',
  ...[services, actor, { id }, body, { commandId, ifMatch, base }]: Parameters<Write>
): Promise<Result<RequestView>> {
  const author = actorRef(actor);
  const written = await recordingOrRefusal(services, async (rec) => {
    const request = await lockRequest(rec.tx, id);
    if (!request) return refuse('request-gone');
    const stale = staleVersion(request, ifMatch);
    if (stale) return stale;
    const status = request.status as RequestStatus;
    const notNow = field === 'follow-up-draft' ? noFollowUpDraftNow(request) : null;
    if (notNow) return notNow;
    if (field === 'draft' && !DRAFT_STATUSES.includes(status)) return noDraftNow(status);
    const moved = await refuseIfMoved(rec.tx, services, request, { field, body, base, commandId });
    if (moved) return moved;
    if (await isUnchanged(rec.tx, services, request, body)) {
      endWork(rec, { requestId: id, writer: author, field });
      return ok(null);
    }
    addCaseText(rec, services, { request, field, text: body, author, at: rec.at, commandId });
    endWork(rec, { requestId: id, writer: author, field });
    rec.behind.change(id, field === 'draft' ? { draftAuthor: author } : {});
    return ok(null);
  });
  return written.ok ? ok(await viewOf(services, actor, id)) : written;
}

function noFollowUpDraftNow({ processState }: RequestRow): Result<never> | null {
  const state = processState as unknown as RequestState | null;
  const followUp = state && openFollowUp(state);
  if (!followUp) return refuse('no-follow-up-open');
  return followUp.inReview ? refuse('draft-in-review') : null;
}

function noDraftNow(status: RequestStatus): Result<never> {
  return status === 'in-review' ? refuse('draft-in-review') : refuse('no-drafting-while', { status });
}
