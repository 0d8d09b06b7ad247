import { connectNationBuilder } from '../../src/adapters/nationbuilder/connect-nationbuilder.js';
import { createNoContacts } from '../../src/adapters/nationbuilder/create-no-contacts.js';
import { nationBuilderManners } from '../../src/adapters/nationbuilder/nationbuilder-client.js';
import {
  contactPollWorkflowId,
  contactPushWorkflowId,
  contactReadWorkflowId,
} from '../../src/domain/calls/workflow-id.js';
import { recording } from '../../src/usecases/recording.js';
import { ensureContactPoll } from '../../src/usecases/subscriptions/ensure-contact-poll.js';
import { continueEarly } from '../support/continue-early.js';
import type { TestDesk } from '../support/desk.js';
import type { FakeNationBuilder } from '../support/fake-nationbuilder.js';

/** Variables of a desk that knows this nation. */
export function nationVariables({ settings }: FakeNationBuilder): Record<string, string> {
  return {
    NATIONBUILDER_SLUG: 'nation',
    NATIONBUILDER_CLIENT_ID: settings.clientId,
    NATIONBUILDER_CLIENT_SECRET: settings.clientSecret,
    NATIONBUILDER_URL: settings.url,
  };
}

/** Lets the desk in, as `desk connect nationbuilder` does. */
export async function connectNation(desk: TestDesk, { settings }: FakeNationBuilder): Promise<void> {
  const { db, vault, log } = desk.wired.services;
  const deps = { settings, db, vault, log };
  const manners = nationBuilderManners(deps);
  const connected = await connectNationBuilder(
    { ...deps, manners },
    { code: 'good-code', redirectUri: 'https://desk.example' },
  );
  if (connected.outcome !== 'done') throw new Error(connected.code);
}

const LIMIT = { kind: 'reply', status: 429, headers: { 'retry-after': '60' } } as const;

/** Every path of what goes between the desk and a nation. Answers name → workflow id. */
export async function walkContactPaths(
  desk: TestDesk,
  nation: FakeNationBuilder,
): Promise<Map<string, string>> {
  const { services } = desk.wired;
  services.contactPolling = { mayAsk: () => true, waitMs: () => 15 * 60_000, untilMs: () => 0 };
  await connectNation(desk, nation);
  const walked = new Map<string, string>();

  const choose = async (path: string, email: string) => {
    const body = { email, lists: [], emailUpdates: true };
    const answer = await desk.api('POST', '/api/v1/subscriptions', { body });
    walked.set(path, contactPushWorkflowId(answer.body.id, 1));
    await ended(desk, contactPushWorkflowId(answer.body.id, 1));
  };
  await choose('contact-told', 'told@legal-aid.example');
  nation.failNext({ path: /signups$/ }, LIMIT, LIMIT);
  await choose('contact-told-by-the-retry-policy', 'later@legal-aid.example');
  nation.failNext({ method: 'PATCH', path: /push/ }, { kind: 'reply', status: 422, body: {} });
  await choose('contact-refused', 'refused@legal-aid.example');

  const read = async (path: string, contactId: string) => {
    const workflowId = contactReadWorkflowId(contactId, path);
    await recording(services, async ({ outbox }) =>
      outbox.start('contactRead', workflowId, { v: 1, contactId }),
    );
    walked.set(path, workflowId);
    await ended(desk, workflowId);
  };
  await read('contact-read', '1');
  nation.failNext({ path: /signups/ }, LIMIT);
  await read('contact-read-by-the-retry-policy', '1');

  await desk.advance({ by: 'PT50M' });
  const { contacts } = services;
  services.contacts = createNoContacts();
  walked.set('contact-poll', contactPollWorkflowId(1));
  await ended(desk, contactPollWorkflowId(1));
  services.contacts = contacts;
  await continueEarly(services.db, 30, 'contactPoll');
  await ensureContactPoll(services);
  walked.set('contact-poll-continued-as-new', contactPollWorkflowId(2));
  await desk.advance({ by: 'PT1H30M' });
  services.contacts = createNoContacts();
  await ended(desk, contactPollWorkflowId(2));
  services.contacts = contacts;
  return walked;
}

async function ended(desk: TestDesk, workflowId: string): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    await desk.advance({ by: 'PT1M' });
    if ((await desk.wired.services.processes.stateOf(workflowId)) === 'ended') return;
  }
  throw new Error(`${workflowId} has not ended`);
}
