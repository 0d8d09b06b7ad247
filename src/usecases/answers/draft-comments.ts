import { validate as isUuid } from 'uuid';
import type { DraftComment } from '../../adapters/database/generated/client.js';
import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ANSWER_FIELDS } from '../../domain/requests/answer-field.js';
import { roleMayDecide } from '../../domain/requests/offered.js';
import { isEnded, type RequestStatus } from '../../domain/requests/statuses.js';
import { MAX_TEXT } from '../../domain/requests/submission.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { paragraphsOf } from '../../domain/text/paragraphs.js';
import type { Services } from '../../ports/services.js';
import { openCaseText } from '../requests/case-text.js';
import { namesOf } from '../requests/read-request.js';
import type { RequestRow } from '../requests/request-row.js';
import { visibleRequest } from '../requests/visible-request.js';

export interface CommentShown {
  id: string;
  /** The version it is about, and its paragraph there, from 1. */
  draftId: string;
  paragraph: number;
  quote: string;
  words: string;
  author: string | null;
  at: string;
  done: boolean;
  answers: { words: string; author: string | null; at: string }[];
}

/** Comments and answers to them, of one request. */
export const MOST_COMMENTS = 300;

const place = (rowId: string) => ({ table: 'draft_comment', rowId, field: 'words' });

/** What colleagues said beside the versions of a request's answers, the oldest first. Staff only; read with the case, which is logged. */
export async function draftComments(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<CommentShown[]>> {
  if (!may(actor, 'requests.read')) return refuse('role-not-allowed');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const rows = await services.db.draftComment.findMany({
    where: { requestId: id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_COMMENTS,
  });
  const names = await namesOf(
    services,
    rows.map(({ author }) => author),
  );
  const told = (row: DraftComment) => ({
    ...opened(services, found.value, row),
    author: names.get(row.author) ?? null,
    at: row.createdAt.toISOString(),
  });
  return ok(
    rows
      .filter(({ answersId }) => answersId === null)
      .map((row) => ({
        id: row.id,
        draftId: row.draftId,
        paragraph: row.paragraph,
        ...told(row),
        done: row.doneAt !== null,
        answers: rows
          .filter(({ answersId }) => answersId === row.id)
          .map((answer) => {
            const { words, author, at } = told(answer);
            return { words, author, at };
          }),
      })),
  );
}

/** A comment on a paragraph of a version. The same command's is there already. */
export async function addComment(
  services: Services,
  actor: Actor,
  {
    id,
    draftId,
    paragraph,
    words,
    commandId,
  }: { id: string; draftId: string; paragraph: number; words: string; commandId: string },
): Promise<Result<null>> {
  const found = await commentable(services, actor, { id, words });
  if (!found.ok) return found;
  const draft = isUuid(draftId)
    ? await services.db.caseText.findFirst({
        where: { id: draftId, requestId: id, field: { in: [...ANSWER_FIELDS] }, status: 'effective' },
      })
    : null;
  if (!draft) return refuse('no-such-version');
  const about = paragraphsOf(openCaseText(services, found.value, draft)).find(
    ({ number }) => number === paragraph,
  );
  if (!about) return refuse('no-such-paragraph');
  return write(services, actor, found.value, {
    id: commandId,
    draftId,
    paragraph,
    answersId: null,
    said: { quote: about.quote, words },
  });
}

/** An answer to a comment; it stays open until somebody says that it is done. */
export async function answerComment(
  services: Services,
  actor: Actor,
  { id, comment, words, commandId }: { id: string; comment: string; words: string; commandId: string },
): Promise<Result<null>> {
  const found = await commentable(services, actor, { id, words });
  if (!found.ok) return found;
  const about = isUuid(comment)
    ? await services.db.draftComment.findFirst({ where: { id: comment, requestId: id, answersId: null } })
    : null;
  if (!about) return refuse('no-such-comment');
  return write(services, actor, found.value, {
    id: commandId,
    draftId: about.draftId,
    paragraph: about.paragraph,
    answersId: about.id,
    said: { quote: '', words },
  });
}

/** It is dealt with, or it is open again. */
export async function resolveComment(
  services: Services,
  actor: Actor,
  { id, comment, done }: { id: string; comment: string; done: boolean },
): Promise<Result<null>> {
  const found = await commentable(services, actor, { id });
  if (!found.ok) return found;
  if (!isUuid(comment)) return refuse('no-such-comment');
  const { count } = await services.db.draftComment.updateMany({
    where: { id: comment, requestId: id, answersId: null },
    data: done ? { doneAt: services.clock.now(), doneBy: actorRef(actor) } : { doneAt: null, doneBy: null },
  });
  return count === 1 ? ok(null) : refuse('no-such-comment');
}

async function commentable(
  services: Services,
  actor: Actor,
  { id, words = '' }: { id: string; words?: string },
): Promise<Result<RequestRow>> {
  if (!roleMayDecide(roleOf(actor), 'draft-response')) return refuse('role-not-allowed');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const status = found.value.status as RequestStatus;
  if (isEnded(status)) return refuse('request-ended', { status });
  return words.length > MAX_TEXT ? refuse('answer-too-long', { most: MAX_TEXT }) : found;
}

async function write(
  services: Services,
  actor: Actor,
  row: RequestRow,
  {
    id,
    said,
    ...about
  }: Pick<DraftComment, 'id' | 'draftId' | 'paragraph' | 'answersId'> & {
    said: { quote: string; words: string };
  },
): Promise<Result<null>> {
  const { db, vault, clock } = services;
  if ((await db.draftComment.count({ where: { requestId: row.id } })) >= MOST_COMMENTS) {
    return refuse('too-many-comments', { most: MOST_COMMENTS });
  }
  await db.draftComment.createMany({
    data: {
      ...about,
      id,
      requestId: row.id,
      author: actorRef(actor),
      sealed: vault.seal(row.dataKey, place(id), JSON.stringify(said)),
      createdAt: clock.now(),
    },
    skipDuplicates: true,
  });
  return ok(null);
}

const opened = (services: Services, row: RequestRow, comment: DraftComment) =>
  JSON.parse(services.vault.open(row.dataKey, place(comment.id), comment.sealed)) as {
    quote: string;
    words: string;
  };
