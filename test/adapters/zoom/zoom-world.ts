import { createZoomMeetings } from '../../../src/adapters/zoom/create-zoom-meetings.js';
import type { MeetingPlan, Meetings } from '../../../src/ports/meetings.js';
import { createFakeTime, type FakeTime } from '../../support/fake-time.js';
import { type FakeZoom, startFakeZoom } from '../../support/fake-zoom.js';

export interface ZoomWorld {
  zoom: FakeZoom;
  meetings: Meetings;
  time: FakeTime;
  /** Everything logged, as JSON. */
  logged: string[];
}

/** @param timeout how long a call may really take, in ms: the machine may be busy. */
export async function startZoomWorld({ timeout = 2_000 } = {}): Promise<ZoomWorld> {
  const zoom = await startFakeZoom();
  const time = createFakeTime('2026-12-02T18:00:00.000Z');
  const logged: string[] = [];
  const log = (fields: Record<string, unknown>, message: string) =>
    void logged.push(JSON.stringify({ ...fields, message }));
  const meetings = createZoomMeetings({
    settings: zoom.settings,
    log: { info: log, warn: log, error: log },
    time,
    patience: { timeout },
  });
  return { zoom, meetings, time, logged };
}

export const oneCall: MeetingPlan = {
  tag: 'legal-working-group-2026-12-02',
  topic: 'Legal Working Group',
  startsAt: '2026-12-02T20:00:00.000Z',
  zone: 'America/Los_Angeles',
  durationMinutes: 60,
  recurrence: null,
};

export const wholeSeries: MeetingPlan = {
  ...oneCall,
  tag: 'legal-working-group/2026',
  recurrence: { every: 'week', weekday: 4, until: '2026-12-31T00:00:00.000Z' },
};

export const ada = {
  email: 'Ada@legal-aid.example',
  firstName: 'Ada',
  lastName: 'Attorney',
  org: 'Legal Aid',
};
