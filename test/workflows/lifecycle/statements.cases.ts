import { test } from '@jest/globals';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { submission, type TestDesk } from '../../support/desk.js';
import { headersOf } from '../../support/sign-in.js';
import { countUseCases } from '../budget.js';
import { desk } from './site.js';

/** What a use case may ask of the database, the process's own part included. */
const BUDGET = {
  // A link made, and used once: its row, the account and a session, as the library keeps them.
  'sign-in': 9,
  'submit, known': 12,
  'submit, new': 12,
  'submit, supervised': 12,
  // Two people are made, each with an address.
  'submit, both new': 14,
  // Nobody else makes the same one meanwhile: its lock, and its row.
  'submit, new organization': 14,
  // Who it is (session, account, staff or person), and that it is no flood.
  // Whoever is signed in is asked for their second factor, if they have one.
  'submit, signed in': 17,
  assign: 10,
  'request-information': 10,
  information: 10,
  'supervisor confirms': 10,
  note: 7,
  // Signed in, and whether staff have been told already.
  message: 17,
  reply: 10,
  'draft-response': 7,
  'submit-for-review': 10,
  'return-response': 10,
  'send-response': 10,
  redirect: 10,
  extend: 10,
  reprioritise: 10,
  reclassify: 10,
  'change-deadline': 10,
  decline: 10,
  'supervisor refuses': 10,
  withdraw: 10,
  // Two processes: the target is locked, told in a delivery of its own, and may record what it hears before the answer.
  merge: 24,
  close: 10,
  'reopening asked': 18,
  'refuse-reopening': 10,
  // Begins an episode, like a submission; it has no process yet that could be asked.
  reopen: 12,
};

test('each use case about a request stays within its budget of round trips', async () => {
  const { count, allWithin } = countUseCases();
  const path = '/api/v1/ta-requests';
  const post = (to: string, body: unknown, options: Parameters<TestDesk['api']>[2] = {}) =>
    desk.api('POST', `${path}${to}`, { body, ...options });
  const form = (name: string, requester: object = {}, over: object = {}) =>
    submission(
      { facts: `Facts of ${name}.`, ...over },
      { email: 'statements@legal-aid.example', organization: 'Harbor Legal Aid', ...requester },
    );
  const submit = async (name: string, over: object = {}) => (await post('', form(name, {}, over))).body.id;
  const decide = (
    id: string,
    decision: { kind: string; [field: string]: unknown },
    as: StaffRole = 'attorney',
  ) => count(decision.kind, () => post(`/${id}/decisions`, decision, { as }));
  const supervisor = { name: 'Sam Lee', email: 'statements-sam@legal-aid.example', role: 'attorney' };

  const known = { role: 'paralegal', email: 'known.para@legal-aid.example' };
  const paralegal = { role: 'paralegal', email: 'statements-para@legal-aid.example' };

  // Keys are made, the calendar is read.
  const id = await submit('the first');
  await post('', form('another', known, { supervisor }));
  for (const as of ['attorney', 'director', 'coordinator'] as const)
    await desk.api('GET', '/api/v1/messages', { as });
  const headers = await headersOf(desk, 'statements@legal-aid.example');
  await count('sign-in', async () => {
    const token = await desk.auth.make({ email: 'statements@legal-aid.example', validMs: 60_000 });
    const used = await desk.auth.use(token);
    return { status: used ? 200 : 403, body: null, headers: new Headers() };
  });
  await count('submit, known', () => post('', form('the second')));
  await count('submit, new', () => post('', form('the third', { email: 'new@harbor.example' })));
  await count('submit, supervised', () => post('', form('the fourth', known, { supervisor })));
  const both = await count('submit, both new', () =>
    post(
      '',
      form('the fifth', paralegal, {
        supervisor: { ...supervisor, email: 'statements-pat@legal-aid.example' },
      }),
    ),
  );
  const news = { email: 'news@bay.example', organization: 'Bay Legal Aid' };
  await count('submit, new organization', () => post('', form('the new', news)));
  await count('submit, signed in', () => post('', form('the sixth'), { as: null, headers }));
  await decide(id, { kind: 'assign', to: 'attorney@desk.example' }, 'coordinator');
  await decide(id, { kind: 'request-information', question: 'Which office?' });
  await count('information', () => post(`/${id}/information`, { answer: 'Vermont.' }));
  await count('supervisor confirms', () =>
    post(`/${both.body.id}/supervisor-confirmation`, { confirms: true }),
  );
  await decide(id, { kind: 'note', body: 'Looked into it.' });
  await count('message', () => post(`/${id}/correspondence`, { body: 'When?' }, { as: null, headers }));
  await decide(id, { kind: 'reply', body: 'Soon.' });
  await decide(id, { kind: 'draft-response', body: 'First thoughts.' });
  await decide(id, { kind: 'submit-for-review' });
  await decide(id, { kind: 'return-response', note: 'Cite the rule.' }, 'director');
  for (const decision of [{ kind: 'draft-response', body: 'Again.' }, { kind: 'submit-for-review' }])
    await post(`/${id}/decisions`, decision, { as: 'attorney' });
  await decide(id, { kind: 'send-response' }, 'director');
  await decide(await submit('one'), { kind: 'redirect', to: 'resources' }, 'director');
  const other = await submit('two');
  await decide(other, { kind: 'extend', businessDays: 1, reason: 'Law changed.' }, 'director');
  await decide(other, { kind: 'reprioritise', urgent: true, reason: 'Soon.' }, 'director');
  await decide(other, { kind: 'reclassify', requestKind: 'general-information' }, 'director');
  await decide(other, { kind: 'change-deadline', courtOrFilingDeadline: null }, 'director');
  const declined = await submit('three');
  await decide(declined, { kind: 'decline', reason: 'Not ours.', policy: 'scope' }, 'director');
  const refused = await post('', form('four', paralegal, { supervisor }));
  await count('supervisor refuses', () =>
    post(`/${refused.body.id}/supervisor-confirmation`, { confirms: false }),
  );
  const withdrawn = await submit('five');
  await count('withdraw', () => post(`/${withdrawn}/withdrawal`, { reason: 'Solved.' }));
  await decide(await submit('six'), { kind: 'merge', into: other }, 'director');
  // It hears of it meanwhile.
  while (!(await desk.timeline(other)).some((line) => line.startsWith('merged-in ')));
  await decide(id, { kind: 'close' }, 'director');
  await count('reopening asked', () => post(`/${id}/reopening`, { reason: 'More.' }, { as: null, headers }));
  await decide(id, { kind: 'refuse-reopening', reason: 'Another matter.' }, 'director');
  await decide(id, { kind: 'reopen', reason: 'Another matter.' }, 'director');
  allWithin(BUDGET);
}, 60_000);
