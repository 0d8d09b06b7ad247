import { goodQuestion, goodRegistration, stranger } from '../support/calls.js';
import { goodSubmission } from '../support/submission.js';
import type { Somebody } from './world.js';

let addresses = 0;

/**
 * Good bodies of the operations whose use case looks whose a thing is, by who sends them. Others are asked with an empty
 * one: their row of the table is looked at before the body is.
 */
export const BODIES: Record<string, (by: Somebody) => unknown> = {
  submitRequest: ({ email }) => {
    const requester = { ...(goodSubmission().requester as object), email: email ?? stranger().email };
    return goodSubmission({ requester, facts: `What ${email} asks now.` });
  },
  decideRequest: ({ role }) =>
    role ? { kind: 'close' } : { kind: 'change-deadline', courtOrFilingDeadline: null },
  answerInformation: () => ({ answer: 'words' }),
  nameSupervisor: () => ({ name: 'Jo', email: 'jo@legal-aid.example', role: 'attorney' }),
  withdrawRequest: () => ({}),
  writeMessage: () => ({ body: 'words' }),
  askReopening: () => ({ reason: 'words' }),
  askFollowUp: () => ({ question: 'words' }),
  giveFeedback: () => ({ answered: 'yes' }),
  confirmSupervisor: () => ({ confirms: true }),
  addDocument: () => {
    const body = new FormData();
    body.append('file', new Blob(['Plain words.']), 'words.txt');
    return body;
  },
  askPrivacyRequest: () => ({ kind: 'copy' }),
  decidePrivacyRequest: ({ role }) => ({ kind: role ? 'carry-out' : 'withdraw' }),
  claimAddress: () => {
    addresses += 1;
    return { email: `further-${addresses}@elsewhere.example` };
  },
  decideOnConductReview: ({ role }) => (role ? { kind: 'notify' } : { kind: 'reply', body: 'words' }),
  decideOnRelease: ({ role }) => ({ kind: role ? 'revoke' : 'sign' }),
  decideOnMentor: ({ role }) => ({ kind: role ? 'remove' : 'leave' }),
  decideOnIntroduction: ({ role }) => (role ? { kind: 'end', reason: 'other' } : { kind: 'consent' }),
  register: ({ email }) => goodRegistration(email ? { email } : {}),
  askQuestion: ({ email }) => goodQuestion({ asker: { ...stranger(), ...(email ? { email } : {}) } }),
  changeQuestion: () => ({ question: 'Words?' }),
  moveQuestion: () => ({ to: 'legal-working-group-2026-12-09', consent: 'ask' }),
  answerMove: () => ({ answer: 'agree' }),
  correctQuestionOrganization: () => ({ name: 'Office' }),
  makeQuestionRequest: () => ({}),
  makeQuestionRequestByLink: () => ({}),
};
