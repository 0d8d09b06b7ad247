import type { RecordServices } from '../ports/services.js';
import { recordAbsenceEvent } from './absences/record-absence-event.js';
import { giveUpBulkMail, prepareBulkMail, sendBulkMail } from './calls/bulk-mail.js';
import { fetchZoomAttendance } from './calls/fetch-zoom-attendance.js';
import { recordCallEvent } from './calls/record-call-event.js';
import { recordSeriesEvent } from './calls/record-series-event.js';
import { syncZoomMeeting } from './calls/sync-zoom-meeting.js';
import { recordReviewEvent } from './conduct/record-review-event.js';
import { byRetryPolicy } from './contacts/by-retry-policy.js';
import { pollContacts } from './contacts/poll-contacts.js';
import { pushContact } from './contacts/push-contact.js';
import { readContact } from './contacts/read-contact.js';
import { leaveUncheckedActivity, scanDocumentActivity } from './documents/scan-document.js';
import { eraseDueActivity } from './erasure/erase-due.js';
import { tellOfEndingKeysActivity } from './keys/tell-of-ending-keys.js';
import { deliverMail, giveUpMail } from './mail/deliver-mail.js';
import { writeDigestsActivity } from './mail/write-digests.js';
import { recordIntroductionEvent } from './mentors/record-introduction-event.js';
import { tendInvitationsActivity } from './mentors/tend-invitations.js';
import { tendPrivacyActivity } from './privacy/tend-privacy-request.js';
import { recordReleaseEvent } from './releases/record-release-event.js';
import { eraseSubmission } from './requests/erase-submission.js';
import { recordRequestEvent } from './requests/record-request-event.js';
import { remindOfSubmission } from './requests/remind-of-submission.js';

const HOUR_MS = 60 * 60_000;

/** Every activity, with its services closed over. */
export function createActivities(services: RecordServices) {
  return {
    recordRequestEvent: recordRequestEvent(services),
    deliverMail: deliverMail(services),
    giveUpMail: giveUpMail(services),
    writeDigests: writeDigestsActivity(services),
    tellOfEndingKeys: tellOfEndingKeysActivity(services),
    tendInvitations: tendInvitationsActivity(services),
    eraseDue: eraseDueActivity(services),
    scanDocument: scanDocumentActivity(services),
    leaveUnchecked: leaveUncheckedActivity(services),
    tendPrivacyRequest: tendPrivacyActivity(services),
    remindOfSubmission: remindOfSubmission(services),
    eraseSubmission: eraseSubmission(services),
    recordSeriesEvent: recordSeriesEvent(services),
    recordCallEvent: recordCallEvent(services),
    recordReviewEvent: recordReviewEvent(services),
    recordAbsenceEvent: recordAbsenceEvent(services),
    recordIntroductionEvent: recordIntroductionEvent(services),
    recordReleaseEvent: recordReleaseEvent(services),
    prepareBulkMail: prepareBulkMail(services),
    sendBulkMail: sendBulkMail(services),
    giveUpBulkMail: giveUpBulkMail(services),
    syncZoomMeeting: syncZoomMeeting(services),
    fetchZoomAttendance: fetchZoomAttendance(services),
    tellContact: byRetryPolicy(pushContact(services), { longestMs: 6 * HOUR_MS }),
    takeContact: byRetryPolicy(readContact(services), { longestMs: 6 * HOUR_MS }),
    pollContacts: pollContacts(services),
    // Of runs that began before their tries were the retry policy's (`retries-by-policy`).
    pushContact: pushContact(services),
    readContact: readContact(services),
  };
}

export type Activities = ReturnType<typeof createActivities>;
