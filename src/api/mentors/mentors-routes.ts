import { z } from 'zod';
import {
  introductionDecisionSchema,
  introductionProposalSchema,
  mentorDecisionSchema,
  mentorInvitationSchema,
  mentorTermsSchema,
} from '../../domain/mentors/mentor.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { changeMentor } from '../../usecases/mentors/change-mentor.js';
import { decideOnIntroduction } from '../../usecases/mentors/decide-on-introduction.js';
import { decideOnMentor } from '../../usecases/mentors/decide-on-mentor.js';
import {
  introductionsQuery,
  introductionViewSchema,
  listedIntroductionSchema,
} from '../../usecases/mentors/introduction-view.schema.js';
import { inviteMentor } from '../../usecases/mentors/invite-mentor.js';
import { listIntroductions } from '../../usecases/mentors/list-introductions.js';
import { listMentors } from '../../usecases/mentors/list-mentors.js';
import {
  mentorsQuery,
  mentorViewSchema,
  suggestedMentorSchema,
} from '../../usecases/mentors/mentor-view.schema.js';
import { proposeMentor } from '../../usecases/mentors/propose-introduction.js';
import { readIntroduction } from '../../usecases/mentors/read-introduction.js';
import { readMentor } from '../../usecases/mentors/read-mentor.js';
import { suggestMentors } from '../../usecases/mentors/suggest-mentors.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'Mentors';

/** The pool of mentors, and introductions to them (api.md "Added later"). */
export const mentorsRoutes: readonly Route[] = [
  route({
    id: 'inviteMentor',
    method: 'post',
    path: '/mentors',
    tag,
    summary: 'Ask somebody to be a mentor',
    description:
      'They get a link, and are in the pool once they agree themselves. Of somebody who is not known yet the `name` is needed.',
    access: 'mentors.keep',
    body: mentorInvitationSchema,
    answers: { 201: json('Invited', mentorViewSchema, ({ links }) => links.self) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, body, command }) => inviteMentor(services, actor, body, command),
  }),
  route({
    id: 'listMentors',
    method: 'get',
    path: '/mentors',
    tag,
    summary: 'List mentors with what they have, latest invited first',
    access: 'mentors.keep',
    query: mentorsQuery,
    answers: { 200: json('Mentors', listOf(mentorViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listMentors(services, actor, query),
  }),
  route({
    id: 'readMentor',
    access: 'mentors.read',
    method: 'get',
    path: '/mentors/{id}',
    tag,
    summary: 'Read a mentor’s place in the pool',
    description: 'For staff, and for whoever it is.',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('The mentor', mentorViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readMentor(services, actor, params.id),
  }),
  route({
    id: 'changeMentor',
    method: 'put',
    path: '/mentors/{id}',
    tag,
    summary: 'Change areas, states, how many at once, and a pause',
    description: '`pausedUntil` is the last day on which they are asked nothing. What runs goes on.',
    access: 'mentors.keep',
    params: { id: uuid },
    body: mentorTermsSchema,
    versioned: true,
    answers: { 200: json('The mentor', mentorViewSchema) },
    problems: [],
    handle: ({ services, actor, params, body, command }) =>
      changeMentor(services, actor, params.id, body, command),
  }),
  route({
    id: 'decideOnMentor',
    access: 'mentors.decide',
    method: 'post',
    path: '/mentors/{id}/decisions',
    tag,
    summary: 'Agree, decline, leave; invite again, remove',
    description:
      '`agree`, `decline` and `leave` are the mentor’s own; `invite-again` and `remove` are of staff. Done twice it is done once. Each invitation brings a new link: send an Idempotency-Key or If-Match, so that a repeat is the same one.',
    params: { id: uuid },
    body: mentorDecisionSchema,
    versioned: true,
    answers: { 200: json('The mentor', mentorViewSchema) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body, command }) =>
      decideOnMentor(services, actor, params.id, { ...body, ...command }),
  }),
  route({
    id: 'suggestMentors',
    method: 'get',
    path: '/ta-requests/{id}/mentors',
    tag,
    summary: 'Who could be introduced to the requester, the best first, and why',
    description:
      'By area, then state, then free load. Who has no room, has paused or can’t be asked now is left out.',
    access: 'mentors.keep',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('Mentors', z.object({ items: z.array(suggestedMentorSchema).max(20) })) },
    problems: [],
    handle: ({ services, actor, params }) => suggestMentors(services, actor, params.id),
  }),
  route({
    id: 'proposeIntroduction',
    method: 'post',
    path: '/introductions',
    tag,
    summary: 'Propose a mentor to a requester',
    description:
      'The requester is asked first, then the mentor, who learns the area and the requester’s role. Names and addresses are passed once both have agreed, and nothing else of the request ever.',
    access: 'mentors.keep',
    body: introductionProposalSchema,
    answers: { 201: json('Proposed', introductionViewSchema, ({ links }) => links.self) },
    problems: ['not-found', 'not-allowed-now'],
    handle: ({ services, actor, body, command }) => proposeMentor(services, actor, body, command),
  }),
  route({
    id: 'listIntroductions',
    method: 'get',
    path: '/introductions',
    tag,
    summary: 'List introductions, latest first',
    access: 'mentors.keep',
    query: introductionsQuery,
    answers: { 200: json('Introductions', listOf(listedIntroductionSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listIntroductions(services, actor, query),
  }),
  route({
    id: 'readIntroduction',
    access: 'introductions.read',
    method: 'get',
    path: '/introductions/{id}',
    tag,
    summary: 'Read an introduction',
    description:
      'Staff read all of it. The requester reads their own, the mentor theirs from when they were asked; who the other is, they read once they are introduced, and what the other said never.',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('The introduction', introductionViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readIntroduction(services, actor, params.id),
  }),
  route({
    id: 'decideOnIntroduction',
    access: 'introductions.decide',
    method: 'post',
    path: '/introductions/{id}/decisions',
    tag,
    summary: 'Consent, decline, withdraw; say how it went; end',
    description:
      '`end` is of staff. The others are the requester’s and the mentor’s own: nobody consents for them. `withdraw` is the requester’s until they are introduced; `answer` is taken while both are asked how it went, once each.',
    params: { id: uuid },
    body: introductionDecisionSchema,
    versioned: true,
    answers: { 200: json('The introduction', introductionViewSchema) },
    problems: ['not-allowed-now', 'temporal-unavailable'],
    handle: ({ services, actor, params, body, command }) =>
      decideOnIntroduction(services, actor, params.id, body, command),
  }),
];
