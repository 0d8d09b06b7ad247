import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { ownQuestions } from '../calls/own-questions.js';
import { openQuestion } from '../calls/question-text.js';
import { ownNotices } from '../conduct/list-reviews.js';
import { readReview } from '../conduct/read-review.js';
import { recording } from '../recording.js';
import { readCorrespondence } from '../requests/correspondence/read-correspondence.js';
import { readFollowUp } from '../requests/read-follow-up.js';
import { requestResponse } from '../requests/read-request.js';
import { requestContent } from '../requests/request-content.js';
import { recordSecurity } from '../security/record-security.js';
import { listWorksheets } from '../worksheets/own-worksheet.js';

/** One value, several lines, or words with when and from whom they are. */
export type CopyValue = string | number | boolean | null | string[] | CopyWords[];
export interface CopyWords {
  what: string;
  at: string | null;
  from: string | null;
  words: string;
}
export type CopyEntry = Record<string, CopyValue>;

/** The parts of a copy, in this order. */
export const COPY_PARTS = [
  'you',
  'requests',
  'supervised',
  'registrations',
  'questions',
  'attendance',
  'completions',
  'worksheets',
  'subscriptions',
  'introductions',
  'reviews',
  'mails',
  'wishes',
] as const;
export type CopyPart = (typeof COPY_PARTS)[number];

/** What the desk has of somebody, as they may read it: everything that is shown to them, and nothing of staff's own. */
export interface PersonCopy {
  madeAt: string;
  /** Stands on each page, and in the file. */
  madeFor: { name: string; email: string };
  parts: Record<CopyPart, CopyEntry[]>;
}

type Person = Extract<Actor, { kind: 'person' }>;

const LETTERS_AT_ONCE = 100;

/**
 * The copy that a wish granted, made anew each time: none is kept anywhere. For whose it is, signed in, while it can be
 * fetched; each time is a security event. Refuses `not-found`.
 */
export async function fetchCopy(
  services: Services,
  actor: Actor,
  id: string,
  as: 'pdf' | 'json',
): Promise<Result<PersonCopy>> {
  if (actor.kind !== 'person') return refuse('only-people-have-data');
  const { db, clock } = services;
  const row = await db.privacyRequest.findFirst({ where: { id, personId: actor.id, kind: 'copy' } });
  if (!row?.copyUntil || row.copyUntil <= clock.now()) return refuse('copy-is-over');
  await recording(services, (rec) =>
    recordSecurity(rec.tx, services, {
      kind: 'copy-fetched',
      actor,
      about: `privacy:${id}`,
      data: { what: as },
    }),
  );
  return ok(await collectCopy(services, actor));
}

async function collectCopy(services: Services, actor: Person): Promise<PersonCopy> {
  const { db } = services;
  const personId = actor.id;
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    include: { emails: { orderBy: { email: 'asc' } }, organization: { select: { name: true } } },
  });
  const emails = person.emails.map(({ email }) => email);
  const requests = await db.taRequest.findMany({
    where: { requesterId: personId },
    orderBy: { receivedAt: 'asc' },
    select: { id: true },
  });
  const requestEntries: CopyEntry[] = [];
  for (const { id } of requests) requestEntries.push(await requestOf(services, actor, id));
  const when = (at: Date | null) => at?.toISOString() ?? null;
  return {
    madeAt: services.clock.now().toISOString(),
    madeFor: { name: person.name, email: actor.email },
    parts: {
      you: [
        {
          name: person.name,
          addresses: emails,
          role: person.role,
          state: person.state,
          licensedIn: person.licensedIn,
          organization: person.organization?.name ?? null,
          ovcGrantee: person.ovcGrantee,
          since: when(person.createdAt),
        },
      ],
      requests: requestEntries,
      supervised: (
        await db.taRequest.findMany({
          where: { supervisorId: personId, supervisorStatus: 'confirmed' },
          orderBy: { receivedAt: 'asc' },
          select: { reference: true, receivedAt: true, status: true },
        })
      ).map(({ reference, receivedAt, status }) => ({ reference, receivedAt: when(receivedAt), status })),
      registrations: (
        await db.callRegistration.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } })
      ).map(({ seriesId, name, email, role, licensedIn, employer, status, reasons, createdAt }) => ({
        ...{ series: seriesId, name, email, role, licensedIn, employer, status, reasons },
        registeredAt: when(createdAt),
      })),
      questions: (await ownQuestions(services, actor)).map(({ row, attended, reference }) => ({
        ...{ call: row.callId, askedAt: when(row.askedAt), status: row.status, attended, reference },
        words: [{ what: 'question', at: when(row.askedAt), from: 'you', words: openQuestion(services, row) }],
      })),
      attendance: (await db.callAttendance.findMany({ where: { personId }, orderBy: { callId: 'asc' } })).map(
        ({ callId, name, minutes }) => ({ call: callId, name, minutes }),
      ),
      completions: (
        await db.completion.findMany({ where: { personId }, orderBy: { completedAt: 'asc' } })
      ).map(({ courseId, passed, score, completedAt, source }) => ({
        ...{ course: courseId, passed, score, completedAt: when(completedAt), source },
      })),
      worksheets: (await listWorksheets(services, actor)).map(({ savedAt, words }) => ({
        savedAt,
        words: [{ what: 'worksheet', at: savedAt, from: 'you', words: JSON.stringify(words, null, 2) }],
      })),
      subscriptions: (await db.subscription.findMany({ where: { email: { in: emails } } })).map(
        ({ email, lists, emailUpdates, status, createdAt }) => ({
          ...{ email, lists, emailUpdates, status, since: when(createdAt) },
        }),
      ),
      introductions: (
        await db.introduction.findMany({ where: { requesterId: personId }, orderBy: { proposedAt: 'asc' } })
      ).map(({ topic, status, proposedAt, introducedAt, endedAt }) => ({
        ...{ topic, status, proposedAt: when(proposedAt) },
        ...{ introducedAt: when(introducedAt), endedAt: when(endedAt) },
      })),
      reviews: await reviewsOf(services, actor),
      mails: (
        await db.message.findMany({
          where: { OR: [{ to: { hasSome: emails } }, { cc: { hasSome: emails } }] },
          orderBy: { queuedAt: 'asc' },
          select: { kind: true, queuedAt: true, sentAt: true, status: true, subject: true },
        })
      ).map(({ kind, subject, queuedAt, sentAt, status }) => ({
        ...{ kind, subject, writtenAt: when(queuedAt), sentAt: when(sentAt), status },
      })),
      wishes: (await db.privacyRequest.findMany({ where: { personId }, orderBy: { askedAt: 'asc' } })).map(
        ({ kind, status, askedAt, dueOn, decidedAt }) => ({
          ...{ kind, status, askedAt: when(askedAt), dueOn, decidedAt: when(decidedAt) },
        }),
      ),
    },
  };
}

