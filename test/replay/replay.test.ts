import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEvent } from '../../src/adapters/temporal/read-runs.js';
import { projectRoot } from '../../src/project-root.js';
import { countEvents, countTable, type NamedRun, readHistories } from './histories.js';
import { createReplayer, type Replayer } from './replay.js';

/** What ran yesterday must run on today's code. Made anew by `node scripts/make-histories.mjs`. */
const runs = readHistories();
const run = (name: string) => runs.find((one) => one.name === name) as NamedRun;
let replayer: Replayer;
beforeAll(async () => {
  replayer = await createReplayer();
}, 120_000);
afterAll(() => replayer?.close());

describe.each([
  ['UTC', 0],
  ['Pacific/Kiritimati', -10 - 40 / 60],
])('on a machine in %s', (zone, hoursIn1970) => {
  let replayed: Awaited<ReturnType<Replayer['replay']>>;
  beforeAll(async () => {
    replayed = await replayer.replay(runs, zone);
  }, 120_000);

  test('the clock of the machine is of that zone', () => {
    expect(replayed.hours).toBeCloseTo(hoursIn1970);
  });
  test.each(runs.map(({ name }) => [name]))('%s replays', (name) => {
    expect(replayed.outcomes[name]).toBe('replayed');
  });
});

describe('a history that today’s code would not have written', () => {
  const BROKEN: [what: string, change: (events: HistoryEvent[]) => HistoryEvent[]][] = [
    ['calls its activity by another name', renameActivities],
    ['does two things the other way round', swapTimerAndActivity],
  ];
  let outcomes: Record<string, string>;
  beforeAll(async () => {
    const broken = BROKEN.map(([name, change]) => {
      const { events } = structuredClone(run('information-round').history);
      return { ...run('information-round'), name, history: { events: change(events) } };
    });
    ({ outcomes } = await replayer.replay(broken, 'UTC'));
  }, 120_000);

  test.each(BROKEN.map(([what]) => [what]))('%s: it fails', (what) => {
    expect(outcomes[what]).toMatch(/^DeterminismViolationError/);
  });

  function renameActivities(events: HistoryEvent[]): HistoryEvent[] {
    const renamed = JSON.stringify(events).replaceAll('"recordRequestEvent"', '"writeRequestEvent"');
    return JSON.parse(renamed);
  }

  /** In the first decision: the timer is canceled after the activity was scheduled, every reference adjusted. */
  function swapTimerAndActivity(events: HistoryEvent[]): HistoryEvent[] {
    const index = events.findIndex(({ eventType }) => eventType === 'EVENT_TYPE_TIMER_CANCELED');
    const [canceled, scheduled] = [events[index], events[index + 1]] as [HistoryEvent, HistoryEvent];
    const swapped = events.with(index, scheduled).with(index + 1, canceled);
    return JSON.parse(JSON.stringify(swapped), (key, value) => {
      if (!/eventId$/i.test(key)) return value;
      if (value === canceled.eventId) return scheduled.eventId;
      return value === scheduled.eventId ? canceled.eventId : value;
    });
  }
});

describe('histories stay short', () => {
  const lifecycle = countEvents(run('information-round'));
  test(`assigned, asked back, reviewed, answered, closed: ${JSON.stringify(lifecycle)}`, () => {
    expect(lifecycle.all).toBeLessThanOrEqual(90);
  });
  test('a call with forty registrants: the same for three questions as for ten', () => {
    const [few, many] = [run('call-with-3-questions'), run('call-with-10-questions')].map(countEvents);
    expect(few?.all).toBeLessThanOrEqual(130);
    expect(many).toEqual(few);
  });
  test('docs/history-events.md tells the numbers of the committed histories', () => {
    const told = readFileSync(join(projectRoot, 'docs/history-events.md'), 'utf8');
    expect(told).toBe(countTable(runs));
  });
});
