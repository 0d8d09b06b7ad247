import { randomUUID } from 'node:crypto';
import { plannedDateOf } from '../../src/domain/calls/occurrence.js';
import type { TestDesk } from '../support/desk.js';

/** Has asked for the calls' mail and confirmed it; the subscription pages have tests of their own. */
export async function listenTo(desk: Pick<TestDesk, 'wired'>, email: string): Promise<void> {
  const { db, clock } = desk.wired.services;
  const at = clock.now();
  await db.subscription.create({
    data: {
      id: randomUUID(),
      email,
      name: 'Ana Ortiz',
      lists: [],
      emailUpdates: true,
      status: 'confirmed',
      unsubscribeTokenHash: randomUUID(),
      createdAt: at,
      confirmedAt: at,
    },
  });
}

/** Opts out at the very moment the next mail to a list is written for them: before it could be sent. */
export async function optOutWhenQueued(desk: Pick<TestDesk, 'wired'>, email: string): Promise<void> {
  const { db } = desk.wired.services;
  await db.$executeRawUnsafe(`
    CREATE OR REPLACE FUNCTION opt_out() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE subscription SET status = 'unsubscribed' WHERE email = '${email}';
      RETURN NEW;
    END $$`);
  await db.$executeRawUnsafe(`
    CREATE OR REPLACE TRIGGER opt_out AFTER INSERT ON message FOR EACH ROW
    WHEN (NEW.batch_id IS NOT NULL AND '${email}' = ANY(NEW."to")) EXECUTE FUNCTION opt_out()`);
}

/** An attorney from an organization of their own, one for each number. */
export function goodAsker(n: number) {
  return {
    name: `Ada ${n}`,
    email: `ada@office-${n}.example`,
    role: 'attorney',
    organization: `Office ${n}`,
  };
}

/** A row of the attendance of somebody who was there from beginning to end, at noon standard time. */
export function attends(email: string, callId: string) {
  const date = plannedDateOf(callId);
  return { email, name: email, joinedAt: `${date}T20:00:00.000Z`, leftAt: `${date}T21:00:00.000Z` };
}