/** As its requester reads it: what waits to be confirmed, and what is the staff's, is not there. */
async function requestOf(services: Services, actor: Person, id: string): Promise<CopyEntry> {
  const row = await services.db.taRequest.findUniqueOrThrow({ where: { id } });
  const facts: CopyEntry = {
    reference: row.reference,
    kind: row.kind,
    topics: row.topics,
    status: row.status,
    receivedAt: row.receivedAt.toISOString(),
    respondedAt: row.respondedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    supervisor: [row.supervisorName, row.supervisorEmail].filter(Boolean).join(', ') || null,
  };
  const content = await requestContent(services, actor, id);
  if (!content.ok) return facts;
  const { facts: told, questions, clientAlias, threads, documents } = content.value;
  const response = await requestResponse(services, actor, id);
  const followUp = await readFollowUp(services, actor, id);
  const own = (what: string, words: string): CopyWords => ({
    ...{ what, at: row.receivedAt.toISOString(), from: 'you', words },
  });
  return {
    ...facts,
    label: clientAlias,
    documents: documents.map(
      ({ name, documentKind, size, at }) => `${name} (${documentKind}, ${size} bytes, ${at})`,
    ),
    words: [
      own('facts', told),
      own('questions', questions),
      ...threads.map(({ field, at, from, body }) => ({ what: field, at, from, words: body })),
      ...(await lettersOf(services, actor, id)),
      ...(response.ok
        ? [{ what: 'response', at: response.value.sentAt, from: 'staff', words: response.value.body }]
        : []),
      ...(followUp.ok
        ? [
            { what: 'follow-up', at: followUp.value.askedAt, from: 'you', words: followUp.value.question },
            ...(followUp.value.answer === null
              ? []
              : [
                  {
                    ...{ what: 'follow-up-answer', at: followUp.value.answeredAt, from: 'staff' },
                    words: followUp.value.answer,
                  },
                ]),
          ]
        : []),
    ].filter(onceEach()),
  };
}

/** Letters stand in the exchange, too, for some readers. */
function onceEach() {
  const seen = new Set<string>();
  return ({ at, words }: CopyWords) => {
    const key = `${at}#${words}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  };
}

async function lettersOf(services: Services, actor: Person, id: string): Promise<CopyWords[]> {
  const letters: CopyWords[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await readCorrespondence(services, actor, id, { cursor, limit: LETTERS_AT_ONCE });
    if (!page.ok) return letters;
    const { items, nextCursor } = page.value;
    letters.push(...items.map(({ at, from, body }) => ({ what: 'letter', at, from, words: body })));
    if (nextCursor === null) return letters;
    cursor = nextCursor;
  }
}

async function reviewsOf(services: Services, actor: Person): Promise<CopyEntry[]> {
  const entries: CopyEntry[] = [];
  for (const { id } of await ownNotices(services, actor)) {
    const read = await readReview(services, actor, id);
    if (!read.ok) continue;
    const { grounds, status, notifiedAt, until, endedAt, texts } = read.value;
    entries.push({
      ...{ grounds, status, notifiedAt, until, endedAt },
      words: texts.map(({ field, body, at, from }) => ({ what: field, at, from, words: body })),
    });
  }
  return entries;
}
