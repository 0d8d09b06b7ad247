import { type Actor, actorRef } from '../../domain/people/actor.js';
import { DRAFT_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { staleVersion } from '../stale-version.js';
import { makeEffective, writeCaseText } from './case-text.js';
import { lockRequest } from './request-row.js';
import { type ViewRow, viewOf } from './request-view.js';

interface ContentOptions {
  commandId: string;
  ifMatch?: number;
}

/** A note for colleagues: content, possible at any time, never shown to the requester. */
export async function writeNote(
  services: Services,
  actor: Actor,
  row: ViewRow,
  body: string,
  options: ContentOptions,
): Promise<Result<RequestView>> {
  const written = await write(services, actor, row, { field: 'note', body, ...options });
  return written.ok ? ok(await viewOf(services, actor, row.id)) : written;
}

/** The response as it is being written. Whoever wrote last is its author and may not be the one who sends it. */
export async function writeDraft(
  services: Services,
  actor: Actor,
  row: ViewRow,
  body: string,
  options: ContentOptions,
): Promise<Result<RequestView>> {
  const written = await write(services, actor, row, { field: 'draft', body, ...options });
  return written.ok ? ok(await viewOf(services, actor, row.id)) : written;
}

async function write(
  services: Services,
  actor: Actor,
  row: ViewRow,
  content: ContentOptions & { field: 'note' | 'draft'; body: string },
): Promise<Result<null>> {
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const locked = await lockRequest(tx, row.id);
    const isDraft = content.field === 'draft';
    if (!locked) return refuse('request-gone');
    const stale = staleVersion(locked, content.ifMatch);
    if (stale) return stale;
    const status = locked.status as RequestStatus;
    if (isDraft && !DRAFT_STATUSES.includes(status)) return noDraftNow(status);
    const { commandId } = content;
    await writeCaseText(tx, services, {
      request: locked,
      field: content.field,
      text: content.body,
      author: actorRef(actor),
      at: rec.at,
      commandId,
    });
    await makeEffective(tx, row.id, commandId);
    await tx.taRequest.update({
      where: { id: row.id },
      data: { version: { increment: 1 }, ...(isDraft ? { draftAuthor: actorRef(actor) } : {}) },
    });
    return ok(null);
  });
}

function noDraftNow(status: RequestStatus): Result<never> {
  return status === 'in-review' ? refuse('draft-in-review') : refuse('no-drafting-while', { status });
}
