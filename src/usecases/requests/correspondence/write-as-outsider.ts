import { LIMITS } from '../../../domain/limits.js';
import { type Actor, actorRef, isStaff } from '../../../domain/people/actor.js';
import { may } from '../../../domain/people/permissions.js';
import type { Notice } from '../../../domain/requests/notice.js';
import { ok, type Problem, type Result, refuse } from '../../../domain/result.js';
import type { Transaction } from '../../../ports/database.js';
import type { RecordServices, Services } from '../../../ports/services.js';
import { tooOften } from '../../limits/too-often.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import type { WrittenText } from '../case-text.js';
import {
  type Correspondence,
  decidersOfReopening,
  recordCorrespondence,
  staffOf,
} from '../record-correspondence.js';
import type { RequestRow } from '../request-row.js';
import { tellRequest } from '../tell-request.js';
import { isToldOfMessages } from '../told-of-messages.js';
import { visibleRequest } from '../visible-request.js';
import { lockForLetter, type WriteOptions } from './lock-for-letter.js';

type Kind = Pick<Correspondence, 'event' | 'field' | 'change'> & {
  mail: 'message-from-requester' | 'reopening-requested';
  refusal(row: RequestRow): Problem | null;
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
  options: WriteOptions,
): Promise<Result<{ row: RequestRow; written: WrittenText }>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  if (isStaff(actor) && !may(actor, 'requests.act-for-requester')) {
    return refuse('only-requester-or-staff');
  }
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const locked = await lockForLetter(tx, id, (row) => letter.kindOf(row, rec.at), options);
    if (!locked.ok) return locked;
    const { row, before } = locked.value;
    const { mail, refusal: _asked, ...kind } = locked.value.kind;
    const often = before ? null : await tooOften({ ...services, db: tx }, actor, LIMITS.letters, row.id);
    if (often) return often;
    const written = await recordCorrespondence(rec, services, {
      ...kind,
      row,
      before,
      text: letter.text,
      author: actorRef(actor),
      onBehalfOf: isStaff(actor) ? `person:${row.requesterId}` : null,
      commandId: options.commandId,
      notice: await noticeToStaff(tx, services, row, { kind: mail, at: rec.at }),
    });
    // It holds the end by itself.
    if (kind.event === 'reopening-asked' && !before && row.status === 'responded') {
      tellRequest(rec, row, { v: 1, kind: 'closing-held', at: rec.at.toISOString() });
    }
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
  // Who has been told of one before, and did not look, reads of the others in the daily digest.
  return { kind, to, link: 'staff', again: row.messageWaitingSince !== null };
}
