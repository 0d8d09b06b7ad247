import { introductionWorkflowId } from '../../src/domain/mentors/workflow-id.js';
import { continueAsUsual, continueEarly } from '../support/continue-early.js';
import type { TestDesk } from '../support/desk.js';
import { headersOf } from '../support/sign-in.js';

/** Every path an introduction to a mentor can take, from November 8, 2055. Answers name → workflow id. */
export async function walkMentorPaths(desk: TestDesk): Promise<Map<string, string>> {
  const walked = new Map<string, string>();
  const must = async (path: string, body: unknown, by?: string) => {
    const who = by ? { as: null, headers: await headersOf(desk, by) } : { as: 'director' as const };
    const answer = await desk.api('POST', `/api/v1${path}`, { ...who, body });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}`);
    return answer.body;
  };
  const propose = async (path: string) => {
    const [mentor, asker] = [`m.${path}@field.example`, `${path}@legal-aid.example`];
    const asked = { email: mentor, name: 'Mina', topics: ['civil'], capacity: 1 };
    const { id: mentorId } = await must('/mentors', asked);
    await must(`/mentors/${mentorId}/decisions`, { kind: 'agree' }, mentor);
    const { id: requestId } = await desk.submit({}, { email: asker });
    const { id } = await must('/introductions', { requestId, mentorId, topic: 'civil' });
    walked.set(path, introductionWorkflowId(id));
    const by = { requester: asker, mentor, staff: undefined };
    const decide = (who: keyof typeof by, decision: object) =>
      must(`/introductions/${id}/decisions`, decision, by[who]);
    return { decide, leave: () => must(`/mentors/${mentorId}/decisions`, { kind: 'leave' }, mentor) };
  };

  await continueEarly(desk.wired.services.db, 24, 'mentorIntroduction');
  const long = await propose('mentor-continued-as-new');
  await continueAsUsual(desk.wired.services.db);
  const silent = await propose('mentor-unanswered-by-requester');
  const declined = await propose('mentor-declined');
  const withdrawn = await propose('mentor-withdrawn');
  const left = await propose('mentor-left');
  const ended = await propose('mentor-ended-by-staff');
  const closes = await propose('mentor-closed-by-itself');
  void silent;
  const met = { kind: 'answer', met: true, useful: 'yes' };

  for (const { decide } of [long, withdrawn, left, ended, closes]) {
    await decide('requester', { kind: 'consent' });
  }
  await declined.decide('requester', { kind: 'decline' });
  await withdrawn.decide('requester', { kind: 'withdraw' });
  await left.leave();
  for (const { decide } of [long, ended, closes]) await decide('mentor', { kind: 'consent' });
  await must('/closures', { date: '2055-12-09', name: 'Retreat' });
  await ended.decide('staff', { kind: 'end', reason: 'no-longer-needed' });
  await desk.advance({ to: '2055-12-15T10:00:00-08:00' });
  await long.decide('requester', met);
  await long.decide('mentor', { kind: 'answer', met: false });
  await closes.decide('mentor', met);
  await desk.advance({ to: '2056-01-10T10:00:00-08:00' });
  return walked;
}
