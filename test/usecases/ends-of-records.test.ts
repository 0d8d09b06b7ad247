import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../src/project-root.js';
import { PURGE_CALL_STEPS } from '../../src/usecases/erasure/purge-call-steps.js';
import { PURGE_STEPS } from '../../src/usecases/erasure/purge-steps.js';

/**
 * How each record ends: with what it belongs to, after its own time (the step of the daily erasure that counts it), or
 * never, and why. A new model without a row here fails: somebody has to say when it goes.
 */
type End = { with: 'request' | 'person' | 'address' | string } | { after: string } | { never: string };
const REQUEST = { with: 'TaRequest' };
const PERSON = { with: 'person' };
const ADDRESS = { with: 'address' };

const ENDS: Record<string, End> = {
  Organization: { after: 'organizations' },
  OrganizationEvent: { with: 'Organization' },
  Person: { after: 'people' },
  PersonEmail: PERSON,
  AddressClaim: { after: 'unprovedAddresses' },
  PersonEvent: PERSON,
  Staff: { never: 'who worked here: names stand in the past of requests; deactivated, not erased' },
  SavedView: { with: 'Staff' },
  ApiKey: {
    never: 'its name and what became of it, for the record of security; the key itself is never stored',
  },
  AuthUser: { after: 'users' },
  AuthSession: { after: 'expiredSignIns' },
  AuthAccount: { with: 'AuthUser' },
  AuthVerification: { after: 'expiredSignIns' },
  AppFactor: PERSON,
  Passkey: PERSON,
  RecoveryCode: PERSON,
  FactorReset: { never: 'of staff alone: that two admins reset a factor, by ids' },
  ProgramVersion: { never: 'rules under which requests ran; nothing of anybody' },
  Closure: { never: 'days the office was closed, on which past dates depend; nothing of anybody' },
  Setting: { never: 'switches of the desk' },
  TaRequest: { after: 'requests' },
  SketchKey: { never: 'a key; what it made numbers of goes with each request' },
  RequestSketch: REQUEST,
  ConflictWall: REQUEST,
  CaseText: REQUEST,
  Mention: REQUEST,
  AnswerInWork: { after: 'answersInWork' },
  DraftComment: REQUEST,
  RequestTask: REQUEST,
  CaseDocument: { after: 'documents' },
  FileToErase: { with: 'the file it names, which goes at once or in the night' },
  ProcessEvent: {
    with: 'request, or the review, introduction or time away it is of; of calls: ids and codes alone',
  },
  ProcessTrouble: { with: 'its process' },
  Outbox: { after: 'outboxRows' },
  Message: { after: 'messages' },
  Digest: { after: 'digests' },
  DigestLine: { with: 'Digest' },
  DigestProcess: { never: 'one row: when the next is due' },
  Completion: PERSON,
  UnconfirmedSubmission: { after: 'unconfirmedSubmissions' },
  FormDraft: { after: 'formDrafts' },
  FormFile: { with: 'FormDraft or UnconfirmedSubmission' },
  KeptForm: { after: 'keptForms' },
  EmpWorksheet: { after: 'worksheets' },
  IdempotencyKey: { after: 'idempotencyKeys' },
  DataKey: {
    never: 'destroyed with the row it belongs to; its id stays, so that no backup brings the key back',
  },
  CaseAccess: { after: 'accessLog' },
  SecurityEvent: { after: 'securityEvents' },
  AuditLink: { never: 'a chain of keyed digests; it holds together only whole' },
  RateCount: { after: 'rateCounts' },
  WorkerHeartbeat: { after: 'oldHeartbeats' },
  Erasure: { never: 'numbers; the digests of what was erased by hand go after `retention.backupDays`' },
  LegalHold: { with: 'request or person, once it is lifted' },
  PrivacyRequest: { after: 'wishes' },
  ErasureProcess: { never: 'one row: when the next is due' },
  Release: { with: 'TaRequest' },
  CaseExport: { after: 'exports' },
  ReleaseText: { with: 'Release' },
  ConductReview: { after: 'conductReviews' },
  Absence: { after: 'absences' },
  AbsenceItem: { with: 'Absence or request' },
  ConductText: { with: 'ConductReview' },
  Mentor: { after: 'mentors' },
  MentorEvent: { with: 'Mentor' },
  Introduction: { after: 'introductions' },
  MentoringLink: { with: 'Mentor or Introduction' },
  IntroductionText: { with: 'Introduction' },
  Precedent: { never: 'by rule it tells of no case; a director erases its words by hand' },
  PrecedentEvent: { with: 'Precedent' },
  CallSeries: { never: 'a rule of the program and how far it is planned' },
  Call: { never: 'dates and topics; its words go with `callTexts`' },
  CallRegistration: { after: 'callRegistrations' },
  CallRegistrationEvent: { with: 'CallRegistration' },
  CallQuestion: { after: 'callQuestions' },
  CallQuestionWorksheet: { with: 'CallQuestion' },
  CallRegistrant: { after: 'callRegistrants' },
  CallPresence: { after: 'callPresence' },
  CallAttendance: { after: 'callAttendance' },
  Subscription: { after: 'endedSubscriptions' },
  ContactAddress: ADDRESS,
  ContactPoll: { never: 'one row: how far changes were read' },
  WebhookDelivery: { after: 'webhookDeliveries' },
  CallPollAnswer: { after: 'callPollAnswers' },
  CallText: { after: 'callTexts' },
  OauthToken: { never: 'a connection of the desk’s own, until it is cut' },
};

/** Steps that end with an address, or take words out of rows that stay. */
const BESIDE = ['contactAddresses', 'callRegistrationReplies'];

const schema = readFileSync(join(projectRoot, 'prisma/schema.prisma'), 'utf8');
const models = new Map(
  [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [name, body]),
);

test('of each record it is said how it ends', () => {
  expect(Object.keys(ENDS).sort()).toEqual([...models.keys()].sort());
});

describe('what ends after its own time has a step of the daily erasure', () => {
  const steps = [...PURGE_STEPS, ...PURGE_CALL_STEPS].map(({ counts }) => counts);
  const known = [...steps, 'requests', 'people', 'users', 'organizations', 'accessLog', 'securityEvents'];
  const timed = Object.entries(ENDS).flatMap(([model, end]) => ('after' in end ? [[model, end.after]] : []));
  test.each(timed)('%s: %s', (_model, step) => {
    expect(known).toContain(step);
  });
  test('and no step is of nothing', () => {
    expect(timed.map(([, step]) => step)).toEqual(
      expect.arrayContaining(known.filter((one) => !BESIDE.includes(one))),
    );
  });
});

describe('what ends with something else names it, and goes with its row', () => {
  const nested = Object.entries(ENDS).flatMap(([model, end]) =>
    'with' in end && models.has(end.with) ? [[model, end.with]] : [],
  );
  test.each(nested)('%s with %s', (model, parent) => {
    expect(models.get(model)).toMatch(new RegExp(`\\b${parent}\\b.*onDelete: Cascade`));
  });
});
