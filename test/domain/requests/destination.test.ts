import { describe, expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { DECLINE_POLICIES } from '../../../src/domain/requests/decisions/decline.js';
import { REDIRECTIONS } from '../../../src/domain/requests/decisions/redirect.js';
import { type Redirected, waysInstead, waysOf } from '../../../src/domain/requests/destination.js';

const { program } = loadProgram('program');
const attorney = { role: 'attorney', topics: ['reporting-to-law-enforcement'] };

describe('a redirection', () => {
  test.each<[string, string, Redirected, unknown[]]>([
    [
      'leads lawyers to their call',
      'attorney',
      { to: 'legal-working-group' },
      [{ kind: 'call', series: 'legal-working-group' }],
    ],
    [
      'leads case managers to theirs',
      'case-manager',
      { to: 'legal-working-group' },
      [{ kind: 'call', series: 'social-services' }],
    ],
    ['finds no call for an officer', 'law-enforcement', { to: 'legal-working-group' }, []],
    [
      'names the resources picked',
      'attorney',
      { to: 'resources', resources: ['t-visa-process-guide'] },
      [{ kind: 'resource', id: 't-visa-process-guide' }],
    ],
    [
      'names those on the topic where none is picked',
      'law-enforcement',
      { to: 'resources' },
      [{ kind: 'resource', id: 'aequitas-library' }],
    ],
    [
      'leads to the workshop’s list',
      'attorney',
      { to: 'workshop', workshop: 'emp-analysis-workshop' },
      [{ kind: 'workshop', id: 'emp-analysis-workshop' }],
    ],
    [
      'leads to every workshop’s list',
      'attorney',
      { to: 'workshop' },
      [
        { kind: 'workshop', id: 't-visa-declaration-review-workshop' },
        { kind: 'workshop', id: 'emp-analysis-workshop' },
      ],
    ],
    ['leads to the referral lists', 'attorney', { to: 'referral' }, [{ kind: 'referrals' }]],
    ['to a mentor leaves it to the note', 'attorney', { to: 'mentor' }, []],
  ])('%s', (_name, role, redirected, ways) => {
    expect(waysOf(program, { ...attorney, role }, redirected)).toEqual(ways);
  });

  test.each(REDIRECTIONS)('to %s leads nowhere in a program that has nothing of it', (to) => {
    const bare = {
      ...program,
      roles: [],
      workshops: [],
      resources: [],
      referrals: { mentors: true, lists: [] },
    };
    expect(waysOf(bare, attorney, { to })).toEqual([]);
  });
});

test('what is offered after a decline tells no judgment from a plain fact', () => {
  const [scope, ...others] = (['scope', 'ethics', 'overuse'] as const).map((policy) =>
    waysInstead(program, attorney, policy),
  );
  expect(others).toEqual([scope, scope]);
});

test.each(program.roles.flatMap(({ id }) => DECLINE_POLICIES.map((policy) => [id, policy] as const)))(
  'a declined request of a %s (%s) leads somewhere',
  (role, policy) => {
    expect(waysInstead(program, { ...attorney, role }, policy)).not.toEqual([]);
  },
);
