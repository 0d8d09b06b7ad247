export { mailDelivery } from './mail/mail-delivery-workflow.js';
export { submissionExpiry } from './requests/submission-expiry-workflow.js';
export { taRequest } from './requests/ta-request-workflow.js';
