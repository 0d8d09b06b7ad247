import type { Prisma } from '../../adapters/database/generated/client.js';
import type { IntroductionEvent, IntroductionState } from '../../domain/mentors/introduction-state.js';
import { isIntroductionOver } from '../../domain/mentors/introduction-statuses.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { appendEvent, asJson, contentHash } from '../process-events.js';
import type { Recording } from '../recording.js';
import { keepItsRelease } from './introduction-release.js';
import type { IntroductionRow } from './introduction-row.js';
import { introductionText } from './introduction-text.js';
import { hasRoom } from './mentor-row.js';
import { queueIntroductionMails } from './queue-introduction-mails.js';

/** Appends an introduction's event, updates its row, and writes the mails it calls for: the one place that does. */
export async function writeIntroductionEvent(
  rec: Recording,
  services: RecordServices,
  {
    row: before,
    state,
    event: decided,
  }: { row: IntroductionRow; state: IntroductionState; event: IntroductionEvent },
): Promise<void> {
  const { id } = before;
  const event = await asItIsTold(rec, before, decided);
  appendEvent(rec, {
    workflowId: introductionWorkflowId(id),
    event,
    hash: introductionEventHash(decided, state),
  });
  const updated = await rec.tx.introduction.update({
    where: { id },
    data: {
      ...derivedOf(state),
      ...(event.type === 'requester-consented' ? { mentorAsked: true } : {}),
      ...(isIntroductionOver(state.status) ? { endedAt: new Date(event.at) } : {}),
      processSeq: event.seq,
      processState: asJson(state),
      version: { increment: 1 },
    },
  });
  if (event.commandId) introductionText.makeEffective(rec, id, event.commandId);
  await keepItsRelease(rec, services, { row: { ...updated, dataKey: before.dataKey }, state, event });
  await queueIntroductionMails(rec, services, { row: { ...updated, dataKey: before.dataKey }, state, event });
}

/** A mentor whose yes would be refused is not urged to say it: the past says that none was sent, for as long as it is kept. */
async function asItIsTold(
  { tx }: Recording,
  { id, mentorId }: IntroductionRow,
  event: IntroductionEvent,
): Promise<IntroductionEvent> {
  const toMentor = event.type === 'reminded' && event.data.side === 'mentor';
  if (!toMentor || (await hasRoom(tx, mentorId, id))) return event;
  return { ...event, data: { ...event.data, withoutMail: true } };
}

/** What an introduction's row has from its process. */
export function derivedOf(state: IntroductionState) {
  const date = (at: string | null) => (at ? new Date(at) : null);
  return {
    status: state.status,
    answerBy: date(state.answerBy),
    introducedAt: date(state.introducedAt),
    followedUpAt: date(state.followedUpAt),
    nextDueAt: date(state.next?.at ?? null),
  } satisfies Prisma.IntroductionUncheckedUpdateInput;
}

/** What depends on the calendar may differ between two tries and doesn't count. */
export function introductionEventHash(event: IntroductionEvent, state: IntroductionState): string {
  const { next: _next, answerBy: _by, ...decided } = state;
  return contentHash(event, decided);
}
