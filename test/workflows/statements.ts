import { expect, test } from '@jest/globals';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { statementsOf } from '../support/count-statements.js';
import { submission, type TestDesk } from '../support/desk.js';

/**
 * What a use case may ask of the database, from the request of the API to its answer, the process's own part included. A merge is
 * left out: its target hears of it meanwhile, and records that.
 */
const BUDGET = {
  'submit, known': 12,
  'submit, new': 12,
  assign: 10,
  'request-information': 10,
  information: 10,
  'draft-response': 10,
  'submit-for-review': 10,
  'send-response': 10,
  redirect: 10,
  extend: 10,
  reprioritise: 10,
  reclassify: 10,
  'change-deadline': 10,
  decline: 10,
  close: 10,
  // Begins an episode, like a submission; it has no process yet that could be asked.
  reopen: 12,
};

export function staysWithinItsStatements(desk: () => TestDesk): void {
  test('each use case stays within its budget of round trips', async () => {
    const counted: Record<string, string[]> = {};
    const submit = (email: string, name: string) =>
      desk().api('POST', '/api/v1/ta-requests', {
        body: submission({ facts: `Facts of ${name}.` }, { email, organization: 'Harbor Legal Aid' }),
      });
    const count = async (
      name: keyof typeof BUDGET,
      work: () => Promise<{ status: number; body: unknown }>,
    ) => {
      counted[name] = await statementsOf(async () => {
        const { status, body } = await work();
        if (status >= 300) throw new Error(`${name}: ${JSON.stringify(body)}`);
      });
    };
    const decide = (
      id: string,
      decision: { kind: keyof typeof BUDGET } & object,
      as: StaffRole = 'attorney',
    ) =>
      count(decision.kind, () =>
        desk().api('POST', `/api/v1/ta-requests/${id}/decisions`, { as, body: decision }),
      );

    // Keys are made, the calendar is read.
    const first = await submit('statements@legal-aid.example', 'the first');
    for (const as of ['attorney', 'director', 'coordinator'] as const)
      await desk().api('GET', '/api/v1/messages', { as });
    const { id } = first.body;
    await count('submit, known', () => submit('statements@legal-aid.example', 'the second'));
    await count('submit, new', () => submit('statements-new@harbor.example', 'the third'));
    await decide(id, { kind: 'assign', to: 'attorney@desk.example' } as never, 'coordinator');
    await decide(id, { kind: 'request-information', question: 'Which office?' } as never);
    await count('information', () =>
      desk().api('POST', `/api/v1/ta-requests/${id}/information`, { body: { answer: 'Vermont.' } }),
    );
    await decide(id, { kind: 'draft-response', body: 'First thoughts.' } as never);
    await decide(id, { kind: 'submit-for-review' });
    await decide(id, { kind: 'send-response' }, 'director');
    const other = await submit('statements@legal-aid.example', 'the fourth');
    await decide(other.body.id, { kind: 'redirect', to: 'resources' } as never, 'director');

    const another = async (name: string) =>
      (await submit('statements@legal-aid.example', name)).body.id as string;
    const [fifth, sixth] = [await another('the fifth'), await another('the sixth')];
    await decide(fifth, { kind: 'extend', businessDays: 1, reason: 'Law changed.' } as never, 'director');
    await decide(fifth, { kind: 'reprioritise', urgent: true, reason: 'Soon.' } as never, 'director');
    await decide(fifth, { kind: 'reclassify', requestKind: 'general-information' } as never, 'director');
    await decide(fifth, { kind: 'change-deadline', courtOrFilingDeadline: null } as never, 'director');
    await decide(sixth, { kind: 'decline', reason: 'Not ours.', policy: 'scope' } as never, 'director');
    await decide(id, { kind: 'close' }, 'director');
    await decide(id, { kind: 'reopen', reason: 'Another matter.' } as never, 'director');

    const over = Object.entries(counted).filter(
      ([name, all]) => all.length > BUDGET[name as keyof typeof BUDGET],
    );
    expect(over.map(([name, all]) => [`${name}: ${all.length}`, ...all])).toEqual([]);
    expect(Object.keys(counted)).toEqual(Object.keys(BUDGET));
    if (process.env.SHOW_STATEMENTS)
      console.log(Object.entries(counted).map(([name, { length }]) => `${name} ${length}`));
  }, 60_000);
}
