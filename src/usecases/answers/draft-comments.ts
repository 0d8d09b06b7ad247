import { validate as isUuid } from 'uuid';
import type { DraftComment } from '../../adapters/database/generated/client.js';
import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ANSWER_FIELDS } from '../../domain/requests/answer-field.js';
import { roleMayDecide } from '../../domain/requests/offered.js';
import { isEnded, type RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { paragraphsOf } from '../../domain/text/paragraphs.js';
import type { Services } from '../../ports/services.js';
import { pageOf, type ShortListQuery } from '../lists/page-of.schema.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { openCaseText } from '../requests/case-text.js';
import { logAccess, namesOf } from '../requests/read-request.js';
import { lockRequest, type RequestRow } from '../requests/request-row.js';
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

/** The same, a page at a time. Reading is logged. */
export async function listComments(
  services: Services,
  actor: Actor,
  { id, ...page }: { id: string } & ShortListQuery,
): Promise<Result<{ items: CommentShown[]; nextCursor: string | null }>> {
  const comments = await draftComments(services, actor, id);
  if (!comments.ok) return comments;
  await logAccess(services, actor, id, 'request');
  return pageOf(comments.value, page, {
    name: 'draft-comments',
    keyOf: ({ id: comment, at }) => `${at}|${comment}`,
    key: /^[12]\d{3}-[\dTZ:.-]{1,30}\|[\da-f-]{36}$/,
  });
}

/** One of them, as it stands after it was written. */
export async function readComment(
  services: Services,
  actor: Actor,
  { id, comment }: { id: string; comment: string },
): Promise<Result<CommentShown>> {
  const comments = await draftComments(services, actor, id);
  if (!comments.ok) return comments;
  const found = comments.value.find((one) => one.id === comment);
  return found ? ok(found) : refuse('no-such-comment');
}

/** A comment on a paragraph of a version. The same command's is there already. Answers its id. */
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
): Promise<Result<string>> {
  const found = await commentable(services, actor, id);
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
): Promise<Result<string>> {
  const found = await commentable(services, actor, id);
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
  const found = await commentable(services, actor, id);
  if (!found.ok) return found;
  if (!isUuid(comment)) return refuse('no-such-comment');
  const { count } = await services.db.draftComment.updateMany({
    where: { id: comment, requestId: id, answersId: null },
    data: done ? { doneAt: services.clock.now(), doneBy: actorRef(actor) } : { doneAt: null, doneBy: null },
  });
  return count === 1 ? ok(null) : refuse('no-such-comment');
}

async function commentable(services: Services, actor: Actor, id: string): Promise<Result<RequestRow>> {
  if (!roleMayDecide(roleOf(actor), 'draft-response')) return refuse('role-not-allowed');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  return whenOpen(found.value);
}

function whenOpen(row: RequestRow): Result<RequestRow> {
  const status = row.status as RequestStatus;
  return isEnded(status) ? refuse('request-ended', { status }) : ok(row);
}

/** Writers of one request go one after another, so that there are never more than there may be. */
function write(
  services: Services,
  actor: Actor,
  { id: requestId }: RequestRow,
  {
    id,
    said,
    ...about
  }: Pick<DraftComment, 'id' | 'draftId' | 'paragraph' | 'answersId'> & {
    said: { quote: string; words: string };
  },
): Promise<Result<string>> {
  return recordingOrRefusal(services, async ({ tx, at }) => {
    const row = await lockRequest(tx, requestId);
    if (!row) return refuse('request-gone');
    if ((await tx.draftComment.count({ where: { id, requestId } })) > 0) return ok(id);
    const open = whenOpen(row);
    if (!open.ok) return open;
    if ((await tx.draftComment.count({ where: { requestId } })) >= MOST_COMMENTS) {
      return refuse('too-many-comments', { most: MOST_COMMENTS });
    }
    await tx.draftComment.create({
      data: {
        ...about,
        id,
        requestId,
        author: actorRef(actor),
        sealed: services.vault.seal(row.dataKey, place(id), JSON.stringify(said)),
        createdAt: at,
      },
    });
    return ok(id);
  });
}

const opened = (services: Services, row: RequestRow, comment: DraftComment) =>
  JSON.parse(services.vault.open(row.dataKey, place(comment.id), comment.sealed)) as {
    quote: string;
    words: string;
  };
