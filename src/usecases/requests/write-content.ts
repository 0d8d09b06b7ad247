import { type Actor, actorRef } from '../../domain/people/actor.js';
import { DRAFT_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { staleVersion } from '../stale-version.js';
import { addCaseText } from './case-text.js';
import { lockRequest } from './request-row.js';
import { type ViewRow, viewOf } from './request-view.js';

interface ContentOptions {
  commandId: string;
  ifMatch?: number;
}

type Write = (
  services: Services,
  actor: Actor,
  row: ViewRow,
  body: string,
  options: ContentOptions,
) => Promise<Result<RequestView>>;

/** A note for colleagues: content, possible at any time, never shown to the requester. */
export const writeNote: Write = (...args) => write('note', ...args);

/** The response as it is being written. Whoever wrote last is its author and may not be the one who sends it. */
export const writeDraft: Write = (...args) => write('draft', ...args);

async function write(
  field: 'note' | 'draft',
  ...[services, actor, { id }, body, { commandId, ifMatch }]: Parameters<Write>
): Promise<Result<RequestView>> {
  const author = actorRef(actor);
  const written = await recordingOrRefusal(services, async (rec) => {
    const request = await lockRequest(rec.tx, id);
    if (!request) return refuse('request-gone');
    const stale = staleVersion(request, ifMatch);
    if (stale) return stale;
    const status = request.status as RequestStatus;
    if (field === 'draft' && !DRAFT_STATUSES.includes(status)) return noDraftNow(status);
    addCaseText(rec, services, { request, field, text: body, author, at: rec.at, commandId });
    rec.behind.change(id, field === 'draft' ? { draftAuthor: author } : {});
    return ok(null);
  });
  return written.ok ? ok(await viewOf(services, actor, id)) : written;
}

function noDraftNow(status: RequestStatus): Result<never> {
  return status === 'in-review' ? refuse('draft-in-review') : refuse('no-drafting-while', { status });
}
