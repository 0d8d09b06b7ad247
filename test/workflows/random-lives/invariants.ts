import { isEnded, type RequestStatus } from '../../../src/domain/requests/statuses.js';
import { requestWorkflowId } from '../../../src/domain/requests/workflow-id.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { reconcile } from '../../../src/usecases/reconcile/reconcile.js';
import { openCaseText } from '../../../src/usecases/requests/case-text.js';
import { TABLE } from '../../domain/requests/event-table.js';
import { local, type TestDesk } from '../../support/desk.js';
import { faultsOfIntroduction } from './introductions.js';
import { API, type Life, type Typed } from './life.js';
import { faultsOfReview } from './reviews.js';
import type { Outsider } from './steps.js';

/** What never holds of any life: an empty list, or what was found. */
export async function faultsOf(desk: TestDesk, life: Life): Promise<string[]> {
  const faults: string[] = [];
  for (const id of life.requests) {
    faults.push(...(await ofProcess(desk, id)));
    faults.push(...(await ofMails(desk, id)));
    faults.push(...(await ofDates(desk, id)));
    faults.push(...(await ofTexts(desk, life, id)));
    faults.push(...(await ofDocuments(desk, life, id)));
    for (const who of ['requester', 'supervisor', 'stranger'] as const)
      faults.push(...(await ofReader(desk, life, id, who)));
  }
  for (const id of life.introductions) faults.push(...(await faultsOfIntroduction(desk, life, id)));
  for (const id of life.reviews) faults.push(...(await faultsOfReview(desk, life, id)));
  return faults;
}

/** One status: rows and workflows agree, and nobody has to mend anything. What was mended, by columns. */
export async function mendedBy(desk: TestDesk): Promise<object> {
  const { db } = desk.wired.services;
  const before = await db.taRequest.findMany();
  const { checked: _, mended, ...found } = await reconcile(desk.wired.services);
  const after = await db.taRequest.findMany({ where: { id: { in: mended } }, include: withKey });
  const others = mended.filter((id) => !after.some((row) => row.id === id));
  if (others.length > 0) return { ...found, mended: others };
  return { ...found, mended: after.map((row) => changed(before.find(({ id }) => id === row.id) ?? {}, row)) };
}

const changed = (was: object, row: object) =>
  Object.entries(row)
    .map(([name, value]) => [
      name,
      JSON.stringify((was as Record<string, unknown>)[name], plain),
      JSON.stringify(value, plain),
    ])
    .filter(([, before, after]) => before !== after)
    .map((three) => three.join(' '));

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** Ends after which nothing more happens in an episode. */
const ENDS = ['redirected', 'declined', 'withdrawn', 'merged', 'lapsed', 'closed'];

async function ofProcess(desk: TestDesk, id: string): Promise<string[]> {
  const { db, processes } = desk.wired.services;
  const row = await db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
  const faults: string[] = [];
  const running = await processes.stateOf(requestWorkflowId(id, row.episode));
  if (isEnded(row.status as RequestStatus) === (running === 'running'))
    faults.push(`${row.reference} is ${row.status}, its process ${running}`);
  const events = await db.processEvent.findMany({ where: { requestId: id }, orderBy: { seq: 'asc' } });
  for (const [workflowId, own] of byWorkflow(events)) {
    if (!workflowId.startsWith(requestWorkflowId(id, 1).slice(0, -1))) continue;
    const numbers = own.map(({ seq }) => seq);
    const first = numbers[0] ?? 0;
    if (numbers.some((seq, index) => seq !== first + index))
      faults.push(`${workflowId} has numbers ${numbers}`);
    const ended = own.findIndex(({ type }) => ENDS.includes(type));
    if (ended >= 0 && ended < own.length - 1)
      faults.push(`${workflowId} goes on after its end: ${own.slice(ended).map(({ type }) => type)}`);
  }
  return faults;
}

function byWorkflow<T extends { workflowId: string }>(events: T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const event of events) found.set(event.workflowId, [...(found.get(event.workflowId) ?? []), event]);
  return found;
}

/** No more mails of a kind to one address than events that call for one. */
async function ofMails(desk: TestDesk, id: string): Promise<string[]> {
  const { db } = desk.wired.services;
  const events = await db.processEvent.findMany({ where: { requestId: id } });
  const count = new Map<string, number>();
  for (const { kind, to } of await db.message.findMany({ where: { aboutId: id }, include: withKey }))
    for (const address of to) count.set(`${kind} → ${address}`, (count.get(`${kind} → ${address}`) ?? 0) + 1);
  const faults: string[] = [];
  for (const [mail, n] of count) {
    const kind = mail.split(' → ')[0] ?? '';
    const calling = Object.entries(TABLE).filter(([, { mails }]) =>
      Object.values(mails).some((all) => all.split('; ').some((one) => one.startsWith(`${kind} → `))),
    );
    // Letters have their own tests.
    if (calling.length === 0) continue;
    const called = events.filter(({ type }) => calling.some(([name]) => name === type)).length;
    if (n > called) faults.push(`${n} × ${mail}, of ${called} events`);
  }
  return faults;
}

