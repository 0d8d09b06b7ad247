import type { z } from 'zod';
import type { Instant } from '../../domain/time/instant.js';
import type { ParticipantRow } from '../../ports/meetings.js';
import type { Outcome } from '../../ports/outcome.js';
import { after, done } from '../http/outcomes.js';
import type { ZoomClient } from './zoom-client.js';
import { instanceList, participantList } from './zoom-schemas.js';

export async function instances(
  client: ZoomClient,
  meetingId: string,
): Promise<Outcome<{ meetingUuid: string; startedAt: Instant }[]>> {
  const list = await client.call({
    name: 'meetings.instances',
    label: 'medium',
    path: `/past_meetings/${encodeURIComponent(meetingId)}/instances`,
    answer: instanceList,
  });
  return after(list, ({ meetings }) =>
    done(meetings.map(({ uuid, start_time }) => ({ meetingUuid: uuid, startedAt: start_time }))),
  );
}

/** From the report, which names registrants; without the permission for reports, from the past meeting. */
export async function participants(
  client: ZoomClient,
  meetingUuid: string,
): Promise<Outcome<ParticipantRow[]>> {
  const uuid = encodeUuid(meetingUuid);
  const report = await client.pages(
    {
      name: 'report.participants',
      label: 'heavy',
      path: `/report/meetings/${uuid}/participants`,
      query: { include_fields: 'registrant_id' },
      answer: participantList,
    },
    rowsOf,
  );
  if (report.outcome !== 'refused' || !NO_REPORTS.has(report.code)) return report;
  return client.pages(
    {
      name: 'past-meetings.participants',
      label: 'medium',
      path: `/past_meetings/${uuid}/participants`,
      answer: participantList,
    },
    rowsOf,
  );
}

const NO_REPORTS = new Set(['missing-scope', 'forbidden', 'unauthorized', 'plan-needed']);

function rowsOf(page: z.output<typeof participantList>): ParticipantRow[] {
  return page.participants
    .filter(({ status }) => status !== 'in_waiting_room')
    .map((one) => ({
      registrantId: one.registrant_id,
      email: one.user_email?.toLowerCase() ?? null,
      name: one.name ?? '',
      joinedAt: one.join_time,
      leftAt: one.leave_time,
    }));
}

/** Zoom wants a UUID that starts with "/" or holds "//" encoded twice. */
export function encodeUuid(uuid: string): string {
  const once = encodeURIComponent(uuid);
  return uuid.startsWith('/') || uuid.includes('//') ? encodeURIComponent(once) : once;
}
