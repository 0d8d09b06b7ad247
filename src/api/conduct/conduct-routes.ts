import { reviewDecisionSchema, reviewOpeningSchema } from '../../domain/conduct/review-decision.schema.js';
import { decideOnReview } from '../../usecases/conduct/decide-on-review.js';
import { listReviews } from '../../usecases/conduct/list-reviews.js';
import { openConductReview } from '../../usecases/conduct/open-conduct-review.js';
import { readReview } from '../../usecases/conduct/read-review.js';
import {
  listedReviewSchema,
  reviewsQuery,
  reviewViewSchema,
} from '../../usecases/conduct/review-view.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'Conduct reviews';

/** Conduct reviews (api.md "Added later"): directors’, and in part of whoever they are about. */
export const conductRoutes: readonly Route[] = [
  route({
    id: 'openConductReview',
    method: 'post',
    path: '/conduct-reviews',
    tag,
    summary: 'Open a conduct review about a person',
    description: 'Nobody is told yet. The evidence is read by directors and admins alone.',
    access: 'conduct.review',
    body: reviewOpeningSchema,
    answers: { 201: json('Opened', reviewViewSchema, ({ links }) => links.self) },
    problems: [],
    handle: ({ services, actor, body, command }) => openConductReview(services, actor, body, command),
  }),
  route({
    id: 'listConductReviews',
    method: 'get',
    path: '/conduct-reviews',
    tag,
    summary: 'List conduct reviews, latest first',
    access: 'conduct.review',
    query: reviewsQuery,
    answers: { 200: json('Conduct reviews', listOf(listedReviewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listReviews(services, actor, query),
  }),
  route({
    id: 'readConductReview',
    access: 'conduct.read',
    method: 'get',
    path: '/conduct-reviews/{id}',
    tag,
    summary: 'Read a conduct review',
    description:
      'Directors read all of it. Whoever it is about reads it once they were given notice: without the evidence, and without names.',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('The review', reviewViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readReview(services, actor, params.id),
  }),
  route({
    id: 'decideOnConductReview',
    access: 'conduct.decide',
    method: 'post',
    path: '/conduct-reviews/{id}/decisions',
    tag,
    summary: 'Notify, refuse, dismiss; reply and appeal; decide the appeal',
    description:
      'A refusal follows a notice. `until` is its last day, or the instant of its end. The reason of a refusal, of a dismissal and of a decided appeal is read by whoever the review is about, who may `reply` to the notice and `appeal` the refusal; a director may do so for them. In a program with several directors another one decides the appeal than the one who refused.',
    params: { id: uuid },
    body: reviewDecisionSchema,
    versioned: true,
    answers: { 200: json('The review', reviewViewSchema) },
    problems: ['not-allowed-now', 'temporal-unavailable'],
    handle: ({ services, actor, params, body, command }) =>
      decideOnReview(services, actor, params.id, body, command),
  }),
];