/** The last day of the ledger is the day it is due, and its days are counted one after another. */
async function ofDates(desk: TestDesk, id: string): Promise<string[]> {
  const { body: view } = await desk.api('GET', `${API}/${id}`);
  const { body: clock } = await desk.api('GET', `${API}/${id}/clock`);
  const faults: string[] = [];
  if (clock.dueAt !== view.dueAt) faults.push(`due ${view.dueAt}, by its ledger ${clock.dueAt}`);
  const days: { date: string; kind: string; count: number }[] = clock.days;
  const due = days.filter(({ kind }) => kind === 'due');
  if (view.clock.state === 'running') {
    const last = due.at(-1)?.date;
    if (!view.dueAt || last !== local(view.dueAt).slice(0, 10))
      faults.push(`due ${view.dueAt}, its last day is ${last}`);
  }
  const counts = days.filter(({ kind }) => kind === 'counted' || kind === 'due').map(({ count }) => count);
  if (counts.some((count, index) => index > 0 && count < (counts[index - 1] ?? 0)))
    faults.push(`its days count ${counts}`);
  if (new Set(days.map(({ date }) => date)).size !== days.length)
    faults.push('a day stands twice in the ledger');
  return faults;
}

/** What was taken is kept, once. */
async function ofTexts(desk: TestDesk, life: Life, id: string): Promise<string[]> {
  const { services } = desk.wired;
  const row = await services.db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
  const rows = await services.db.caseText.findMany({ where: { requestId: id, status: 'effective' } });
  const texts = rows
    // The draft that was sent stands there too.
    .filter(({ field }) => !['response', 'follow-up-answer'].includes(field))
    .map((text) => openCaseText(services, row, text));
  return life.typed
    .filter(({ requestId }) => requestId === id)
    .map(({ word }) => [word, texts.filter((text) => text.includes(word)).length] as const)
    .filter(([, n]) => n !== 1)
    .map(([word, n]) => `${word} is kept ${n} times`);
}

/** What was added is there, once, for those of the case, and not after it was removed. */
async function ofDocuments(desk: TestDesk, life: Life, id: string): Promise<string[]> {
  const { headers } = { headers: life.headers.requester };
  const { body } = await desk.api('GET', `${API}/${id}/documents?limit=100`, { as: null, headers });
  const names = (body.items ?? []).map(({ name }: { name: string }) => name).sort();
  const wanted = life.documents
    .filter(({ requestId }) => requestId === id)
    .map(({ name }) => name)
    .sort();
  return String(names) === String(wanted) ? [] : [`its documents are ${names}, and not ${wanted}`];
}

/** Everybody sees only what is theirs, on pages and over the API. */
async function ofReader(desk: TestDesk, life: Life, id: string, who: Outsider): Promise<string[]> {
  const { supervisorStatus, supervisorEmail } = await desk.wired.services.db.taRequest.findUniqueOrThrow({
    where: { id },
    include: withKey,
  });
  const headers = life.headers[who];
  const api = `${API}/${id}`;
  const paths = [
    '',
    '/events',
    '/content',
    '/response',
    '/follow-up',
    '/correspondence',
    '/clock',
    '/documents',
  ].map((part) => `${api}${part}`);
  const answers = await Promise.all(
    [...paths, `/my/requests/${id}`, `/my/requests/${id}/response`, '/my/requests', API].map(async (path) => {
      const answer = await fetch(`${desk.url}${path}`, { headers });
      return { path, status: answer.status, text: await answer.text() };
    }),
  );
  const isOfCase =
    who === 'requester' ||
    (who === 'supervisor' && supervisorStatus === 'confirmed' && supervisorEmail === life.emails.supervisor);
  const mine = life.typed.filter(({ requestId }) => requestId === id);
  const names = life.documents.filter(({ requestId }) => requestId === id);
  const faults: string[] = [];
  for (const { path, status, text } of answers) {
    if (path.includes(id) && !isOfCase && status === 200) faults.push(`${who} opens ${path}`);
    if (!isOfCase && names.some(({ name }) => text.includes(name))) faults.push(`${who} reads of a document`);
    const seen = mine.filter((typed) => text.includes(typed.word) && !mayRead(typed, isOfCase, answers));
    faults.push(...seen.map(({ word }) => `${who} reads ${word} at ${path}`));
  }
  return faults;
}

/** Of drafts the one that became the answer is read by the case. */
function mayRead(
  { readers, word }: Typed,
  isOfCase: boolean,
  answers: { path: string; text: string }[],
): boolean {
  if (readers === 'case') return isOfCase;
  const sent = answers.filter(({ path }) => path.startsWith('/api') && /\/(response|follow-up)$/.test(path));
  return readers === 'draft' && isOfCase && sent.some(({ text }) => text.includes(word));
}
