import { releaseWorkflowId } from '../../src/domain/releases/workflow-id.js';
import { continueAsUsual, continueEarly } from '../support/continue-early.js';
import type { TestDesk } from '../support/desk.js';
import { headersOf } from '../support/sign-in.js';

/** Every path a release can take, from November 8, 2055. Answers name → workflow id. */
export async function walkReleasePaths(desk: TestDesk): Promise<Map<string, string>> {
  const walked = new Map<string, string>();
  const email = (path: string) => `${path}@shares.example`;
  const ask = async (path: string, over: object = {}) => {
    const { id: request } = await desk.submit({}, { email: email(path) });
    const body = {
      recipientKind: 'partner',
      recipient: 'Network',
      purpose: 'To take it.',
      parts: ['question'],
      ...over,
    };
    const answer = await desk.api('POST', `/api/v1/ta-requests/${request}/releases`, {
      as: 'director',
      body,
    });
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}`);
    walked.set(path, releaseWorkflowId(answer.body.id));
    return async (kind: string, as: 'requester' | 'coordinator' = 'requester') => {
      const by = as === 'requester' ? { as: null, headers: await headersOf(desk, email(path)) } : { as };
      const decided = await desk.api('POST', `/api/v1/releases/${answer.body.id}/decisions`, {
        ...by,
        body: { kind },
      });
      if (decided.status !== 200) throw new Error(`${path} answered ${decided.status}`);
    };
  };
  const paper = { reference: 'Folder', signedOn: '2055-11-01' };

  await continueEarly(desk.wired.services.db, 8, 'release');
  const long = await ask('release-continued-as-new');
  await continueAsUsual(desk.wired.services.db);
  const expires = await ask('release-expired');
  const revoked = await ask('release-revoked-by-requester');
  const stopped = await ask('release-on-paper-revoked-by-staff', { paper });
  const declined = await ask('release-declined');
  const takenBack = await ask('release-taken-back');
  await ask('release-lapsed');
  for (const decide of [long, expires, revoked]) await decide('sign');
  await declined('decline');
  await takenBack('revoke', 'coordinator');
  await stopped('revoke', 'coordinator');
  await revoked('revoke');
  await notNeeded(desk, walked);
  await desk.advance({ to: '2056-03-01T10:00:00-08:00' });
  return walked;
}

/** A requester's yes to a mentor, of which nothing comes. */
async function notNeeded(desk: TestDesk, walked: Map<string, string>): Promise<void> {
  const must = async (path: string, body: unknown, by?: string) => {
    const who = by ? { as: null, headers: await headersOf(desk, by) } : { as: 'director' as const };
    return (await desk.api('POST', `/api/v1${path}`, { ...who, body })).body;
  };
  const [mentor, asker] = ['mina@field.example', 'asker@shares.example'];
  const { id: mentorId } = await must('/mentors', {
    email: mentor,
    name: 'Mina',
    topics: ['civil'],
    capacity: 1,
  });
  await must(`/mentors/${mentorId}/decisions`, { kind: 'agree' }, mentor);
  const { id: requestId } = await desk.submit({}, { email: asker });
  const { id } = await must('/introductions', { requestId, mentorId, topic: 'civil' });
  await must(`/introductions/${id}/decisions`, { kind: 'consent' }, asker);
  const release = await desk.wired.services.db.release.findFirstOrThrow({ where: { introductionId: id } });
  walked.set('release-not-needed', releaseWorkflowId(release.id));
  await must(`/introductions/${id}/decisions`, { kind: 'end', reason: 'other' });
}
