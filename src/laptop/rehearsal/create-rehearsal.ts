import type { RehearsalClock } from '../../adapters/clock/rehearsal-clock.js';
import type { InFlight } from '../../adapters/temporal/in-flight.js';
import { WAITING_MAIL } from '../../domain/mail/statuses.js';
import type { Database } from '../../ports/database.js';
import type { Log } from '../../ports/log.js';
import type { TestService } from '../servers/test-service.js';

export interface Rehearsal {
  /** Moves business time on; answers once everything due until then has been done. Never goes back. */
  advance(to: Date): Promise<Date>;
}

/** Wall time without any progress after which a rehearsal says that it is stuck. */
const STUCK_MS = 60_000;
const LOOK_MS = 4;
/** A hop takes milliseconds: looks at one in which nobody is at work, until its clock counts as held by nobody. */
const IDLE_LOOKS = 40;
const IDLE_LOOK_MS = 250;
/** Looks in a row at which nothing may move before things count as settled. */
const QUIET_LOOKS = 2;

/**
 * The time machine: hops to the smallest instant at which anything is due, lets everything settle, and hops
 * again. One jump after another; a plain sleep would return before what is due has been done.
 */
export function createRehearsal(args: {
  db: Database;
  clock: RehearsalClock;
  server: TestService;
  inFlight: InFlight;
  sweep(): Promise<number>;
  log: Log;
}): Rehearsal {
  const { db, clock, server, inFlight } = args;
  let turn: Promise<unknown> = Promise.resolve();

  async function advanceTo(to: number): Promise<Date> {
    await settle();
    for (let now = await readClock(); now < to; now = await readClock()) {
      const due = await nextDue();
      const target = Math.min(to, Math.max(due ?? to, now + 1));
      await hop(target - now);
      await readClock();
      await settle();
    }
    return clock.now();
  }

  /** Whoever terminates a process in the midst of a task leaves the clock locked: a jump would take its time in days. */
  async function hop(ms: number): Promise<void> {
    let idle = 0;
    let done = inFlight.done;
    // Ticks of this process, not the wall's time: a machine that hangs must not look like a clock that does.
    const watch = setInterval(() => {
      const moved = inFlight.done !== done || inFlight.count > 0;
      done = inFlight.done;
      idle = moved ? 0 : idle + 1;
      if (idle < IDLE_LOOKS) return;
      idle = 0;
      args.log.warn({}, 'a process that was terminated at work held the clock: released');
      server.release().catch(() => args.log.error({}, 'the clock could not be released'));
    }, IDLE_LOOK_MS);
    try {
      await server.sleep(ms);
    } finally {
      clearInterval(watch);
    }
  }

  async function readClock(): Promise<number> {
    const ms = await server.currentTime();
    clock.set(ms);
    return ms;
  }

  async function nextDue(): Promise<number | null> {
    const [row] = await db.$queryRaw<{ at: Date | null }[]>`
      SELECT least(
        (SELECT min(next_due_at) FROM ta_request),
        (SELECT min(next_due_at) FROM call),
        (SELECT min(next_due_at) FROM call_series),
        (SELECT min(next_due_at) FROM conduct_review),
        (SELECT min(next_due_at) FROM introduction),
        (SELECT min(next_due_at) FROM absence),
        (SELECT min(next_due_at) FROM release),
        (SELECT min(next_due_at) FROM digest_process),
        (SELECT min(next_due_at) FROM erasure_process),
        (SELECT min(next_due_at) FROM privacy_request),
        (SELECT min(coalesce(next_due_at, expires_at)) FROM unconfirmed_submission)
      ) AS at`;
    return row?.at?.getTime() ?? null;
  }

  /** Outbox empty, nothing in flight, nothing due that is not done: looked at until it stays so. */
  async function settle(): Promise<void> {
    let quiet = 0;
    let done = inFlight.done;
    let last = Date.now();
    while (quiet < QUIET_LOOKS) {
      const open = await openWork();
      const moved = inFlight.done !== done || inFlight.count > 0;
      done = inFlight.done;
      if (moved) last = Date.now();
      quiet = open.length === 0 && !moved ? quiet + 1 : 0;
      if (open.length > 0 && Date.now() - last > 500) await args.sweep();
      if (Date.now() - last > STUCK_MS) {
        args.log.error({ open }, 'the rehearsal is stuck: something due is not being done');
        throw new Error('The rehearsal is stuck: something that is due is not being done. See the log.');
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** What is due and not done, by its table and id. */
  async function openWork(): Promise<string[]> {
    const now = clock.now();
    const rows = await db.$queryRaw<{ what: string }[]>`
      SELECT 'outbox ' || id AS what FROM outbox WHERE delivered_at IS NULL
      UNION ALL SELECT 'ta_request ' || id FROM ta_request WHERE next_due_at <= ${now}
      UNION ALL SELECT 'call ' || id FROM call WHERE next_due_at <= ${now}
      UNION ALL SELECT 'call_series ' || id FROM call_series WHERE next_due_at <= ${now}
      UNION ALL SELECT 'conduct_review ' || id FROM conduct_review WHERE next_due_at <= ${now}
      UNION ALL SELECT 'introduction ' || id FROM introduction WHERE next_due_at <= ${now}
      UNION ALL SELECT 'absence ' || id FROM absence WHERE next_due_at <= ${now}
      UNION ALL SELECT 'release ' || id FROM release WHERE next_due_at <= ${now}
      UNION ALL SELECT 'digest_process ' || id FROM digest_process WHERE next_due_at <= ${now}
      UNION ALL SELECT 'erasure_process ' || id FROM erasure_process WHERE next_due_at <= ${now}
      UNION ALL SELECT 'privacy_request ' || id FROM privacy_request WHERE next_due_at <= ${now}
      UNION ALL SELECT 'unconfirmed_submission ' || id FROM unconfirmed_submission
        WHERE coalesce(next_due_at, expires_at) <= ${now}
      UNION ALL SELECT 'message ' || id FROM message WHERE status = ANY(${WAITING_MAIL})
      LIMIT 20`;
    return rows.map(({ what }) => what);
  }

  return {
    advance(to) {
      const mine = turn.then(() => advanceTo(to.getTime()));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
