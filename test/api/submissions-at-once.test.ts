import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { submissionSchema } from '../../src/domain/requests/submission.schema.js';
import { lockCalendar } from '../../src/usecases/calendar/lock-calendar.js';
import { importRequests } from '../../src/usecases/requests/import-requests.js';
import { somebodyWaits } from './support/somebody-waits.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  key = await app.newKey('admin');
});
afterAll(() => app.close());

const ada = { name: 'Ada', email: 'ada@two-sisters.example', role: 'paralegal', organization: 'Two Sisters' };
const bea = { ...ada, name: 'Bea', email: 'bea@two-sisters.example' };
const attorney = ({ name, email }: typeof ada) => ({ name, email, role: 'attorney' });

async function send(requester: typeof ada, supervisor?: typeof ada): Promise<number> {
  return (await app.call('/api/v1/ta-requests', { key, body: submissionOf(requester, supervisor) })).status;
}

function submissionOf(requester: typeof ada, supervisor?: typeof ada) {
  const good = goodSubmission();
  return {
    ...good,
    facts: `${requester.name} asks, of ${supervisor?.name}`,
    requester: { ...(good.requester as object), ...requester },
    supervisor: supervisor && attorney(supervisor),
  };
}

/** Sends them while the calendar is being changed, so that all have begun before one ends. */
async function atOnce(...sendings: (() => Promise<number>)[]): Promise<number[]> {
  const sent = await app.services.db.$transaction(async (tx) => {
    await lockCalendar(tx);
    const all = Promise.all(sendings.map((one) => one()));
    await somebodyWaits(app.services.db);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { all };
  });
  return sent.all;
}

test('two who send at once and name each other are both taken', async () => {
  expect(
    await atOnce(
      () => send(ada, bea),
      () => send(bea, ada),
    ),
  ).toEqual([201, 201]);
});

test('so are two of a new organization, one of them the other’s supervisor', async () => {
  const organization = 'Three Sisters';
  const [cleo, dora] = ['cleo', 'dora'].map((name) => ({
    ...ada,
    name,
    email: `${name}@three-sisters.example`,
    organization,
  })) as [typeof ada, typeof ada];
  const sent = await atOnce(
    () => send(cleo, dora),
    () => send({ ...dora, role: 'attorney' }),
  );
  expect(sent).toEqual([201, 201]);
  expect(await app.services.db.organization.count({ where: { name: organization } })).toBe(1);
});

test('so are those of an older form, and one who sends meanwhile and is in it', async () => {
  const [eva, fay] = ['eva', 'fay'].map((name) => ({
    ...ada,
    name,
    email: `${name}@four-sisters.example`,
  })) as [typeof ada, typeof ada];
  const rows = [fay, eva].map((one, line) => ({
    line,
    receivedAt: '2026-10-26T18:00:00.000Z',
    submission: submissionSchema.parse(submissionOf({ ...one, role: 'attorney' })),
  }));
  const taken = async () => {
    const { ok } = await importRequests(app.services, rows);
    return ok ? 201 : 422;
  };
  const meanwhile = async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return send(eva, fay);
  };
  expect(await atOnce(taken, meanwhile)).toEqual([201, 201]);
});
