import { randomUUID } from 'node:crypto';
import { STAFF_ROLES, type StaffRole } from '../../../src/domain/people/actor.js';
import type { Standing } from '../../../src/domain/people/permissions.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { hashToken } from '../../../src/usecases/tokens.js';
import { FIRST, startCallsSite } from '../pages/calls/calls-site.js';
import { goodQuestion, goodRegistration } from '../support/calls.js';
import { signedIn } from '../support/signed-in.js';
import { goodSubmission } from '../support/submission.js';
import type { TestApp } from '../support/test-app.js';

/** Somebody who tries everything. */
export interface Somebody {
  name: string;
  /** Of staff and keys. */
  role: StaffRole | null;
  /** What they are to the things of this desk. */
  standing: Standing | null;
  /** A key that may only read. */
  readOnly?: true;
  email: string | null;
  ask(method: string, path: string, body?: unknown): Promise<Response>;
}

/** A desk with one of everything, each of somebody else; and everybody who may come to it. */
export interface World {
  app: TestApp;
  everybody: Somebody[];
  /** What stands in an address, by the address it is in; the longest that fits counts. */
  ids: Record<string, string>;
  /** What is taken away by whoever may is put there anew: a document of the request, a subscription. */
  anew(): Promise<{ document: string }>;
}

const EMAIL: Record<Standing | 'stranger' | 'unconfirmed', string> = {
  self: 'wes@office-of-wishes.example',
  stranger: 'stella@elsewhere.example',
  requester: 'ada@legal-aid.example',
  supervisor: 'sue@legal-aid.example',
  unconfirmed: 'una@legal-aid.example',
  asker: 'ask@office-of-asker.example',
  registrant: 'reg@office-of-registrant.example',
  reviewed: 'rev@office-of-reviewed.example',
  mentor: 'mina@field.example',
  introduced: 'ivy@office-of-introduced.example',
};

