import type { Meetings } from '../../ports/meetings.js';
import { refused } from '../http/outcomes.js';
import { parseZoomCsv } from './zoom-csv.js';

/** Without Zoom's API: staff enter the link themselves, and attendance by hand or from the CSV a host exports. */
export function createManualMeetings(): Meetings {
  const no = async () => refused('not-configured');
  return {
    kind: 'manual',
    ensureMeeting: no,
    checkPrivacy: no,
    moveMeeting: no,
    cancelMeeting: no,
    addRegistrant: no,
    setRegistrantStatus: no,
    listRegistrants: no,
    instances: no,
    participants: no,
    readReport: parseZoomCsv,
  };
}
