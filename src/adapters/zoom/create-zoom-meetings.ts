import type { Meetings } from '../../ports/meetings.js';
import { after } from '../http/outcomes.js';
import { instances, participants } from './attendance.js';
import { cancelMeeting, moveMeeting } from './change-meeting.js';
import { checkPrivacy, readMeeting } from './check-privacy.js';
import { ensureMeeting } from './ensure-meeting.js';
import { addRegistrant, listRegistrants, setRegistrantStatus } from './registrants.js';
import { createZoomClient, type ZoomDeps } from './zoom-client.js';
import { parseZoomCsv } from './zoom-csv.js';

/** Meetings at Zoom. Names, addresses and links never reach the log. */
export function createZoomMeetings(deps: ZoomDeps): Meetings {
  const client = createZoomClient(deps);
  return {
    kind: 'zoom',
    ensureMeeting: (plan) => ensureMeeting(client, deps.settings, plan),
    checkPrivacy: async (meetingId) =>
      after(await readMeeting(client, meetingId), (meeting) => checkPrivacy(client, meeting)),
    moveMeeting: (change) => moveMeeting(client, change),
    cancelMeeting: (change) => cancelMeeting(client, change),
    addRegistrant: (meetingId, registrant) => addRegistrant(client, meetingId, registrant),
    setRegistrantStatus: (meetingId, change) => setRegistrantStatus(client, meetingId, change),
    listRegistrants: (meetingId, status) => listRegistrants(client, meetingId, status),
    instances: (meetingId) => instances(client, meetingId),
    participants: (meetingUuid) => participants(client, meetingUuid),
    readReport: parseZoomCsv,
  };
}
