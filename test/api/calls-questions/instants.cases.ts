import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registrationSchema } from '../../../src/domain/calls/registration.schema.js';
import type { Actor } from '../../../src/domain/people/actor.js';
import { submissionSchema } from '../../../src/domain/requests/submission.schema.js';
import type { Transaction } from '../../../src/ports/database.js';
import { recordCompletion } from '../../../src/usecases/completions/record-completion.js';
import { lock } from '../../../src/usecases/lock.js';
import { register } from '../../../src/usecases/registrations/register.js';
import { confirmSubmission } from '../../../src/usecases/requests/confirm-submission.js';
import { submitRequest } from '../../../src/usecases/requests/submit-request.js';
import { submitUnconfirmed } from '../../../src/usecases/requests/submit-unconfirmed.js';
import { confirmationToken } from '../../../src/usecases/requests/unconfirmed-submission.js';
import { mailAgain } from '../../../src/usecases/requests/waiting-submission.js';
import { subscribe } from '../../../src/usecases/subscriptions/subscribe.js';
import { goodRegistration } from '../support/calls.js';
import { somebodyWaits } from '../support/somebody-waits.js';
import { goodSubmission } from '../support/submission.js';
import { app } from './site.js';

const BEFORE = '2026-11-23T18:00:00.000Z';
const AFTER = '2026-11-23T18:00:09.000Z';
const ASKER = { ref: 'network:1', times: 1 };

/** Whoever held the lock may have written until then: what waited for it is later, and decided upon later facts. */
const staff: Actor = { kind: 'key', id: randomUUID(), role: 'admin', scopes: [] };
const form = (email: string) =>
  submissionSchema.parse(goodSubmission({ requester: { ...(goodSubmission().requester as object), email } }));

/** `work` waits for what somebody else has locked, and the clock moves on meanwhile. */
async function whileHeld<T>(hold: (tx: Transaction) => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const { db } = app.services;
  app.setNow(BEFORE);
  let done: Promise<T> | undefined;
  await db.$transaction(
    async (tx) => {
      await hold(tx);
      done = work();
      await Promise.race([done, somebodyWaits(db)]);
      app.setNow(AFTER);
    },
    { timeout: 30_000 },
  );
  return done as Promise<T>;
}

const person = (email: string) => (tx: Transaction) => lock(tx, 'person', email);
const row = (table: string, id: string) => (tx: Transaction) =>
  tx.$queryRawUnsafe(`SELECT id FROM ${table} WHERE id = $1::uuid FOR UPDATE`, id);

async function waitingForm(email: string) {
  const { services } = app;
  const id = randomUUID();
  app.setNow(BEFORE);
  await submitUnconfirmed(services, form(email), id);
  return services.db.unconfirmedSubmission.findUniqueOrThrow({ where: { id } });
}

describe('what waited for a lock happens after what its holder did', () => {
  let started: Date;
  beforeAll(() => {
    started = app.services.clock.now();
  });
  afterAll(() => app.setNow(started.toISOString()));

  test.each<[string, (email: string) => Promise<(Date | null)[]>]>([
    [
      'a request, its receipt and its first event',
      async (email) => {
        const { services } = app;
        const sent = await whileHeld(person(email), () => submitRequest(services, staff, form(email)));
        const { id } = sent.ok ? sent.value : { id: randomUUID() };
        const { receivedAt, createdAt } = await services.db.taRequest.findUniqueOrThrow({ where: { id } });
        const event = await services.db.processEvent.findFirstOrThrow({ where: { requestId: id } });
        const mail = await services.db.message.findFirstOrThrow({ where: { aboutId: id } });
        return [receivedAt, createdAt, event.at, mail.queuedAt];
      },
    ],
    [
      'a registration',
      async (email) => {
        const { services } = app;
        const said = registrationSchema.parse(goodRegistration({ email, activelyPracticing: true }));
        await whileHeld(person(email), () => register(services, staff, said));
        const made = await services.db.callRegistration.findFirstOrThrow({ where: { email } });
        const { id: registrationId } = made;
        const told = await services.db.callRegistrationEvent.findFirstOrThrow({
          where: { registrationId },
        });
        return [made.createdAt, made.attestedAt, told.at];
      },
    ],
    [
      'a registration sent again',
      async (email) => {
        const { services } = app;
        const said = registrationSchema.parse(goodRegistration({ email, activelyPracticing: false }));
        app.setNow(BEFORE);
        await register(services, staff, said);
        const { id } = await services.db.callRegistration.findFirstOrThrow({ where: { email } });
        await whileHeld(row('call_registration', id), () =>
          register(services, staff, { ...said, activelyPracticing: true }),
        );
        const again = await services.db.callRegistration.findUniqueOrThrow({ where: { id } });
        return [again.attestedAt];
      },
    ],
    [
      'a subscription',
      async (email) => {
        const { services } = app;
        await whileHeld(
          (tx) => lock(tx, 'subscription', email),
          () =>
            subscribe(
              services,
              staff,
              { email, name: undefined, lists: [], emailUpdates: true },
              { by: { ref: 'key:1', times: 1 } },
            ),
        );
        return [(await services.db.subscription.findUniqueOrThrow({ where: { email } })).confirmedAt];
      },
    ],
    [
      'the confirmation of a form',
      async (email) => {
        const { services } = app;
        const waiting = await waitingForm(email);
        const token = confirmationToken(services, waiting);
        const { id } = waiting;
        await whileHeld(row('unconfirmed_submission', id), () => confirmSubmission(services, token));
        const { confirmedAt } = await services.db.unconfirmedSubmission.findUniqueOrThrow({
          where: { id },
        });
        const { createdAt } = await services.db.taRequest.findUniqueOrThrow({ where: { id } });
        return [confirmedAt, createdAt];
      },
    ],
    [
      'another mail with a form’s link',
      async (email) => {
        const { services } = app;
        const { id } = await waitingForm(email);
        await whileHeld(row('unconfirmed_submission', id), () => mailAgain(services, id, ASKER));
        const where = { aboutId: id };
        const [last] = await services.db.message.findMany({ where, orderBy: { queuedAt: 'desc' } });
        return [last?.queuedAt ?? null];
      },
    ],
    [
      'a completion',
      async (email) => {
        const { services } = app;
        const sourceId = randomUUID();
        const passed = {
          email,
          courseId: 't-visas-part-1',
          passed: true,
          completedAt: BEFORE,
          source: 'lms',
          sourceId,
        };
        await whileHeld(person(email), () => recordCompletion(services, staff, passed));
        return [(await services.db.completion.findFirstOrThrow({ where: { sourceId } })).recordedAt];
      },
    ],
  ])('%s', async (what, happened) => {
    const at = await happened(`${what.replace(/\W+/g, '-')}@instants.example`);
    expect(at.map((one) => one?.toISOString())).toEqual(at.map(() => AFTER));
  });

  test('a form whose day of erasure came while it waited is not confirmed any more', async () => {
    const { services } = app;
    const waiting = await waitingForm('erased-meanwhile@instants.example');
    const token = confirmationToken(services, waiting);
    const hold = async (tx: Transaction) => {
      await row('unconfirmed_submission', waiting.id)(tx);
      await tx.unconfirmedSubmission.update({ where: { id: waiting.id }, data: { expiresAt: AFTER } });
    };
    const confirmed = await whileHeld(hold, () => confirmSubmission(services, token));
    expect(confirmed).toMatchObject({ ok: false, problem: { reason: 'submission-link-over' } });
  });
});
