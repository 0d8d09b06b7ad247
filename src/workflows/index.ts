export { bulkMail } from './calls/bulk-mail-workflow.js';
export { callCycle } from './calls/call-cycle-workflow.js';
export { callSeries } from './calls/call-series-workflow.js';
export { zoomAttendance } from './calls/zoom-attendance-workflow.js';
export { zoomMeeting } from './calls/zoom-meeting-workflow.js';
export { mailDelivery } from './mail/mail-delivery-workflow.js';
export { submissionExpiry } from './requests/submission-expiry-workflow.js';
export { taRequest } from './requests/ta-request-workflow.js';
