import {
  asksWhom,
  type IntroductionStatus,
  isIntroductionOver,
} from '../../../src/domain/mentors/introduction-statuses.js';
import { introductionWorkflowId } from '../../../src/domain/mentors/workflow-id.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { introductionText } from '../../../src/usecases/mentors/introduction-text.js';
import type { TestDesk } from '../../support/desk.js';
import { type Life, newWord, type Of, surely, tell } from './life.js';

const INTRODUCTIONS = '/api/v1/introductions';
const MENTORS = '/api/v1/mentors';

type By = 'requester' | 'stranger' | 'staff';

/** The stranger of a life is its mentor: they read nothing of a request, whatever becomes of an introduction. */
export async function introduce(desk: TestDesk, life: Life, { what, cut }: Of<'introduces'>): Promise<void> {
  const last = life.introductions.at(-1);
  const status = last ? await statusOf(desk, last) : 'ended';
  if (isIntroductionOver(status)) return propose(desk, life, cut);
  if (what === 'leave') return leave(desk, life, cut);
  if (what === 'end') return decide(desk, life, { by: 'staff', kind: 'end', cut });
  const asked = asksWhom(status);
  const by: By = asked === 'mentor' ? 'stranger' : 'requester';
  if (what === 'withdraw') return decide(desk, life, { by: 'requester', kind: 'withdraw', cut });
  if (status === 'following-up') {
    const { answers } = (await desk.api('GET', `${INTRODUCTIONS}/${last}`)).body;
    return decide(desk, life, { by: answers.requester ? 'stranger' : 'requester', kind: 'answer', cut });
  }
  if (asked === null) return;
  await decide(desk, life, { by, kind: what === 'decline' ? 'decline' : 'consent', cut });
}

const statusOf = async (desk: TestDesk, id: string): Promise<IntroductionStatus> =>
  (await desk.api('GET', `${INTRODUCTIONS}/${id}`)).body.status;

async function propose(desk: TestDesk, life: Life, cut: boolean): Promise<void> {
  const requestId = life.requests.at(-1);
  if (!requestId) return;
  const mentorId = await inPool(desk, life);
  const body = { requestId, mentorId, topic: 'civil' };
  const answer = await surely(desk, cut, (headers) =>
    desk.api('POST', INTRODUCTIONS, { as: 'attorney', body, headers }),
  );
  tell(life, `introduction: proposed${cut ? ', cut' : ''}`, answer);
  if (answer.status === 201) life.introductions.push(answer.body.id);
}

/** Invited, and agreed themselves, if they are not there. */
async function inPool(desk: TestDesk, life: Life): Promise<string> {
  const { db } = desk.wired.services;
  const own = { person: { emails: { some: { email: life.emails.stranger } } } };
  const known = await db.mentor.findFirst({ where: own });
  if (known?.status === 'active') return known.id;
  const terms = { email: life.emails.stranger, name: 'Mo Field', topics: ['civil'], capacity: 2 };
  const id = known?.id ?? (await desk.api('POST', MENTORS, { body: terms })).body.id;
  const decideAs = (kind: string, options: object) =>
    desk.api('POST', `${MENTORS}/${id}/decisions`, { body: { kind }, ...options });
  if (known) await decideAs('invite-again', {});
  await decideAs('agree', { as: null, headers: life.headers.stranger });
  return id;
}

async function leave(desk: TestDesk, life: Life, cut: boolean): Promise<void> {
  const { db } = desk.wired.services;
  const own = { person: { emails: { some: { email: life.emails.stranger } } } };
  const known = await db.mentor.findFirst({ where: { ...own, status: 'active' } });
  if (!known) return;
  const answer = await surely(desk, cut, (headers) =>
    desk.api('POST', `${MENTORS}/${known.id}/decisions`, {
      ...{ as: null, body: { kind: 'leave' }, headers: { ...life.headers.stranger, ...headers } },
    }),
  );
  tell(life, `introduction: the mentor leaves${cut ? ', cut' : ''}`, answer);
}

