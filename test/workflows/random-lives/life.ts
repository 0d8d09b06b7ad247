import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { type Answer, submission, type TestDesk } from '../../support/desk.js';
import { headersOf } from '../../support/sign-in.js';
import { addAddress, assignAll, becomeOne, document, nameSupervisor } from './beside.js';
import { cutConnections } from './cut-connections.js';
import { deaths } from './dying-worker.js';
import { introduce } from './introductions.js';
import { activeReviews, review } from './reviews.js';
import type { Acting, Deciding, Outsider, Step } from './steps.js';

/** One word that somebody typed, and where. */
export interface Typed {
  word: string;
  requestId: string;
  /** `staff` reads it, or everybody of the case. A draft is the staff's until it is sent. */
  readers: 'case' | 'staff' | 'draft';
}

/** Somebody and their supervisor, a stranger, and what has been typed and taken so far. */
export interface Life {
  emails: Record<Outsider, string>;
  /** With which each is signed in. */
  headers: Record<Outsider, Record<string, string>>;
  requests: string[];
  typed: Typed[];
  /** Conduct reviews of whoever asks, and what was said in them. */
  reviews: string[];
  said: { word: string; reviewId: string; evidence: boolean }[];
  /** Introductions to the stranger as mentor, and what was said of them. */
  introductions: string[];
  saidOfMentors: { word: string; introductionId: string; by: string }[];
  /** Documents that stand, by their names. */
  documents: { name: string; id: string; requestId: string }[];
  /** What was done, in words for whoever reads a failure. */
  told: string[];
}

export const API = '/api/v1/ta-requests';

let people = 0;
export async function beginLife(desk: TestDesk): Promise<Life> {
  people += 1;
  const at = `office-${people}.example`;
  const emails = { requester: `asks@${at}`, supervisor: `supervises@${at}`, stranger: `stranger@${at}` };
  const headers = {
    requester: await signsIn(desk, emails.requester),
    supervisor: await signsIn(desk, emails.supervisor),
    stranger: await signsIn(desk, emails.stranger),
  };
  const nothing = { requests: [], typed: [], reviews: [], said: [], documents: [], told: [] };
  return { emails, headers, ...nothing, introductions: [], saidOfMentors: [] };
}

/** Connections that were cut in the life before are found out one by one. */
async function signsIn(desk: TestDesk, email: string, tries = 20): Promise<Record<string, string>> {
  try {
    return await headersOf(desk, email);
  } catch (error) {
    if (tries === 0) throw error;
    return signsIn(desk, email, tries - 1);
  }
}

export async function take(desk: TestDesk, life: Life, step: Step): Promise<void> {
  switch (step.does) {
    case 'submits':
      return submit(desk, life, step);
    case 'decides':
      return decide(desk, life, step);
    case 'acts':
      return act(desk, life, step);
    case 'goes on':
      return goOn(desk, life, step);
    case 'completes':
      return complete(desk, life, step);
    case 'closes the office':
      return closeOffice(desk, life, step.inDays);
    case 'reviews':
      return review(desk, life, step);
    case 'introduces':
      return introduce(desk, life, step);
    case 'documents':
      return document(desk, life, step);
    case 'names':
      return nameSupervisor(desk, life, step);
    case 'becomes one':
      return becomeOne(desk, life, step);
    case 'adds an address':
      return addAddress(desk, life);
    case 'assigns several':
      return assignAll(desk, life, step);
    case 'is killed':
      life.told.push(`the worker is killed before it can tell what it did, ${step.times} ×`);
      deaths.left = step.times;
      return take(desk, life, { does: 'goes on', which: step.which, cut: false });
    case 'waits':
      await desk.advance({ by: `PT${step.hours}H` });
      life.told.push(`waits ${step.hours} h`);
  }
}

export const newWord = () => `word${randomUUID().replaceAll('-', '').slice(0, 12)}`;

export type Of<D extends Step['does']> = Extract<Step, { does: D }>;

async function submit(desk: TestDesk, life: Life, step: Of<'submits'>): Promise<void> {
  const word = newWord();
  const { supervised, tVisa, courtInDays } = step;
  const answer = await desk.api('POST', API, {
    body: submission(
      {
        facts: `Facts with ${word}.`,
        ...(tVisa ? { kind: 'document-review', documentKind: 't-visa-rfe' } : {}),
        ...(courtInDays
          ? { courtOrFilingDeadline: { kind: 'court', date: await dayIn(desk, courtInDays) } }
          : {}),
        ...(supervised
          ? { supervisor: { name: 'Sam Lee', email: life.emails.supervisor, role: 'attorney' } }
          : {}),
      },
      { email: life.emails.requester, role: supervised ? 'paralegal' : 'attorney' },
    ),
  });
  const refused = (await activeReviews(desk, life)).length > 0;
  taken(answer, refused ? 403 : 201);
  if (refused) return void life.told.push(`${JSON.stringify(step)} → ${answer.body.code}`);
  life.requests.push(answer.body.id);
  life.typed.push({ word, requestId: answer.body.id, readers: 'case' });
  life.told.push(`${JSON.stringify(step)} → ${answer.body.reference}`);
}

