import { LIMITS } from '../../../domain/limits.js';
import { type Actor, actorRef, isStaff } from '../../../domain/people/actor.js';
import { may } from '../../../domain/people/permissions.js';
import type { Notice } from '../../../domain/requests/notice.js';
import type { RequestStatus } from '../../../domain/requests/statuses.js';
import { ok, type Problem, type Result, refuse, refuseFor } from '../../../domain/result.js';
import type { Transaction } from '../../../ports/database.js';
import type { RecordServices, Services } from '../../../ports/services.js';
import { tooOften } from '../../limits/too-often.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import { staleVersion } from '../../stale-version.js';
import {
  type Correspondence,
  type CorrespondenceRow,
  decidersOfReopening,
  recordCorrespondence,
  staffOf,
} from '../record-correspondence.js';
import { lockRequest, type RequestRow } from '../request-row.js';
import { isToldOfMessages } from '../told-of-messages.js';
import { visibleRequest } from '../visible-request.js';

export interface WriteOptions {
  commandId: string;
  ifMatch?: number;
}

type Kind = Pick<Correspondence, 'event' | 'field' | 'change'> & {
  mail: 'message-from-requester' | 'reopening-requested';
  refusal(status: RequestStatus, row: RequestRow): Problem | null;
};

/**
 * The requester, or the supervisor who confirmed, writes to staff; over the API staff may for the requester.
 * It is recorded in one transaction and asks nothing of the workflow, so nothing typed waits for anything.
 */
export async function writeAsOutsider(
  services: Services,
  actor: Actor,
  id: string,
  letter: { text: string; kindOf(row: RequestRow, at: Date): Kind },
  { commandId, ifMatch }: WriteOptions,
): Promise<Result<{ row: RequestRow; written: CorrespondenceRow }>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  if (isStaff(actor) && !may(actor, 'requests.act-for-requester')) {
    return refuse('only-requester-or-staff');
  }
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const row = await lockRequest(tx, id);
    if (!row) return refuse('request-not-yours');
    const { at } = rec;
    const { mail, refusal, ...kind } = letter.kindOf(row, at);
    const repeated = await isRepeat(tx, row, commandId, kind.field);
    const refused = repeated ? null : refusal(row.status as RequestStatus, row);
    if (refused) return refuseFor(refused);
    const stale = repeated ? null : staleVersion(row, ifMatch);
    if (stale) return stale;
    const often = repeated ? null : await tooOften({ ...services, db: tx }, actor, LIMITS.letters, row.id);
    if (often) return often;
    const written = await recordCorrespondence(rec, services, {
      ...kind,
      row,
      text: letter.text,
      author: actorRef(actor),
      onBehalfOf: isStaff(actor) ? `person:${row.requesterId}` : null,
      commandId,
      notice: await noticeToStaff(tx, services, row, { kind: mail, at }),
    });
    return ok({ row, written });
  });
}

/** One mail tells of messages until somebody has looked at them; null: it has been sent. */
async function noticeToStaff(
  tx: Transaction,
  services: RecordServices,
  row: RequestRow,
  { kind, at }: { kind: Kind['mail']; at: Date },
): Promise<Notice | null> {
  if (kind === 'reopening-requested') {
    return { kind, to: await decidersOfReopening(tx, row), link: 'staff' };
  }
  const to = await staffOf(tx, services, row);
  if (kind === 'message-from-requester' && (await isToldOfMessages(tx, services, { row, to, at })))
    return null;
  return { kind, to, link: 'staff' };
}

/** Sent again, perhaps after the request has ended: the answer it had is still owed. */
async function isRepeat(
  tx: Transaction,
  row: RequestRow,
  commandId: string,
  field: Correspondence['field'],
): Promise<boolean> {
  const where = { requestId: row.id, updateId: commandId, field, status: 'effective' };
  return (await tx.caseText.count({ where })) > 0;
}
