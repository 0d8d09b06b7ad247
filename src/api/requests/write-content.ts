import type { Services } from '../../activities/ports.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { DRAFT_IN } from '../../domain/requests/allowance.js';
import type { RequestStatus } from '../../domain/requests/status.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { makeEffective, writeCaseText } from '../../records/requests/case-text.js';
import { inRecording, lockRequest } from '../../records/requests/request-row.js';
import { type ViewRow, viewOf } from './request-view.js';

/** A note for colleagues: content, possible at any time, never shown to the requester. */
export async function writeNote(
  services: Services,
  actor: Actor,
  row: ViewRow,
  body: string,
  commandId: string,
): Promise<Result<RequestView>> {
  await write(services, actor, row, { field: 'note', body, commandId });
  return ok(await viewOf(services, actor, row.id));
}

/** The response as it is being written. Whoever wrote last is its author and may not be the one who sends it. */
export async function writeDraft(
  services: Services,
  actor: Actor,
  row: ViewRow,
  body: string,
  commandId: string,
): Promise<Result<RequestView>> {
  const written = await write(services, actor, row, { field: 'draft', body, commandId });
  if (!written) {
    return refuse(
      'not-allowed-now',
      row.status === 'in-review'
        ? 'The draft is being reviewed; it has to be returned before it can be changed.'
        : `A response can be drafted once the request is assigned and while it is open; it is ${row.status}.`,
    );
  }
  return ok(await viewOf(services, actor, row.id));
}

async function write(
  services: Services,
  actor: Actor,
  row: ViewRow,
  content: { field: 'note' | 'draft'; body: string; commandId: string },
): Promise<boolean> {
  const at = services.clock.now();
  return inRecording(services, async (tx) => {
    const locked = await lockRequest(tx, row.id);
    const isDraft = content.field === 'draft';
    if (!locked || (isDraft && !DRAFT_IN.includes(locked.status as RequestStatus))) return false;
    const { commandId } = content;
    await writeCaseText(tx, services, {
      request: locked,
      field: content.field,
      text: content.body,
      author: actorRef(actor),
      at,
      commandId,
    });
    await makeEffective(tx, row.id, commandId);
    await tx.taRequest.update({
      where: { id: row.id },
      data: { version: { increment: 1 }, ...(isDraft ? { draftAuthor: actorRef(actor) } : {}) },
    });
    return true;
  });
}
