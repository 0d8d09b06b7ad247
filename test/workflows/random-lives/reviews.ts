import { isReviewOver, type ReviewStatus } from '../../../src/domain/conduct/review-statuses.js';
import { reviewWorkflowId } from '../../../src/domain/conduct/workflow-id.js';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { conductText } from '../../../src/usecases/conduct/conduct-text.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import type { TestDesk } from '../../support/desk.js';
import { API, dayIn, type Life, newWord, type Of, surely, tell } from './life.js';
import type { Reviewing } from './steps.js';

const REVIEWS = '/api/v1/conduct-reviews';

/** Those by which whoever asks is refused assistance now. */
export async function activeReviews(desk: TestDesk, life: Life): Promise<string[]> {
  const views = await Promise.all(life.reviews.map((id) => desk.api('GET', `${REVIEWS}/${id}`)));
  return views.filter(({ body }) => body.active).map(({ body }) => body.id);
}

/** What directors and the person would do next. */
const NEXT: Partial<Record<string, Reviewing>> = {
  open: 'notify',
  notified: 'refuse',
  refused: 'appeal',
  appealed: 'decide-appeal',
  upheld: 'dismiss',
};

export async function review(
  desk: TestDesk,
  life: Life,
  { what: chosen, cut }: Of<'reviews'>,
): Promise<void> {
  const word = newWord();
  const last = life.reviews.at(-1);
  const status = last && chosen === 'next' ? (await desk.api('GET', `${REVIEWS}/${last}`)).body.status : '';
  const what = chosen === 'next' ? (NEXT[status] ?? 'open') : chosen;
  if (what === 'open') return open(desk, life, { word, cut });
  const id = life.reviews.at(-1);
  if (!id) return;
  const body = { kind: what, ...(await WORDS[what]({ desk, word })) };
  const own = what === 'reply' || what === 'appeal';
  const answer = await surely(desk, cut, (headers) =>
    desk.api('POST', `${REVIEWS}/${id}/decisions`, {
      as: own ? null : 'director',
      body,
      headers: { ...(own ? life.headers.requester : {}), ...headers },
    }),
  );
  tell(life, `review: ${what}${cut ? ', cut' : ''}`, answer);
  if (answer.status === 200 && what !== 'notify') life.said.push({ word, reviewId: id, evidence: false });
}

async function open(
  desk: TestDesk,
  life: Life,
  { word, cut }: { word: string; cut: boolean },
): Promise<void> {
  const { body: request } = await desk.api('GET', `${API}/${life.requests[0]}`);
  const body = { personId: request.requester.id, grounds: 'plagiarism', evidence: word };
  const answer = await surely(desk, cut, (headers) =>
    desk.api('POST', REVIEWS, { as: 'director', body, headers }),
  );
  tell(life, `review: open${cut ? ', cut' : ''}`, answer);
  if (answer.status !== 201) return;
  life.reviews.push(answer.body.id);
  life.said.push({ word, reviewId: answer.body.id, evidence: true });
}

const WORDS: Record<
  Exclude<Reviewing, 'open'>,
  (told: { desk: TestDesk; word: string }) => object | Promise<object>
> = {
  notify: () => ({}),
  reply: ({ word }) => ({ body: word }),
  refuse: async ({ desk, word }) => ({ until: await dayIn(desk, 12), reason: word }),
  dismiss: ({ word }) => ({ reason: word }),
  appeal: ({ word }) => ({ reason: word }),
  'decide-appeal': ({ word }) => ({ upheld: /[0-7]$/.test(word), reason: word }),
};

/** What never holds of a review. */
export async function faultsOfReview(desk: TestDesk, life: Life, id: string): Promise<string[]> {
  const { services } = desk.wired;
  const { db, processes } = services;
  const row = await db.conductReview.findUniqueOrThrow({ where: { id }, include: withKey });
  const faults: string[] = [];
  const workflowId = reviewWorkflowId(id);
  const running = await processes.stateOf(workflowId);
  if (isReviewOver(row.status as ReviewStatus) === (running === 'running'))
    faults.push(`the review is ${row.status}, its process ${running}`);
  const events = await db.processEvent.findMany({ where: { workflowId }, orderBy: { seq: 'asc' } });
  if (events.some(({ seq }, index) => seq !== index + (events[0]?.seq ?? 0)))
    faults.push(`the review has numbers ${events.map(({ seq }) => seq)}`);
  const sent = await db.message.findMany({ where: { aboutId: id }, include: withKey });
  const told = sent.filter(({ kind }) => kind !== 'conduct-question-kept');
  if (new Set(sent.map(({ effectKey }) => effectKey)).size !== sent.length)
    faults.push('a mail of a review twice');
  for (const { kind } of told) {
    const n = told.filter((mail) => mail.kind === kind).length;
    if (n > events.length) faults.push(`${n} × ${kind} of ${events.length} events`);
  }
  const words = (await db.conductText.findMany({ where: { reviewId: id, status: 'effective' } })).map(
    (text) => conductText.open(services, row, text),
  );
  for (const { word } of life.said.filter(({ reviewId }) => reviewId === id)) {
    const n = words.filter((text) => text === word).length;
    if (n !== 1) faults.push(`${word} of the review is kept ${n} times`);
  }
  faults.push(...(await ofReaders(desk, life, { id, told: row.notifiedAt !== null })));
  return faults;
}

/** Directors, and the person once they were told, who never read the evidence. Of nobody else a trace of it anywhere. */
async function ofReaders(
  desk: TestDesk,
  life: Life,
  { id, told }: { id: string; told: boolean },
): Promise<string[]> {
  const faults: string[] = [];
  const paths = [`${REVIEWS}/${id}`, `/my/notices/${id}`, '/my/requests', `/api/v1/messages?about=${id}`];
  const mine = life.said.filter(({ reviewId }) => reviewId === id);
  for (const who of ['requester', 'supervisor', 'stranger'] as const) {
    for (const path of paths) {
      const answer = await fetch(`${desk.url}${path}`, { headers: life.headers[who] });
      const text = await answer.text();
      const may = who === 'requester' && told;
      if (path.includes(id) && answer.status === 200 && !(may && !path.includes('messages')))
        faults.push(`${who} opens ${path} of a review`);
      if (may && path === paths[0] && answer.status !== 200)
        faults.push(`${who} is answered ${answer.status} about their own review`);
      const read = mine.filter(({ word, evidence }) => text.includes(word) && !(may && !evidence));
      faults.push(...read.map(({ word }) => `${who} reads ${word} of a review at ${path}`));
    }
  }
  for (const as of ['coordinator', 'attorney', 'reviewer'] satisfies StaffRole[]) {
    const { status } = await desk.api('GET', `${REVIEWS}/${id}`, { as });
    const { body } = await desk.api('GET', `/api/v1/messages?about=${id}`, { as });
    if (status !== 403 || body.items.length > 0) faults.push(`a ${as} learns of a review`);
  }
  return faults;
}
