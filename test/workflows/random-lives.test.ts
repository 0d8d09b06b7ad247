import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyReport } from '../../src/usecases/reconcile/report.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { dyingWorker } from './random-lives/dying-worker.js';
import { faultsOf, mendedBy } from './random-lives/invariants.js';
import { beginLife, take } from './random-lives/life.js';
import { lives } from './random-lives/steps.js';

// Whatever people do, in whatever order, while time passes and the database goes away: what always holds, holds.

/** `LIVES=200 SEED=…` for a long drill with others than those of every day. */
const LIVES = Number(process.env.LIVES ?? 4);
const SEED = Number(process.env.SEED ?? 20_541_123);

const { checked: _, ...NOTHING_TO_MEND } = emptyReport();

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ startAt: '2054-11-16T10:00:00-08:00', worker: dyingWorker() });
  for (const role of ['attorney', 'coordinator', 'reviewer', 'director'] as const) {
    await desk.wired.services.db.staff.create({
      data: {
        id: crypto.randomUUID(),
        email: `${role}@desk.example`,
        name: role,
        role,
        createdAt: new Date(),
      },
    });
  }
}, 120_000);
afterAll(() => desk?.close());

test('lives of requests', async () => {
  const property = fc.asyncProperty(lives, async (steps) => {
    const life = await beginLife(desk);
    for (const step of steps) await take(desk, life, step);
    // What follows by itself has time to.
    await desk.advance({ by: 'PT1M' });
    if (process.env.SHOW_LIVES) console.log(life.told.join('\n'));
    const faults = await faultsOf(desk, life);
    if (faults.length > 0) throw new Error([...life.told, '', ...faults].join('\n'));
    expect(await mendedBy(desk)).toEqual(NOTHING_TO_MEND);
  });
  await fc.assert(property, { numRuns: LIVES, seed: SEED, endOnFailure: true });
}, 600_000);