export async function createWorld(): Promise<World> {
  const app = await startCallsSite();
  const { db, vault } = app.services;
  const key = await app.newKey('admin');
  const made = async (path: string, body: unknown): Promise<string> => {
    const answer = await app.call(`/api/v1${path}`, { key, body });
    const told = (await answer.json()) as { id: string };
    if (![200, 201].includes(answer.status)) throw new Error(`${path}: ${JSON.stringify(told)}`);
    return told.id;
  };
  const submitted = (email: string, facts: string) =>
    made(
      '/ta-requests',
      goodSubmission({ facts, requester: { ...(goodSubmission().requester as object), email } }),
    );
  const personOf = async (email: string) =>
    (await db.personEmail.findUniqueOrThrow({ where: { email } })).personId;

  const request = await submitted(EMAIL.requester, 'What one case is about.');
  for (const email of [EMAIL.self, EMAIL.supervisor, EMAIL.reviewed, EMAIL.introduced, EMAIL.stranger])
    await submitted(email, `What ${email} has.`);
  const answeredAt = new Date('2026-11-02T18:00:00Z');
  const answered = { status: 'responded', respondedAt: answeredAt };
  const { dataKey } = await db.taRequest.findUniqueOrThrow({ where: { id: request }, include: withKey });
  const sealed = async (field: string, text: string) => {
    const id = randomUUID();
    const seal = vault.seal(dataKey, { table: 'case_text', rowId: id, field }, text);
    const row = { id, requestId: request, field, status: 'effective', author: 'system', sealed: seal };
    await db.caseText.create({ data: { ...row, createdAt: new Date('2026-11-02T18:00:00Z') } });
    return id;
  };
  await sealed('response', 'What was answered.');
  const followUpId = await sealed('follow-up', 'And then?');
  const askedAt = '2026-11-02T18:00:00.000Z';
  const followUp = { askedAt, clock: [{ type: 'started', at: askedAt }], answeredAt: null, inReview: false };
  const { processState } = await db.taRequest.findUniqueOrThrow({ where: { id: request } });
  await db.taRequest.update({
    where: { id: request },
    data: {
      ...{ ...answered, followUpId, followUpAskedAt: new Date(askedAt), followUpDueAt: new Date(askedAt) },
      processState: { ...(processState as object), ...answered, followUp } as object,
      supervisorId: await personOf(EMAIL.supervisor),
      supervisorStatus: 'confirmed',
      supervisorName: 'Sue',
      supervisorEmail: EMAIL.supervisor,
      supervisorRole: 'attorney',
    },
  });
  const asker = { name: 'Ask', email: EMAIL.asker, role: 'attorney', organization: 'Office of Asker' };
  await made('/completions', {
    ...{ email: EMAIL.asker, courseId: 'human-trafficking-defined', passed: true, score: 0.9 },
    ...{ completedAt: '2026-10-01T17:00:00Z', source: 'lms', sourceId: '1' },
  });
  const question = await made(`/calls/${FIRST}/questions`, goodQuestion({ asker }));
  await db.callQuestion.update({
    where: { id: question },
    data: { handoverTokenHash: hashToken('handover-token-of-the-asker') },
  });
  await db.callQuestionWorksheet.create({
    data: {
      ...{ questionId: question, size: 5, addedAt: new Date('2026-11-02T18:00:00Z') },
      sealed: await worksheetOf(app, question),
    },
  });
  const review = await made('/conduct-reviews', {
    ...{ personId: await personOf(EMAIL.reviewed), grounds: 'overuse', evidence: 'Seven a week.' },
  });
  await notified(app, review);
  const wish = randomUUID();
  const wishKey = vault.newDataKey('privacy_request');
  await db.dataKey.create({ data: wishKey });
  await db.privacyRequest.create({
    data: {
      ...{
        id: wish,
        personId: await personOf(EMAIL.self),
        kind: 'copy',
        status: 'open',
        dataKeyId: wishKey.id,
      },
      ...{ askedAt: new Date(answered.respondedAt), confirmedAt: answered.respondedAt, dueOn: '2026-12-02' },
      copyUntil: new Date('2090-01-01T00:00:00Z'),
    },
  });
  const terms = { topics: ['civil'], states: [], capacity: 3 };
  const mentor = await made('/mentors', { email: EMAIL.mentor, name: 'Mina', ...terms });
  await db.mentor.update({ where: { id: mentor }, data: { status: 'active' } });
  const theirs = await db.taRequest.findFirstOrThrow({
    where: { requesterId: await personOf(EMAIL.introduced) },
  });
  const introduction = await made('/introductions', {
    ...{ requestId: theirs.id, mentorId: mentor, topic: 'civil' },
  });
  await db.introduction.update({
    where: { id: introduction },
    data: { status: 'mentor-asked', mentorAsked: true },
  });
  const precedent = await made('/precedents', {
    ...{ question: 'What counts?', answer: 'This does.', kind: 'general-information' },
    ...{ topics: ['immigration'], audience: 'public', reviewBy: '2027-06-01' },
  });
  await db.precedent.update({
    where: { id: precedent },
    data: { status: 'published', publishedAt: new Date() },
  });
  await made('/closures', { date: '2026-12-24', name: 'Holiday eve' });
  const registration = await made(
    '/registrations',
    goodRegistration({ name: 'Reg', email: EMAIL.registrant, employer: 'Office of Registrant' }),
  );
  await db.staff.createMany({ data: STAFF_ROLES.map(staffOf) });
  const away = { person: 'attorney@desk.example', standIn: 'reviewer@desk.example' };
  const absence = await made('/absences', { ...away, firstDay: '2027-01-04', lastDay: '2027-01-08' });

  const release = randomUUID();
  const open = { openedAt: answeredAt, openedBy: 'system', expiresAt: new Date('2027-02-01T08:00:00Z') };
  await db.release.create({
    data: {
      ...{
        id: release,
        requestId: request,
        recipientKind: 'partner',
        parts: ['question'],
        status: 'asked',
        ...open,
      },
    },
  });

  return {
    app,
    everybody: await everybodyAt(app),
    anew: async () => {
      await aSubscription(app);
      const body = new FormData();
      body.append('file', new Blob(['Plain words.']), 'words.txt');
      await db.caseDocument.deleteMany({ where: { requestId: request } });
      // Once it is answered nobody adds one.
      await db.taRequest.update({ where: { id: request }, data: { status: 'in-progress' } });
      const answer = await app.call(`/api/v1/ta-requests/${request}/documents`, { key, body });
      await db.taRequest.update({ where: { id: request }, data: { status: 'responded' } });
      return { document: ((await answer.json()) as { id: string }).id };
    },
    ids: {
      '/ta-requests/{id}': request,
      '/people/{id}': await personOf(EMAIL.requester),
      '/organizations/{id}': (await db.organization.findFirstOrThrow()).id,
      '/conduct-reviews/{id}': review,
      '/privacy-requests/{id}': wish,
      '/absences/{id}': absence,
      '/completions/{id}': (await db.completion.findFirstOrThrow()).id,
      '/releases/{id}': release,
      '/exports/{id}': randomUUID(),
      '/api-keys/{id}': randomUUID(),
      '/staff/{id}': randomUUID(),
      '/mentors/{id}': mentor,
      '/introductions/{id}': introduction,
      '/precedents/{id}': precedent,
      '/closures/{date}': '2027-12-31',
      '/messages/{id}': (await db.message.findFirstOrThrow()).id,
      '/calls/{id}': FIRST,
      '{questionId}': question,
      '/series/{id}': 'legal-working-group',
      '/registrations/{id}': registration,
      '/handover/{token}': 'handover-token-of-the-asker',
      '/subscriptions/{token}': 'token-of-a-subscriber',
      '{wallId}': randomUUID(),
      '{versionId}': randomUUID(),
      '{commentId}': randomUUID(),
      '{itemId}': 'resource:none',
    },
  };
}

