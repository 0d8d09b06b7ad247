import { reviewWorkflowId } from '../../src/domain/conduct/workflow-id.js';
import { continueAsUsual, continueEarly } from '../support/continue-early.js';
import type { TestDesk } from '../support/desk.js';

/** Every path a conduct review can take, from November 8, 2055. Answers name → workflow id. */
export async function walkConductPaths(desk: TestDesk): Promise<Map<string, string>> {
  const walked = new Map<string, string>();
  const must = async (path: string, body: unknown) => {
    const answer = await desk.api('POST', `/api/v1${path}`, { as: 'director', body });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}`);
    return answer.body;
  };
  const open = async (path: string) => {
    const { requester } = await desk.submit({}, { email: `${path}@legal-aid.example` });
    const opening = { personId: requester.id, grounds: 'overuse', evidence: 'Seen.' };
    const { id } = await must('/conduct-reviews', opening);
    walked.set(path, reviewWorkflowId(id));
    return (decision: object) => must(`/conduct-reviews/${id}/decisions`, decision);
  };
  const refuse = (until: string) => ({ kind: 'refuse', until, reason: 'Why.' });

  await continueEarly(desk.wired.services.db, 30, 'conductReview');
  const long = await open('conduct-continued-as-new');
  await continueAsUsual(desk.wired.services.db);
  const expires = await open('conduct-refused-and-expired');
  const upheld = await open('conduct-appeal-upheld');
  const reversed = await open('conduct-appeal-reversed');
  const dismissed = await open('conduct-dismissed');
  const lifted = await open('conduct-lifted');

  await desk.advance({ to: '2055-11-29T10:00:00-08:00' });
  for (const decide of [long, expires, upheld, reversed, lifted]) await decide({ kind: 'notify' });
  await dismissed({ kind: 'dismiss', reason: 'Nothing in it.' });
  await reversed({ kind: 'reply', body: 'I did not.' });
  for (const decide of [long, expires, upheld, reversed, lifted]) await decide(refuse('2056-01-20'));
  for (const decide of [long, upheld, reversed]) await decide({ kind: 'appeal', reason: 'No.' });
  await must('/closures', { date: '2055-12-23', name: 'Retreat' });
  await upheld({ kind: 'decide-appeal', upheld: true, reason: 'Yes.' });
  await reversed({ kind: 'decide-appeal', upheld: false, reason: 'Right.' });
  await lifted({ kind: 'dismiss', reason: 'Settled.' });
  await desk.advance({ to: '2056-01-21T10:00:00-08:00' });
  return walked;
}
