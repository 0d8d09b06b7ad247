import { ok } from '../../domain/result.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { readServiceLevels } from '../../usecases/service-levels/read-service-levels.js';
import { serviceLevelsSchema } from '../../usecases/service-levels/service-levels.schema.js';
import { json } from '../http/answer.js';
import { type Route, route } from '../http/route.js';

export const serviceLevelsRoutes: readonly Route[] = [
  route({
    id: 'readServiceLevels',
    access: 'service-levels.read',
    method: 'get',
    path: '/service-levels',
    tag: 'Figures',
    summary: 'How well the promise is kept',
    description: 'No personal data. Figures about fewer than five cases are null.',
    query: noQuery,
    answers: { 200: json('Figures', serviceLevelsSchema) },
    problems: [],
    handle: async ({ services }) => ok(await readServiceLevels(services)),
  }),
];