async function worksheetOf({ services: { db, vault } }: TestApp, id: string) {
  const { dataKey } = await db.callQuestion.findUniqueOrThrow({ where: { id }, include: withKey });
  return vault.sealBytes(
    dataKey,
    { table: 'call_question_worksheet', rowId: id, field: 'content' },
    Buffer.from('Words'),
  );
}

async function aSubscription({ services: { db } }: TestApp): Promise<void> {
  await db.subscription.deleteMany({});
  const row = { id: randomUUID(), email: 'subscriber@elsewhere.example', name: 'Sub', lists: [] };
  const unsubscribeTokenHash = hashToken('token-of-a-subscriber');
  await db.subscription.create({
    data: { ...row, emailUpdates: true, status: 'confirmed', unsubscribeTokenHash, createdAt: new Date() },
  });
}

function staffOf(role: StaffRole) {
  return { id: randomUUID(), name: role, email: `${role}@desk.example`, role, createdAt: new Date() };
}

/** Its person has had notice, and was refused: what they may answer. */
async function notified({ services: { db } }: TestApp, id: string): Promise<void> {
  const { processState } = await db.conductReview.findUniqueOrThrow({ where: { id } });
  const notice = { status: 'notified', notifiedAt: '2026-11-02T18:00:00.000Z' };
  await db.conductReview.update({
    where: { id },
    data: {
      ...{ status: 'notified', notifiedAt: new Date(notice.notifiedAt) },
      processState: { ...(processState as object), ...notice },
    },
  });
}

async function everybodyAt(app: TestApp): Promise<Somebody[]> {
  const asked = (as: { key?: string }) => (method: string, path: string, body?: unknown) =>
    app.call(path, { method, body, ...as });
  const nobody = { name: 'nobody', role: null, standing: null, email: null, ask: asked({}) };
  const people = Object.entries(EMAIL).map(async ([name, email]): Promise<Somebody> => {
    const { send } = await signedIn(app, email);
    const standing = name === 'stranger' || name === 'unconfirmed' ? null : (name as Standing);
    return { name, role: null, standing, email, ask: send };
  });
  const users = STAFF_ROLES.map(async (role): Promise<Somebody> => {
    const { send } = await signedIn(app, `${role}@desk.example`);
    return { name: role, role, standing: null, email: null, ask: send };
  });
  const keys = STAFF_ROLES.map(async (role): Promise<Somebody> => {
    const key = await app.newKey(role);
    return { name: `key of ${role}`, role, standing: null, email: null, ask: asked({ key }) };
  });
  const key = await app.newKey('director', ['read']);
  const reader: Somebody = {
    ...{ name: 'key that reads', role: 'director', standing: null, email: null },
    ...{ readOnly: true, ask: asked({ key }) },
  };
  return [nobody, ...(await Promise.all([...people, ...users, ...keys])), reader];
}
