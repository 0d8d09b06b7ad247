import { wallEndSchema, wallSchema } from '../../domain/requests/wall.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { wallsViewSchema } from '../../usecases/walls/wall-view.schema.js';
import { breakWall, setWall, wallsOfRequest } from '../../usecases/walls/walls.js';
import { json } from '../http/answer.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'Conflict walls';
const answers = { 200: json('The walls of the request, the latest first', wallsViewSchema) };

/** From whom of the staff a request is hidden. */
export const wallsRoutes: readonly Route[] = [
  route({
    id: 'listWalls',
    method: 'get',
    path: '/ta-requests/{id}/walls',
    tag,
    summary: 'List the conflict walls of a request',
    access: 'requests.read',
    params: { id: uuid },
    query: noQuery,
    answers,
    problems: [],
    handle: ({ services, actor, params }) => wallsOfRequest(services, actor, params.id),
  }),
  route({
    id: 'setWall',
    method: 'post',
    path: '/ta-requests/{id}/walls',
    tag,
    summary: 'Hide a request from a colleague',
    description:
      'From then on it is not there for them: on no list, in no count, search or mail. What they have of it is handed over first. One director has to be left who could undo it.',
    access: 'walls.set',
    params: { id: uuid },
    body: wallSchema,
    versioned: true,
    answers,
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body, command }) =>
      setWall(services, actor, params.id, body, command),
  }),
  route({
    id: 'breakWall',
    method: 'post',
    path: '/ta-requests/{id}/walls/{wallId}/breaking',
    tag,
    summary: 'Let a colleague see a request again',
    description: 'The reason stands in the past of the request.',
    access: 'walls.break',
    fresh: true,
    params: { id: uuid, wallId: uuid },
    body: wallEndSchema,
    versioned: true,
    answers,
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body, command }) =>
      breakWall(services, actor, { requestId: params.id, wallId: params.wallId }, body, command),
  }),
];
