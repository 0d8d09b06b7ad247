import { expect, test } from '@jest/globals';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { statementsOf } from '../support/count-statements.js';
import { submission, type TestDesk } from '../support/desk.js';

/** What a use case may ask of the database, from the request of the API to its answer, the process's own part included. */
const BUDGET = {
  'submit, known': 12,
  'submit, new': 18,
  assign: 10,
  'request-information': 10,
  // Reads what was answered, for it may name another supervisor; tells who has the request.
  information: 13,
  'draft-response': 10,
  'submit-for-review': 10,
  // Reads the draft twice, and what was merged into it.
  'send-response': 12,
  redirect: 10,
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

    const over = Object.entries(counted).filter(
      ([name, all]) => all.length > BUDGET[name as keyof typeof BUDGET],
    );
    expect(over.map(([name, all]) => [`${name}: ${all.length}`, ...all])).toEqual([]);
    expect(Object.keys(counted)).toEqual(Object.keys(BUDGET));
    if (process.env.SHOW_STATEMENTS)
      console.log(Object.entries(counted).map(([name, { length }]) => `${name} ${length}`));
  }, 60_000);
}
