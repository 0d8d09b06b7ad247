import { askPrivacySchema, privacyDecisionSchema } from '../../domain/privacy/privacy-decision.schema.js';
import { ok } from '../../domain/result.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { askPrivacy } from '../../usecases/privacy/ask-privacy.js';
import { decidePrivacy } from '../../usecases/privacy/decide-privacy.js';
import { fetchCopy } from '../../usecases/privacy/person-copy.js';
import { privacyListQuery, privacyViewSchema } from '../../usecases/privacy/privacy-view.schema.js';
import { listPrivacy, readPrivacy } from '../../usecases/privacy/read-privacy.js';
import { file, json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { uuid } from '../http/path-params.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';
import { fewAtOnce } from '../middleware/few-at-once.js';
import { sendCopy } from './send-copy.js';

const tag = 'Privacy requests';
const wish = json('The wish', privacyViewSchema);
const queue = fewAtOnce({ most: 2, mostWaiting: 100 });

/** Wishes of people for a copy of what the desk has of them, or for its erasure. */
export const privacyRoutes: readonly Route[] = [
  route({
    id: 'askPrivacyRequest',
    method: 'post',
    path: '/privacy-requests',
    tag,
    summary: 'Ask for a copy of your data, or for its erasure',
    description:
      'For a signed-in person; a key has no data. A link goes to the address they are signed in with, and the wish counts once they open it.',
    access: 'privacy.ask',
    body: askPrivacySchema,
    answers: { 202: json('A link went there', privacyViewSchema) },
    problems: [],
    handle: ({ services, actor, body, command }) => askPrivacy(services, actor, body.kind, command.commandId),
  }),
  route({
    id: 'listPrivacyRequests',
    method: 'get',
    path: '/privacy-requests',
    tag,
    summary: 'List wishes for a copy or an erasure, latest first',
    description: 'People have their own; directors and admins those that were confirmed.',
    access: 'privacy.read',
    query: privacyListQuery,
    answers: { 200: json('Wishes', listOf(privacyViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listPrivacy(services, actor, query),
  }),
  route({
    id: 'readPrivacyRequest',
    method: 'get',
    path: '/privacy-requests/{id}',
    tag,
    summary: 'Read a wish for a copy or an erasure',
    access: 'privacy.read',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: wish },
    problems: [],
    handle: ({ services, actor, params }) => readPrivacy(services, actor, params.id),
  }),
  route({
    id: 'decidePrivacyRequest',
    method: 'post',
    path: '/privacy-requests/{id}/decisions',
    tag,
    summary: 'Carry it out, refuse it, or take it back',
    description:
      'Staff `carry-out` or `refuse`; whose wish it is may `withdraw` it until it is decided. A copy can be fetched at once. An erasure is carried out once the last mail has left: `erasing` until then. 409 while a hold, an open request or somebody who waits for them keeps it from being done.',
    access: 'privacy.decide',
    fresh: (body) => (body as { kind?: unknown } | null)?.kind === 'carry-out',
    params: { id: uuid },
    body: privacyDecisionSchema,
    answers: { 200: wish },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body }) => decidePrivacy(services, actor, params.id, body),
  }),
  ...(['json', 'pdf'] as const).map((as) =>
    route({
      id: as === 'json' ? 'downloadDataCopy' : 'downloadDataCopyPdf',
      method: 'get',
      path: `/privacy-requests/{id}/copy/${as}`,
      tag,
      summary: `Your copy, as ${as.toUpperCase()}`,
      description:
        'For whose it is, signed in, until `copyUntil`. Made at that moment; each time is recorded.',
      access: 'privacy.copy',
      params: { id: uuid },
      query: noQuery,
      // Each is made as a whole before it is sent.
      queue,
      answers: {
        200: file('The copy, as an attachment', [as === 'pdf' ? 'application/pdf' : 'application/json']),
      },
      problems: [],
      async handle({ services, actor, params }) {
        const copy = unwrap(await fetchCopy(services, actor, params.id, as));
        return ok((res) => {
          sendCopy(res, services, copy, as).catch((error) => res.req.next?.(error));
        });
      },
    }),
  ),
];
