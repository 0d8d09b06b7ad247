import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { replyRefusal } from '../../../domain/requests/correspondence.js';
import type { RequestStatus } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { because, ok, type Problem, type Result, refuse, refuseFor } from '../../../domain/result.js';
import type { Services } from '../../../ports/services.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import { staleVersion } from '../../stale-version.js';
import { type Correspondence, recordCorrespondence } from '../record-correspondence.js';
import { lockRequest, type RequestRow } from '../request-row.js';
import { type ViewRow, viewOf } from '../request-view.js';
import type { WriteOptions } from './write-as-outsider.js';

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
  { commandId, ifMatch }: WriteOptions,
  { mail, refusal, ...letter }: Letter,
): Promise<Result<RequestView>> {
  const written = await recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const row = await lockRequest(tx, id);
    if (!row) return refuse('request-not-yours');
    const where = { requestId: id, updateId: commandId, field: letter.field, status: 'effective' };
    const repeated = (await tx.caseText.count({ where })) > 0;
    const refused = repeated ? null : refusal(row);
    if (refused) return refuseFor(refused);
    const stale = repeated ? null : staleVersion(row, ifMatch);
    if (stale) return stale;
    await recordCorrespondence(rec, services, {
      ...letter,
      row,
      author: actorRef(actor),
      onBehalfOf: null,
      commandId,
      notice: {
        kind: mail,
        to: ['requester'],
        cc: row.supervisorStatus === 'confirmed' ? ['supervisor'] : [],
        link: 'request',
      },
    });
    return ok(null);
  });
  return written.ok ? ok(await viewOf(services, actor, id)) : written;
}
