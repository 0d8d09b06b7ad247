import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/people/actor.js';
import type { Services } from '../../../src/ports/services.js';
import { assignSeveral } from '../../../src/usecases/requests/assign-several.js';
import { desk, types } from './site.js';

describe('many requests assigned at once', () => {
  const coordinator = (): Actor => ({
    kind: 'user',
    id: '00000000-0000-4000-8000-00000000c0de',
    role: 'coordinator',
    name: 'Cora',
    email: 'coordinator@desk.example',
  });
  const [attorney, director] = ['attorney@desk.example', 'director@desk.example'];
  const some = async (n: number) => {
    const sent: string[] = [];
    for (let i = 0; i < n; i += 1)
      sent.push((await desk.submit({}, { email: `${randomUUID()}@a.example` })).id);
    return sent;
  };
  const assign = (requests: string[], to: string, commandId = randomUUID(), services?: Services) =>
    assignSeveral(services ?? desk.wired.services, coordinator(), { requests, to }, commandId);
  const outcomes = async (done: ReturnType<typeof assign>) => {
    const answer = await done;
    if (!answer.ok) return answer.problem.reason;
    return answer.value.map(({ outcome, problem }) => problem?.reason ?? outcome);
  };
  const times = async (id: string) => (await types(id)).filter((type) => type === 'assigned').length;

  test('by two at once, and one of them twice: each decision counts once, and one assignee stands', async () => {
    const requests = await some(3);
    const commandId = randomUUID();
    await Promise.all([
      assign(requests, attorney, commandId),
      assign(requests, attorney, commandId),
      assign([...requests].reverse(), director),
    ]);
    for (const id of requests) {
      expect(await times(id)).toBe(2);
      const { assignee } = (await desk.api('GET', `/api/v1/ta-requests/${id}`)).body;
      expect([attorney, director]).toContain(assignee.email);
    }
  });

  test('one that was closed meanwhile is refused alone; unknown ids are nobody’s; too many are refused as a whole', async () => {
    const [one = '', closed = ''] = await some(2);
    await desk.decide(closed, { kind: 'redirect', to: 'resources' });
    expect(await outcomes(assign([closed, randomUUID(), one, one], attorney))).toEqual([
      'ended-meanwhile',
      'assigned',
    ]);
    expect(
      await outcomes(
        assign(
          Array.from({ length: 500 }, () => randomUUID()),
          attorney,
        ),
      ),
    ).toBe('too-many-assigned');
    expect(await outcomes(assign([one], 'stranger@desk.example'))).toBe('nobody-on-staff');
    const { db } = desk.wired.services;
    await db.staff.update({ where: { email: director }, data: { active: false } });
    expect(await outcomes(assign([one], director))).toBe('nobody-on-staff');
    await db.staff.update({ where: { email: director }, data: { active: true } });
    expect(await times(one)).toBe(1);
  });

  test('with the engine away in the midst nothing is said to be refused: sent again, the rest is done, and nothing twice', async () => {
    const requests = await some(3);
    const { services } = desk.wired;
    let asked = 0;
    const away: Services = {
      ...services,
      processes: {
        ...services.processes,
        decide: async (...args) => {
          asked += 1;
          return asked === 2 ? { outcome: 'unavailable' } : services.processes.decide(...args);
        },
      },
    };
    const commandId = randomUUID();
    expect(await outcomes(assign(requests, attorney, commandId, away))).toBe('not-carried-out-now');
    expect([...((await outcomes(assign(requests, attorney, commandId))) as string[])].sort()).toEqual([
      'already',
      'already',
      'assigned',
    ]);
    expect(await Promise.all(requests.map(times))).toEqual([1, 1, 1]);
  });
});
