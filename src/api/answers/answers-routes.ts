import { z } from 'zod';
import {
  commentAnswerSchema,
  commentDecisionSchema,
  commentSchema,
} from '../../domain/requests/comments.schema.js';
import { ok } from '../../domain/result.js';
import {
  changesQuery,
  changesSchema,
  commentShownSchema,
  insertableBodySchema,
  insertableSchema,
  insertablesQuery,
  versionQuery,
  versionSchema,
  versionsQuery,
  versionWithWordsSchema,
} from '../../usecases/answers/answer-reads.schema.js';
import { listVersions, readVersion, versionChanges } from '../../usecases/answers/answer-versions.js';
import {
  addComment,
  answerComment,
  listComments,
  readComment,
  resolveComment,
} from '../../usecases/answers/draft-comments.js';
import { insertableBody, listInsertables } from '../../usecases/answers/insertables.js';
import { shortListQuery } from '../../usecases/lists/page-of.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { type PathParam, uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const ofStaff = { tag: 'Answers', access: 'requests.read', params: { id: uuid }, problems: [] } as const;
const read = { ...ofStaff, method: 'get' } as const;
const write = { ...ofStaff, method: 'post', problems: ['not-allowed-now'] } as const;
const ofVersion = { id: uuid, versionId: uuid };
const ofComment = { id: uuid, commentId: uuid };
/** What it is and which: `snippet:one`. */
const itemId: PathParam = z.string().meta({ pattern: '^[a-z]{1,20}:[a-z0-9-]{1,80}$' });

/** How an answer is written: its versions, what colleagues say of them, what can be put in. For staff. */
export const answersRoutes: readonly Route[] = [
  route({
    ...read,
    id: 'listAnswerVersions',
    path: '/ta-requests/{id}/answer-versions',
    summary: 'Versions of the answer, the oldest first',
    description:
      'Without their words; the newest two hundred. `of` says whether the answer’s or those of the answer to the follow-up question. An id is the `base` of a decision that brings words.',
    query: versionsQuery,
    answers: { 200: json('Versions', listOf(versionSchema)) },
    handle: ({ services, actor, params, query }) => listVersions(services, actor, { ...params, ...query }),
  }),
  route({
    ...read,
    id: 'readAnswerVersion',
    path: '/ta-requests/{id}/answer-versions/{versionId}',
    params: ofVersion,
    summary: 'Read a version of the answer',
    description: 'Reading is logged.',
    query: versionQuery,
    answers: { 200: json('The version', versionWithWordsSchema) },
    handle: ({ services, actor, params: { id, versionId: version }, query }) =>
      readVersion(services, actor, { id, version, ...query }),
  }),
  route({
    ...read,
    id: 'readAnswerChanges',
    path: '/ta-requests/{id}/answer-versions/{versionId}/changes',
    params: ofVersion,
    summary: 'What changed from another version to this one',
    description: 'By words; by lines where the two are far apart. Reading is logged.',
    query: changesQuery,
    answers: { 200: json('What changed', changesSchema) },
    handle: ({ services, actor, params: { id, versionId: version }, query }) =>
      versionChanges(services, actor, { id, version, ...query }),
  }),
  route({
    ...read,
    id: 'listComments',
    path: '/ta-requests/{id}/comments',
    summary: 'Comments on versions of the answer, the oldest first',
    description: 'With the answers to them. Reading is logged.',
    query: shortListQuery,
    answers: { 200: json('Comments', listOf(commentShownSchema)) },
    handle: ({ services, actor, params, query }) => listComments(services, actor, { ...params, ...query }),
  }),
  route({
    ...write,
    id: 'addComment',
    path: '/ta-requests/{id}/comments',
    summary: 'Comment on a paragraph of a version',
    description:
      'By those who may write answers, while the request is open. At most 300 comments and answers.',
    body: commentSchema,
    answers: { 201: json('Kept, sealed', commentShownSchema) },
    async handle({ services, actor, params: { id }, body: { version, ...body }, command: { commandId } }) {
      const added = await addComment(services, actor, { id, draftId: version, ...body, commandId });
      return added.ok ? readComment(services, actor, { id, comment: added.value }) : added;
    },
  }),
  route({
    ...write,
    id: 'answerComment',
    path: '/ta-requests/{id}/comments/{commentId}/answers',
    params: ofComment,
    summary: 'Answer a comment',
    description: 'It stays open until somebody resolves it.',
    body: commentAnswerSchema,
    answers: { 201: json('The comment with its answers', commentShownSchema) },
    async handle({ services, actor, params: { id, commentId: comment }, body, command: { commandId } }) {
      const answered = await answerComment(services, actor, { id, comment, ...body, commandId });
      return answered.ok ? readComment(services, actor, { id, comment }) : answered;
    },
  }),
  route({
    ...write,
    id: 'decideOnComment',
    path: '/ta-requests/{id}/comments/{commentId}/decisions',
    params: ofComment,
    summary: 'Resolve a comment, or open it again',
    body: commentDecisionSchema,
    answers: { 200: json('The comment', commentShownSchema) },
    async handle({ services, actor, params: { id, commentId: comment }, body: { kind } }) {
      const decided = await resolveComment(services, actor, { id, comment, done: kind === 'resolve' });
      return decided.ok ? readComment(services, actor, { id, comment }) : decided;
    },
  }),
  route({
    ...read,
    id: 'listInsertables',
    path: '/ta-requests/{id}/insertables',
    summary: 'What can be put into the answer, what fits best first',
    description:
      'Passages of the program, published precedents, resources, and earlier answers; without their words, for reading another case’s answer is logged.',
    query: insertablesQuery,
    answers: { 200: json('What there is', listOf(insertableSchema)) },
    handle: ({ services, actor, params, query }) => listInsertables(services, actor, { ...params, ...query }),
  }),
  route({
    ...read,
    id: 'readInsertable',
    path: '/ta-requests/{id}/insertables/{itemId}',
    params: { id: uuid, itemId },
    summary: 'Read what can be put into the answer',
    description: 'In Markdown. Reading another case’s answer is logged.',
    query: noQuery,
    answers: { 200: json('Its words', insertableBodySchema) },
    async handle({ services, actor, params: { id, itemId: item } }) {
      const body = await insertableBody(services, actor, { id, item });
      return body.ok ? ok({ id: item, body: body.value }) : body;
    },
  }),
];