async function decide(
  desk: TestDesk,
  life: Life,
  { by, kind, cut }: { by: By; kind: string; cut: boolean },
): Promise<void> {
  const introductionId = life.introductions.at(-1) ?? '';
  const word = newWord();
  const body = { kind, ...(WORDS[kind]?.(word) ?? {}) };
  const answer = await surely(desk, cut, (headers) =>
    desk.api('POST', `${INTRODUCTIONS}/${introductionId}/decisions`, {
      as: by === 'staff' ? 'coordinator' : null,
      body,
      headers: { ...(by === 'staff' ? {} : life.headers[by]), ...headers },
    }),
  );
  tell(life, `introduction: ${kind} by ${by}${cut ? ', cut' : ''}`, answer);
  const says = kind === 'decline' || kind === 'answer';
  if (answer.status === 200 && says) life.saidOfMentors.push({ word, introductionId, by });
}

const WORDS: Record<string, (word: string) => object> = {
  decline: (word) => ({ reason: word }),
  answer: (word) => ({ met: true, useful: 'partly', comment: word }),
  end: () => ({ reason: 'other' }),
};

/** What never holds of an introduction. */
export async function faultsOfIntroduction(desk: TestDesk, life: Life, id: string): Promise<string[]> {
  const { services } = desk.wired;
  const { db, processes } = services;
  const row = await db.introduction.findUniqueOrThrow({ where: { id }, include: withKey });
  const faults: string[] = [];
  const workflowId = introductionWorkflowId(id);
  const running = await processes.stateOf(workflowId);
  if (isIntroductionOver(row.status as IntroductionStatus) === (running === 'running'))
    faults.push(`the introduction is ${row.status}, its process ${running}`);
  const events = await db.processEvent.findMany({ where: { workflowId }, orderBy: { seq: 'asc' } });
  if (events.some(({ seq }, index) => seq !== index))
    faults.push(`the introduction has numbers ${events.map(({ seq }) => seq)}`);
  const by = (type: string) => events.find((event) => event.type === type)?.actor ?? '';
  if (by('introduced') && !(by('requester-consented') && by('introduced').startsWith('person:')))
    faults.push('introduced, and not by both');
  const sent = await db.message.findMany({ where: { aboutId: id }, include: withKey });
  if (new Set(sent.map(({ effectKey }) => effectKey)).size !== sent.length)
    faults.push('a mail of an introduction twice');
  const texts = await db.introductionText.findMany({ where: { introductionId: id, status: 'effective' } });
  const words = texts.map((text) => introductionText.open(services, row, text));
  for (const { word } of life.saidOfMentors.filter(({ introductionId }) => introductionId === id)) {
    const n = words.filter((text) => text === word).length;
    if (n !== 1) faults.push(`${word} of the introduction is kept ${n} times`);
  }
  return [...faults, ...(await ofReaders(desk, life, row))];
}

/** Each reads their own words alone, and who the other is once both have said yes. */
async function ofReaders(
  desk: TestDesk,
  life: Life,
  row: { id: string; introducedAt: Date | null; mentorAsked: boolean },
): Promise<string[]> {
  const faults: string[] = [];
  const said = life.saidOfMentors.filter(({ introductionId }) => introductionId === row.id);
  for (const who of ['requester', 'supervisor', 'stranger'] as const) {
    const answer = await fetch(`${desk.url}${INTRODUCTIONS}/${row.id}`, { headers: life.headers[who] });
    const text = await answer.text();
    const may = who === 'requester' || (who === 'stranger' && row.mentorAsked);
    if ((answer.status === 200) !== may)
      faults.push(`${who} is answered ${answer.status} about an introduction`);
    for (const { word, by } of said)
      if (text.includes(word) && by !== who) faults.push(`${who} reads ${word}, which ${by} said`);
    const other = life.emails[who === 'requester' ? 'stranger' : 'requester'];
    if (row.introducedAt === null && who !== 'supervisor' && text.includes(other))
      faults.push(`${who} reads who the other is, and nobody is introduced`);
  }
  return faults;
}
