import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { replyRefusal } from '../../../domain/requests/correspondence.js';
import type { RequestStatus } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { because, ok, type Problem, type Result } from '../../../domain/result.js';
import type { Services } from '../../../ports/services.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import { type Correspondence, recordCorrespondence } from '../record-correspondence.js';
import type { RequestRow } from '../request-row.js';
import { type ViewRow, viewOf } from '../request-view.js';
import { tellRequest } from '../tell-request.js';
import { lockForLetter, type WriteOptions } from './lock-for-letter.js';

type Letter = Pick<Correspondence, 'event' | 'field' | 'text' | 'change'> & {
  mail: 'message-from-staff' | 'reopening-refused';
  refusal(row: RequestRow): Problem | null;
};

/** Staff reply to the requester. Like a note it is content: possible while the workflow can't be reached. */
export function replyToRequester(
  services: Services,
  actor: Actor,
  row: ViewRow,
  body: string,
  options: WriteOptions,
): Promise<Result<RequestView>> {
  return answerAsStaff(services, actor, row, options, {
    event: 'message-sent',
    field: 'reply',
    text: body,
    mail: 'message-from-staff',
    change: { messageWaitingSince: null },
    refusal: ({ status, messageWaitingSince }) =>
      replyRefusal(status as RequestStatus, messageWaitingSince !== null),
  });
}

/** Staff say no to a reopening, with the reason the requester reads. */
export function refuseReopening(
  services: Services,
  actor: Actor,
  row: ViewRow,
  reason: string,
  options: WriteOptions,
): Promise<Result<RequestView>> {
  return answerAsStaff(services, actor, row, options, {
    event: 'reopening-refused',
    field: 'reopening-refusal',
    text: reason,
    mail: 'reopening-refused',
    change: { reopeningAskedAt: null },
    refusal: ({ reopeningAskedAt }) => (reopeningAskedAt ? null : because('nobody-asked-reopening')),
  });
}

async function answerAsStaff(
  services: Services,
  actor: Actor,
  { id }: ViewRow,
  options: WriteOptions,
  { mail, refusal, ...letter }: Letter,
): Promise<Result<RequestView>> {
  const written = await recordingOrRefusal(services, async (rec) => {
    const locked = await lockForLetter(rec.tx, id, () => ({ field: letter.field, refusal }), options);
    if (!locked.ok) return locked;
    const { row, before } = locked.value;
    await recordCorrespondence(rec, services, {
      ...letter,
      row,
      before,
      author: actorRef(actor),
      onBehalfOf: null,
      commandId: options.commandId,
      notice: {
        kind: mail,
        to: ['requester'],
        cc: row.supervisorStatus === 'confirmed' ? ['supervisor'] : [],
        link: 'request',
      },
    });
    if (letter.event === 'reopening-refused' && !before && row.status === 'responded') {
      tellRequest(rec, row, { v: 1, kind: 'closing-resumed', at: rec.at.toISOString() });
    }
    return ok(null);
  });
  return written.ok ? ok(await viewOf(services, actor, id)) : written;
}
