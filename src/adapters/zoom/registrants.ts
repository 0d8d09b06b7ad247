import { z } from 'zod';
import type { Meetings, NewRegistrant, Registrant } from '../../ports/meetings.js';
import type { Outcome } from '../../ports/outcome.js';
import { after, done, refused } from '../http/outcomes.js';
import type { ZoomClient } from './zoom-client.js';
import { addedRegistrant, registrantList } from './zoom-schemas.js';

type Added = { registrantId: string; joinUrl: string };

export async function addRegistrant(
  client: ZoomClient,
  meetingId: string,
  { email, firstName, lastName, org }: NewRegistrant,
): Promise<Outcome<Added>> {
  const added = await client.call({
    name: 'registrants.add',
    label: 'light',
    method: 'POST',
    path: pathOf(meetingId),
    body: {
      email,
      first_name: firstName,
      last_name: lastName,
      ...(org ? { org } : {}),
      auto_approve: true,
    },
    answer: addedRegistrant,
    // One address may be added three times a day: a lost answer is looked up, not asked for again.
    repeatable: false,
  });
  if (added.outcome === 'refused') return added;
  if (added.outcome === 'done' && added.value.join_url) {
    return done({ registrantId: added.value.registrant_id, joinUrl: added.value.join_url });
  }
  if (added.outcome === 'done') {
    // Not approved with it, whatever the account says: approve, then read the link.
    const { registrant_id: registrantId } = added.value;
    const approved = await setRegistrantStatus(client, meetingId, { registrantId, email, action: 'approve' });
    if (approved.outcome !== 'done') return approved;
  }
  const found = await findApproved(client, meetingId, email);
  if (added.outcome === 'done') return after(found, (one) => (one ? done(one) : refused('not-approved')));
  return after(found, (one) => (one ? done(one) : added));
}

export async function setRegistrantStatus(
  client: ZoomClient,
  meetingId: string,
  { registrantId, email, action }: Parameters<Meetings['setRegistrantStatus']>[1],
): Promise<Outcome<null>> {
  const changed = await client.call({
    name: 'registrants.status',
    label: 'medium',
    method: 'PUT',
    path: `${pathOf(meetingId)}/status`,
    body: { action, registrants: [{ id: registrantId, email }] },
    answer: z.unknown(),
  });
  return after(changed, () => done(null));
}

export function listRegistrants(
  client: ZoomClient,
  meetingId: string,
  status: Registrant['status'],
): Promise<Outcome<Registrant[]>> {
  return client.pages(
    {
      name: 'registrants.list',
      label: 'medium',
      path: pathOf(meetingId),
      query: { status },
      answer: registrantList,
    },
    (page) =>
      page.registrants.map((one) => ({
        registrantId: one.id,
        email: one.email.toLowerCase(),
        status,
        joinUrl: one.join_url,
      })),
  );
}

async function findApproved(
  client: ZoomClient,
  meetingId: string,
  email: string,
): Promise<Outcome<Added | null>> {
  return after(await listRegistrants(client, meetingId, 'approved'), (all) => {
    const one = all.find((registrant) => registrant.email === email.toLowerCase());
    return done(one?.joinUrl ? { registrantId: one.registrantId, joinUrl: one.joinUrl } : null);
  });
}

function pathOf(meetingId: string): string {
  return `/meetings/${encodeURIComponent(meetingId)}/registrants`;
}
