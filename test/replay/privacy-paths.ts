import { randomUUID } from 'node:crypto';
import { TASK_QUEUE } from '../../src/adapters/temporal/task-queue.js';
import type { Actor } from '../../src/domain/people/actor.js';
import type { PrivacyKind } from '../../src/domain/privacy/privacy-requests.js';
import { privacyWorkflowId } from '../../src/domain/privacy/workflow-id.js';
import { askPrivacy, confirmPrivacy } from '../../src/usecases/privacy/ask-privacy.js';
import { decidePrivacy } from '../../src/usecases/privacy/decide-privacy.js';
import { hashToken } from '../../src/usecases/tokens.js';
import type { TestDesk } from '../support/desk.js';

const DIRECTOR: Actor = {
  ...{ kind: 'user', id: '11111111-1111-4111-8111-111111111111', role: 'director' },
  ...{ name: 'Dora', email: 'director@desk.example' },
};

/** A copy that waits past its day and is granted, an erasure that is carried out, one taken back, one past the end of a run. */
export async function walkPrivacyPaths(desk: TestDesk): Promise<Map<string, string>> {
  const { client, services } = desk.wired;
  const wish = async (name: string, kind: PrivacyKind) => {
    const { id: request, requester } = await desk.submit({}, { email: `${name}@wishes.example` });
    await desk.api('POST', `/api/v1/ta-requests/${request}/withdrawal`, { body: {} });
    const person = { kind: 'person', id: requester.id, name, email: `${name}@wishes.example` } as const;
    const id = randomUUID();
    await askPrivacy(services, person, kind, id);
    await services.db.privacyRequest.update({ where: { id }, data: { tokenHash: hashToken(id) } });
    const confirmed = await confirmPrivacy(services, person, id);
    if (!confirmed.ok) throw new Error(confirmed.problem.reason);
    return { id, person };
  };
  const grant = (id: string) =>
    decidePrivacy(services, DIRECTOR, id, { kind: 'carry-out', partly: false, words: undefined });
  const late = await wish('late', 'copy');
  const long = await wish('long', 'copy');
  // As of one whose run is long: it goes on in another.
  await client.workflow.getHandle(privacyWorkflowId(long.id)).terminate();
  const { nextDueAt } = await services.db.privacyRequest.findUniqueOrThrow({ where: { id: long.id } });
  const longer = `${privacyWorkflowId(long.id)}/again`;
  await client.workflow.start('privacyRequest', {
    workflowId: longer,
    taskQueue: TASK_QUEUE,
    args: [{ v: 1, id: long.id, at: nextDueAt?.toISOString(), continueAfterEvents: 12 }],
  });
  const erased = await wish('erased', 'erasure');
  const back = await wish('back', 'erasure');
  await desk.advance({ by: 'P2D' });
  await decidePrivacy(services, back.person, back.id, { kind: 'withdraw' });
  await grant(erased.id);
  await desk.advance({ by: 'P38D' });
  await grant(late.id);
  await grant(long.id);
  await client.workflow.getHandle(longer).signal('privacyChanged', { v: 1 });
  await desk.advance({ by: 'PT1H' });
  return new Map([
    ['privacy-copy-past-its-day', privacyWorkflowId(late.id)],
    ['privacy-continued', longer],
    ['privacy-erased', privacyWorkflowId(erased.id)],
    ['privacy-taken-back', privacyWorkflowId(back.id)],
  ]);
}
