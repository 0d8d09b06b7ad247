import { zoomAttendanceWorkflowId, zoomMeetingWorkflowId } from '../../src/domain/calls/workflow-id.js';
import { continueAsUsual, continueEarly } from '../support/continue-early.js';
import type { TestDesk } from '../support/desk.js';
import type { FakeZoom } from '../support/fake-zoom.js';
import { attends, goodAsker } from '../workflows/call-people.js';

const LWG = 'legal-working-group';
const [HELD, LONG, CANCELLED, UNKNOWN] = ['2056-01-12', '2056-01-19', '2056-01-26', '2056-02-09'].map(
  (date) => `${LWG}-${date}`,
) as [string, string, string, string];

/** The variables that connect a desk with the stand-in for Zoom. */
export function zoomVariables({ settings }: FakeZoom): Record<string, string> {
  return {
    ZOOM_ACCOUNT_ID: settings.accountId,
    ZOOM_CLIENT_ID: settings.clientId,
    ZOOM_CLIENT_SECRET: settings.clientSecret,
    ZOOM_HOST_ID: settings.hostId,
    ZOOM_API_URL: settings.apiUrl,
    ZOOM_TOKEN_URL: settings.tokenUrl,
  };
}

/** Every path of a call's meeting and of its attendance, from January 3, 2056. Answers name → workflow id. */
export async function walkZoomPaths(desk: TestDesk, zoom: FakeZoom): Promise<Map<string, string>> {
  const to = (instant: string) => desk.advance({ to: instant });
  const must = async (path: string, body: unknown) => {
    const { status } = await desk.api('POST', `/api/v1${path}`, { body });
    if (status >= 300) throw new Error(`${path} answered ${status}`);
  };
  const meetingOf = (callId: string) => {
    const found = zoom.meetings.find(({ agenda }) => agenda.includes(`${callId}]`));
    if (!found) throw new Error(`${callId} has no meeting`);
    return found;
  };
  const register = (n: number) => {
    const { name, email, role, organization } = goodAsker(n);
    const rest = { name, email, role, licensedIn: ['CA'], employer: organization };
    return must('/registrations', { series: LWG, ...rest });
  };

  // Made, then it would keep something, then it is fine again; the call is held.
  await register(0);
  await to('2056-01-06T10:00:00-08:00');
  meetingOf(HELD).settings.auto_recording = 'cloud';
  await register(1);
  await desk.advance({ by: 'PT3H' });
  meetingOf(HELD).settings.auto_recording = 'none';
  await to('2056-01-12T12:30:00-08:00');
  await continueEarly(desk.wired.services.db, 30, 'zoomMeeting');

  // Who was there is told two hours late.
  await to('2056-01-12T15:00:00-08:00');
  zoom.instances.set(String(meetingOf(HELD).id), [{ uuid: 'held==', start_time: '2056-01-12T19:58:00Z' }]);
  zoom.stays.set('held==', [
    { name: 'Ada', join_time: '2056-01-12T20:00:00Z', leave_time: '2056-01-12T21:00:00Z' },
  ]);
  await desk.advance({ by: 'PT1H' });

  // So many changes that its history begins anew; its attendance is entered by staff.
  for (let n = 2; n < 7; n += 1) {
    await register(n);
    await desk.advance({ by: 'PT1H' });
  }
  await continueAsUsual(desk.wired.services.db);
  await to('2056-01-19T13:10:00-08:00');
  await must(`/calls/${LONG}/attendance`, [attends(goodAsker(1).email, LONG)]);
  await desk.advance({ by: 'PT1H' });

  // Cancelled on a day of too many changes at Zoom.
  zoom.failNext(
    { method: 'DELETE', path: /meetings/ },
    { kind: 'reply', status: 429, headers: { 'retry-after': '3600' } },
  );
  await must(`/calls/${CANCELLED}/decisions`, { kind: 'cancel', reason: 'Ill.' });
  await desk.advance({ by: 'PT2H' });

  // Zoom never says who was there: after a day it is left to staff.
  await to('2056-02-11T12:00:00-08:00');

  return new Map([
    ['zoom-meeting-held', zoomMeetingWorkflowId(HELD)],
    ['zoom-meeting-continued-as-new', zoomMeetingWorkflowId(LONG)],
    ['zoom-meeting-cancelled', zoomMeetingWorkflowId(CANCELLED)],
    ['zoom-attendance-known', zoomAttendanceWorkflowId(HELD)],
    ['zoom-attendance-by-staff', zoomAttendanceWorkflowId(LONG)],
    ['zoom-attendance-never-known', zoomAttendanceWorkflowId(UNKNOWN)],
  ]);
}
