import { releaseDecisionSchema, releaseOpeningSchema } from '../../domain/releases/release.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { decideOnRelease } from '../../usecases/releases/decide-on-release.js';
import { askForRelease } from '../../usecases/releases/open-release.js';
import { listReleases, readRelease } from '../../usecases/releases/read-releases.js';
import { releasesViewSchema, releaseViewSchema } from '../../usecases/releases/release-view.schema.js';
import { json } from '../http/answer.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'Releases';

/** What of a request may go to whom outside the program, and until when. */
export const releasesRoutes: readonly Route[] = [
  route({
    id: 'listReleases',
    method: 'get',
    path: '/ta-requests/{id}/releases',
    tag,
    summary: 'List the releases of a request, the latest first',
    access: 'releases.read',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('Its releases', releasesViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => listReleases(services, actor, params.id),
  }),
  route({
    id: 'askForRelease',
    method: 'post',
    path: '/ta-requests/{id}/releases',
    tag,
    summary: 'Ask the requester for a release, or record one signed on paper',
    description:
      'Without `paper` the requester is asked, and it is in force once they have signed. With it, it is in force at once. `until` is its last day: at most as far ahead as the program says, a year at the longest, and counted from the day on the paper.',
    access: 'releases.make',
    fresh: true,
    params: { id: uuid },
    body: releaseOpeningSchema,
    answers: { 201: json('Asked for, or recorded', releaseViewSchema, ({ links }) => links.self) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body, command }) =>
      askForRelease(services, actor, params.id, body, command),
  }),
  route({
    id: 'readRelease',
    method: 'get',
    path: '/releases/{id}',
    tag,
    summary: 'Read a release',
    access: 'releases.read',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('The release', releaseViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readRelease(services, actor, params.id),
  }),
  route({
    id: 'decideOnRelease',
    method: 'post',
    path: '/releases/{id}/decisions',
    tag,
    summary: 'Sign, decline or revoke a release',
    description:
      'The requester signs or declines; they and staff revoke, at any time and with effect at once. Nobody signs in their place.',
    access: 'releases.decide',
    params: { id: uuid },
    body: releaseDecisionSchema,
    versioned: true,
    answers: { 200: json('The release', releaseViewSchema) },
    problems: ['not-allowed-now', 'temporal-unavailable'],
    handle: ({ services, actor, params, body, command }) =>
      decideOnRelease(services, actor, params.id, body, command),
  }),
];