/** `yyyy-mm-dd` so many days after the desk's today. */
export async function dayIn(desk: TestDesk, days: number): Promise<string> {
  const { now } = (await desk.api('GET', '/api/v1/rehearsal')).body;
  return new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
}

async function businessDayIn(desk: TestDesk, n: number): Promise<string> {
  const { now } = (await desk.api('GET', '/api/v1/rehearsal')).body;
  const { days } = (await desk.api('GET', `/api/v1/deadlines?receivedAt=${now}&businessDays=${n}`)).body;
  return days.at(-1).date;
}

async function decide(desk: TestDesk, life: Life, step: Of<'decides'>): Promise<void> {
  const requestId = life.requests[step.which % life.requests.length] ?? '';
  const word = newWord();
  const body = await DECISIONS[step.what]({ desk, life, word, requestId });
  if (!body) return;
  const answer = await surely(desk, step.cut, (headers) =>
    desk.api('POST', `${API}/${requestId}/decisions`, {
      as: step.as,
      body: { kind: step.what, ...body },
      headers,
    }),
  );
  note(life, step, answer);
  if (answer.status === 200 && WORDS_OF[step.what])
    life.typed.push({ word, requestId, readers: WORDS_OF[step.what] as Typed['readers'] });
}

/** What those who do their work would do next. */
async function goOn(desk: TestDesk, life: Life, { which, cut }: Of<'goes on'>): Promise<void> {
  const { body } = await desk.api('GET', `${API}/${life.requests[which % life.requests.length]}`);
  const asksAgain = body.followUp?.status === 'open' ? 'follow-up' : body.status;
  const next = NEXT[body.supervisor?.status === 'unconfirmed' ? 'unconfirmed' : asksAgain];
  for (const step of next ?? []) await take(desk, life, { ...step, which, cut } as Step);
}

type Next =
  | { does: 'decides'; as: StaffRole; what: Deciding }
  | { does: 'acts'; who: Outsider; what: Acting }
  | Of<'completes'>;

const NEXT: Record<string, Next[]> = {
  unconfirmed: [{ does: 'acts', who: 'supervisor', what: 'confirms' }],
  'awaiting-prerequisites': [
    { does: 'completes', course: 'human-trafficking-defined', passed: true },
    { does: 'completes', course: 't-visas-part-1', passed: true },
  ],
  'awaiting-information': [{ does: 'acts', who: 'requester', what: 'information' }],
  queued: [{ does: 'decides', as: 'coordinator', what: 'assign' }],
  'in-progress': [
    { does: 'decides', as: 'attorney', what: 'draft-response' },
    { does: 'decides', as: 'attorney', what: 'submit-for-review' },
  ],
  'in-review': [{ does: 'decides', as: 'reviewer', what: 'send-response' }],
  responded: [
    { does: 'acts', who: 'requester', what: 'follow-up' },
    { does: 'acts', who: 'requester', what: 'feedback' },
  ],
  'follow-up': [
    { does: 'decides', as: 'attorney', what: 'answer-follow-up' },
    { does: 'decides', as: 'reviewer', what: 'send-response' },
  ],
};

interface Told {
  desk: TestDesk;
  life: Life;
  word: string;
  requestId: string;
}

/** What each decision carries; null where there is nothing it could be about. */
const DECISIONS: Record<Deciding, (told: Told) => object | null | Promise<object>> = {
  assign: () => ({ to: 'attorney@desk.example' }),
  'request-information': ({ word }) => ({ question: word }),
  redirect: ({ word }) => ({ to: 'resources', note: word }),
  decline: ({ word }) => ({ policy: 'scope', reason: word }),
  extend: ({ word }) => ({ businessDays: 3, reason: word }),
  'draft-response': ({ word }) => ({ body: word }),
  'submit-for-review': () => ({}),
  'return-response': ({ word }) => ({ note: word }),
  'send-response': () => ({}),
  merge: ({ life, requestId }) => {
    const into = life.requests.find((id) => id !== requestId);
    return into ? { into } : null;
  },
  reprioritise: ({ word }) => ({ urgent: true, reason: word }),
  close: () => ({}),
  reopen: ({ word }) => ({ reason: word }),
  'refuse-reopening': ({ word }) => ({ reason: word }),
  note: ({ word }) => ({ body: word }),
  'add-task': async ({ desk, word }) => ({
    what: word,
    to: 'attorney@desk.example',
    dueOn: await businessDayIn(desk, 3),
  }),
  'finish-task': async ({ desk, requestId }) => {
    const { items = [] } = (await desk.api('GET', `${API}/${requestId}/tasks`)).body;
    return { task: items[0]?.id ?? requestId };
  },
  reply: ({ word }) => ({ body: word }),
  reclassify: () => ({ requestKind: 'general-information', documentKind: null }),
  'change-deadline': async ({ desk }) => ({
    courtOrFilingDeadline: { kind: 'filing', date: await dayIn(desk, 40) },
  }),
  'answer-follow-up': ({ word }) => ({ body: word }),
};

