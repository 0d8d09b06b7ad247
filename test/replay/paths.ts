import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { submissionSchema } from '../../src/domain/requests/submission.schema.js';
import { requestWorkflowId, unconfirmedSubmissionWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { addDocument } from '../../src/usecases/documents/add-document.js';
import { recording } from '../../src/usecases/recording.js';
import { confirmSubmission } from '../../src/usecases/requests/confirm-submission.js';
import { submitUnconfirmed } from '../../src/usecases/requests/submit-unconfirmed.js';
import { confirmationToken } from '../../src/usecases/requests/unconfirmed-submission.js';
import { discardSubmission } from '../../src/usecases/requests/waiting-submission.js';
import { continueAsUsual, continueEarly } from '../support/continue-early.js';
import { submission, type TestDesk } from '../support/desk.js';
import { storedKey } from '../support/stored-key.js';

const COURSES = ['human-trafficking-defined', 't-visas-part-1'];
const ATTORNEY = 'attorney@desk.example';
const T_VISA_RFE = { kind: 'document-review', documentKind: 't-visa-rfe' };
const PARALEGAL = {
  requester: { role: 'paralegal' },
  supervisor: { name: 'Sam Ito', email: 'sam.ito@legal-aid.example', role: 'attorney' },
};

/** Every path a request can take, walked on simulated time from November 8, 2055. Answers name → workflow id. */
export async function walkRequestPaths(desk: TestDesk): Promise<Map<string, string>> {
  const { db } = desk.wired.services;
  await addAttorney(desk);
  const walked = new Map<string, string>();
  const begin = async (path: string, over: Record<string, unknown> = {}) => {
    const { requester, ...rest } = over;
    const { id } = await desk.submit(rest, { email: `${path}@legal-aid.example`, ...(requester as object) });
    walked.set(path, requestWorkflowId(id, 1));
    return id as string;
  };
  const decide = (id: string, kind: string, more: object = {}, as?: StaffRole) =>
    desk.decide(id, { kind, ...more }, as);
  const post = async (id: string, what: string, body: object) => {
    const { status } = await desk.api('POST', `/api/v1/ta-requests/${id}/${what}`, { body });
    if (status !== 200) throw new Error(`${what} answered ${status}`);
  };
  const assign = (id: string) => decide(id, 'assign', { to: ATTORNEY });
  const submitDraft = async (id: string) => {
    await decide(id, 'draft-response', { body: 'An answer.' }, 'attorney');
    await decide(id, 'submit-for-review', {}, 'attorney');
  };
  const answer = async (id: string) => {
    await submitDraft(id);
    await decide(id, 'send-response', {}, 'reviewer');
  };
  const days = (n: number) => desk.advance({ by: `P${n}D` });

  // Left to time: they begin first and are looked at again in January.
  await begin('left-alone-over-thanksgiving');
  await begin('court-warnings', { courtOrFilingDeadline: { kind: 'court', date: '2055-11-24' } });
  await begin('prerequisites-lapsed', T_VISA_RFE);
  await decide(await begin('information-lapsed'), 'request-information', { question: 'Which office?' });

  const straight = await begin('answered-after-review');
  await assign(straight);
  await days(2);
  await answer(straight);
  await decide(straight, 'close');

  const returned = await begin('returned-and-resubmitted');
  await assign(returned);
  await submitDraft(returned);
  await decide(returned, 'return-response', { note: 'Cite the rule.' }, 'reviewer');
  await answer(returned);
  await decide(returned, 'close');

  const asked = await begin('information-round');
  await assign(asked);
  await days(1);
  await decide(asked, 'request-information', { question: 'Which office?' });
  await days(2);
  await post(asked, 'information', { answer: 'The one in Vermont.' });
  await answer(asked);
  await decide(asked, 'close');

  for (const [path, courses] of [
    ['prerequisites-in-order', COURSES],
    ['prerequisites-the-other-way-round', [...COURSES].reverse()],
  ] as const) {
    const waiting = await begin(path, T_VISA_RFE);
    for (const courseId of courses) {
      await days(1);
      await passed(desk, `${path}@legal-aid.example`, courseId);
    }
    await decide(waiting, 'redirect', { to: 'resources' });
  }

  const confirmed = await begin('supervisor-confirmed', PARALEGAL);
  await assign(confirmed);
  await post(confirmed, 'supervisor-confirmation', { confirms: true });
  await answer(confirmed);
  await decide(confirmed, 'close');

  const refused = await begin('supervisor-refused-and-renamed', PARALEGAL);
  await post(refused, 'supervisor-confirmation', { confirms: false });
  await days(1);
  const supervisor = { name: 'Jo Lee', email: 'jo.lee@legal-aid.example', role: 'attorney' };
  await post(refused, 'information', { answer: 'Somebody else.', supervisor });
  await post(refused, 'supervisor-confirmation', { confirms: true });
  await decide(refused, 'decline', { policy: 'scope', reason: 'Not our field.' });

  const extended = await begin('extended-twice');
  await decide(extended, 'extend', { businessDays: 5, reason: 'Much to read.' }, 'coordinator');
  await decide(extended, 'extend', { businessDays: 8, reason: 'More to read.' }, 'director');
  await decide(extended, 'reprioritise', { urgent: true, reason: 'Hearing.' });
  await decide(extended, 'change-deadline', {
    courtOrFilingDeadline: { kind: 'filing', date: '2055-12-15' },
  });
  await decide(extended, 'change-deadline', { courtOrFilingDeadline: null });

  await decide(await begin('redirected'), 'redirect', { to: 'legal-working-group', note: 'Come and ask.' });
  await decide(
    await begin('declined-for-ethics'),
    'decline',
    { policy: 'ethics', reason: 'See file.' },
    'director',
  );
  await post(await begin('withdrawn'), 'withdrawal', { reason: 'Settled.' });

  const first = await begin('merged-away');
  await days(1);
  const second = await begin('merged-into', { requester: { email: 'merged-away@legal-aid.example' } });
  await decide(first, 'merge', { into: second });

  const reclassified = await begin('reclassified-and-back');
  await decide(reclassified, 'reclassify', { requestKind: 'document-review', documentKind: 't-visa-rfe' });
  await days(1);
  await decide(reclassified, 'reclassify', { requestKind: 'case-consultation', documentKind: null });

  const reopened = await begin('reopened-after-the-answer');
  await assign(reopened);
  await answer(reopened);
  await decide(reopened, 'reopen', { reason: 'One more question.' });
  walked.set('second-episode', requestWorkflowId(reopened, 2));

  await continueEarly(db, 24);
  const continued = await begin('continued-as-new', PARALEGAL);
  await continueAsUsual(db);
  await assign(continued);
  await decide(continued, 'request-information', { question: 'Which office?' });
  await days(1);
  await post(continued, 'information', { answer: 'The one in Vermont.' });
  await post(continued, 'supervisor-confirmation', { confirms: true });
  await answer(continued);
  await decide(continued, 'close');

  const moved = await begin('calendar-changed');
  await desk.api('POST', '/api/v1/closures', { body: { date: '2055-12-06', name: 'Move' } });
  await desk.advance({ to: '2056-01-14T12:00:00-08:00' });
  await decide(moved, 'redirect', { to: 'workshop' });
  return walked;
}

async function addAttorney(desk: TestDesk): Promise<void> {
  const data = { id: randomUUID(), email: ATTORNEY, name: 'Al', role: 'attorney', createdAt: new Date() };
  await desk.wired.services.db.staff.create({ data: { ...data, active: true } });
}

async function passed(desk: TestDesk, email: string, courseId: string): Promise<void> {
  const { now } = (await desk.api('GET', '/api/v1/rehearsal')).body;
  const completion = { email, courseId, passed: true, score: 0.9, completedAt: now, source: 'lms' };
  await desk.api('POST', '/api/v1/completions', {
    body: { ...completion, sourceId: `${email}-${courseId}` },
  });
}

/** A form of before there were reminders, until it is erased. */
export async function walkUnconfirmedForm(desk: TestDesk): Promise<Map<string, string>> {
  const { services } = desk.wired;
  const [id, at] = [randomUUID(), services.clock.now()];
  const dataKey = await storedKey(services.db, services.vault.newDataKey('unconfirmed_submission'));
  const expiresAt = new Date(at.getTime() + 7 * 86_400_000);
  const workflowId = unconfirmedSubmissionWorkflowId(id);
  await recording(services, async (rec) => {
    const { tx } = rec;
    const row = {
      id,
      email: 'old@legal-aid.example',
      dataKeyId: dataKey.id,
      sealed: dataKey.wrapped,
      sentAt: at,
      expiresAt,
    };
    await tx.unconfirmedSubmission.create({ data: row });
    const input = { v: 1, id, expiresAt: expiresAt.toISOString() } as const;
    rec.outbox.start('submissionExpiry', workflowId, input);
  });
  await desk.advance({ by: 'P8D' });
  return new Map([['unconfirmed-form-erased', workflowId]]);
}

/** Forms that are reminded of and erased, confirmed, thrown away. */
export async function walkForms(desk: TestDesk): Promise<Map<string, string>> {
  const { services } = desk.wired;
  const { db } = services;
  const walked = new Map<string, string>();
  const hold = async (path: string) => {
    const form = submissionSchema.parse(submission({}, { email: `${path}@legal-aid.example` }));
    const held = await submitUnconfirmed(services, form, randomUUID());
    if (!held.ok) throw new Error(held.problem.code);
    walked.set(path, unconfirmedSubmissionWorkflowId(held.value.id));
    return db.unconfirmedSubmission.findUniqueOrThrow({ where: { id: held.value.id }, include: withKey });
  };
  await hold('form-reminded-and-erased');
  const confirmed = await hold('form-confirmed');
  const thrown = await hold('form-thrown-away');
  await desk.advance({ by: 'P2D' });
  const done = await confirmSubmission(services, confirmationToken(services, confirmed));
  if (!done.ok) throw new Error(done.problem.code);
  await discardSubmission(services, confirmationToken(services, thrown));
  await desk.advance({ by: 'P6D' });
  return walked;
}

/** A draft whose words come with the decision: submitted as it is saved, returned as it is changed. */
export async function walkAnswers(desk: TestDesk): Promise<Map<string, string>> {
  const { id } = await desk.submit({}, { email: 'answer-with-its-words@legal-aid.example' });
  const decide = (as: StaffRole, kind: string, more: object = {}) => desk.decide(id, { kind, ...more }, as);
  await decide('attorney', 'submit-for-review', { body: 'An answer.' });
  await decide('reviewer', 'return-response', { note: 'Cite the rule.', body: 'An answer by the rule.' });
  await decide('attorney', 'submit-for-review');
  await decide('attorney', 'send-response');
  await desk.api('POST', `/api/v1/ta-requests/${id}/follow-up`, { body: { question: 'And then?' } });
  await decide('attorney', 'submit-for-review', { body: 'Yes.' });
  await decide('reviewer', 'return-response', { note: 'Why?', body: 'Yes, by the rule.' });
  await decide('attorney', 'send-response');
  await decide('attorney', 'close');
  return new Map([['answer-with-its-words', requestWorkflowId(id, 1)]]);
}

/** What goes on after the answer: a follow-up answered in time and late, an end by itself, one held by an asked reopening. */
export async function walkAfterAnswer(desk: TestDesk): Promise<Map<string, string>> {
  const walked = new Map<string, string>();
  const answered = async (path: string) => {
    const { id } = await desk.submit({}, { email: `${path}@legal-aid.example` });
    walked.set(path, requestWorkflowId(id, 1));
    await desk.decide(id, { kind: 'draft-response', body: 'An answer.' }, 'attorney');
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    await desk.decide(id, { kind: 'send-response' }, 'reviewer');
    return id as string;
  };
  const post = async (id: string, what: string, body: object) => {
    const { status } = await desk.api('POST', `/api/v1/ta-requests/${id}/${what}`, { body });
    if (status > 202) throw new Error(`${what} answered ${status}`);
  };
  const draft = (id: string) => desk.decide(id, { kind: 'answer-follow-up', body: 'Yes.' }, 'attorney');

  const asked = await answered('after-follow-up-returned-and-moved');
  const late = await answered('after-follow-up-late');
  const held = await answered('after-closing-held');
  await answered('after-closed-by-itself');
  await desk.advance({ by: 'P1D' });
  await post(asked, 'follow-up', { question: 'And then?' });
  await post(late, 'follow-up', { question: 'And if not?' });
  const closure = { date: '2055-11-15', name: 'Storm' };
  await desk.api('POST', '/api/v1/closures', { as: 'director', body: closure });
  await desk.advance({ by: 'P1D' });
  await draft(asked);
  await desk.decide(asked, { kind: 'submit-for-review' }, 'attorney');
  await desk.decide(asked, { kind: 'return-response', note: 'Cite the rule.' }, 'reviewer');
  await draft(asked);
  await desk.decide(asked, { kind: 'send-response' }, 'reviewer');
  await desk.advance({ by: 'P12D' });
  await draft(late);
  await desk.decide(late, { kind: 'send-response' }, 'reviewer');
  await post(held, 'reopening', { reason: 'A new decision.' });
  await desk.advance({ by: 'P20D' });
  await desk.decide(held, { kind: 'refuse-reopening', reason: 'Please send it anew.' }, 'attorney');
  await desk.advance({ by: 'P40D' });
  return walked;
}

/** A supervisor who never says anything, another who says no, and a third who says yes. */
export async function walkSilentSupervisor(desk: TestDesk): Promise<Map<string, string>> {
  const path = 'supervisor-silent-and-renamed';
  const { supervisor, requester } = PARALEGAL;
  const { id } = await desk.submit({ supervisor }, { email: `${path}@legal-aid.example`, ...requester });
  const name = async (email: string) => {
    const body = { name: 'Jo Lee', email, role: 'attorney' };
    const { status } = await desk.api('PUT', `/api/v1/ta-requests/${id}/supervisor`, { body });
    if (status !== 200) throw new Error(`naming a supervisor answered ${status}`);
  };
  const confirm = async (confirms: boolean) => {
    const said = { body: { confirms } };
    const { status } = await desk.api('POST', `/api/v1/ta-requests/${id}/supervisor-confirmation`, said);
    if (status !== 200) throw new Error(`confirming answered ${status}`);
  };
  await desk.advance({ by: 'P5D' });
  await name('jo.lee@legal-aid.example');
  await confirm(false);
  await name('kim.poe@legal-aid.example');
  await desk.advance({ by: 'P4D' });
  await confirm(true);
  await desk.decide(id, { kind: 'redirect', to: 'resources' });
  return new Map([[path, requestWorkflowId(id, 1)]]);
}

/** A review of "another document" becomes the analysis that its worksheet asks for: before anybody has it, and in progress. */
export async function walkWorksheets(desk: TestDesk): Promise<Map<string, string>> {
  const { services } = desk.wired;
  await addAttorney(desk);
  const walked = new Map<string, string>();
  const begin = async (path: string) => {
    const review = { kind: 'document-review', documentKind: 'other-document', tVisaRelated: false };
    const { id } = await desk.submit(review, { email: `${path}@legal-aid.example` });
    walked.set(path, requestWorkflowId(id, 1));
    return id as string;
  };
  const attach = async (requestId: string) => {
    const staff = { kind: 'key', id: randomUUID(), role: 'coordinator', scopes: [] as string[] } as const;
    const content = Buffer.from('Act, means and purpose.');
    const file = { name: 'worksheet.txt', content, documentKind: 'emp-worksheet' };
    const added = await addDocument(services, staff, requestId, file);
    if (!added.ok) throw new Error(added.problem.code);
  };
  const queued = await begin('worksheet-attached');
  const taken = await begin('worksheet-attached-in-progress');
  await desk.decide(taken, { kind: 'assign', to: ATTORNEY });
  await attach(queued);
  await desk.advance({ by: 'P1D' });
  await attach(taken);
  await attach(taken);
  await desk.advance({ by: 'P1D' });
  await desk.decide(queued, { kind: 'redirect', to: 'resources' });
  await desk.decide(taken, { kind: 'redirect', to: 'resources' });
  return walked;
}