const WORDS_OF: Partial<Record<Deciding, Typed['readers']>> = {
  'request-information': 'case',
  redirect: 'case',
  decline: 'case',
  extend: 'case',
  'draft-response': 'draft',
  'return-response': 'staff',
  reprioritise: 'staff',
  reopen: 'staff',
  'refuse-reopening': 'case',
  note: 'staff',
  'add-task': 'staff',
  reply: 'case',
  'answer-follow-up': 'draft',
};

async function act(desk: TestDesk, life: Life, step: Of<'acts'>): Promise<void> {
  const requestId = life.requests[step.which % life.requests.length] ?? '';
  const word = newWord();
  const [path, body, isTyped] = ACTIONS[step.what](word);
  const answer = await surely(desk, step.cut, (headers) =>
    desk.api('POST', `${API}/${requestId}/${path}`, {
      as: null,
      body,
      headers: { ...life.headers[step.who], ...headers },
    }),
  );
  note(life, step, answer);
  if (step.who === 'stranger' && answer.status < 300) throw new Error(`a stranger was let in: ${step.what}`);
  if (isTyped && answer.status < 300) life.typed.push({ word, requestId, readers: 'case' });
}

const ACTIONS: Record<Acting, (word: string) => [path: string, body: object, isTyped: boolean]> = {
  information: (word) => ['information', { answer: word }, true],
  withdrawal: (word) => ['withdrawal', { reason: word }, true],
  confirms: () => ['supervisor-confirmation', { confirms: true }, false],
  'says no': () => ['supervisor-confirmation', { confirms: false }, false],
  correspondence: (word) => ['correspondence', { body: word }, true],
  reopening: (word) => ['reopening', { reason: word }, true],
  'follow-up': (word) => ['follow-up', { question: word }, true],
  // A second one replaces the first, so what it says is not looked for.
  feedback: (word) => ['feedback', { answered: 'partly', comment: word }, false],
};

async function complete(desk: TestDesk, life: Life, step: Of<'completes'>): Promise<void> {
  const { now } = (await desk.api('GET', '/api/v1/rehearsal')).body;
  const answer = await desk.api('POST', '/api/v1/completions', {
    body: {
      email: life.emails.requester,
      courseId: step.course,
      passed: step.passed,
      completedAt: now,
      source: 'lms',
      sourceId: randomUUID(),
    },
  });
  taken(answer, 201);
  life.told.push(JSON.stringify(step));
}

async function closeOffice(desk: TestDesk, life: Life, inDays: number): Promise<void> {
  const date = await dayIn(desk, inDays);
  const { status } = await desk.api('POST', '/api/v1/closures', {
    as: 'director',
    body: { date, name: 'Storm' },
  });
  life.told.push(`closes the office on ${date}: ${status}`);
}

export function taken({ status, body }: Answer, as: number): void {
  if (status !== as) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

function note(life: Life, step: Of<'decides'> | Of<'acts'>, answer: Answer): void {
  const who = step.does === 'decides' ? step.as : step.who;
  tell(life, `${who} ${step.what} #${step.which % life.requests.length}${step.cut ? ', cut' : ''}`, answer);
}

export function tell(life: Life, what: string, { status, body }: Answer): void {
  life.told.push(`${what} → ${status} ${body?.code ?? body?.status ?? ''}`);
  // A refusal says which; whatever else there is, is a fault.
  if (status >= 500) throw new Error(life.told.at(-1));
}

/** As a client does it who loses the answer: the same again under the same key, until it knows. */
export async function surely(
  desk: TestDesk,
  cut: boolean,
  send: (headers: Record<string, string>) => Promise<Answer>,
): Promise<Answer> {
  const headers = { 'idempotency-key': randomUUID() };
  const cutting = cut ? cutConnections(desk.config.databaseUrl ?? '') : null;
  let answer = await send(headers);
  await cutting;
  // Connections that were cut are found out one by one.
  for (let n = 0; answer.status === 503 && n < 40; n += 1) answer = await send(headers);
  return answer;
}
