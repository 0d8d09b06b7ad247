import { ok } from '../../domain/result.js';
import { completionSchema, completionViewSchema } from '../../domain/training/completion.schema.js';
import { recordCompletion } from '../../usecases/completions/record-completion.js';
import { json } from '../http/answer.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';

export const completionsRoutes: readonly Route[] = [
  route({
    id: 'recordCompletion',
    method: 'post',
    path: '/completions',
    tag: 'Training',
    summary: 'Record a course passed or failed',
    description:
      'Once per source and sourceId. Starts the clock of requests that waited for it. The course is one of the program, and the time has passed.',
    access: 'completions.record',
    body: completionSchema,
    answers: {
      201: json('Recorded', completionViewSchema),
      200: json('Known already', completionViewSchema),
    },
    problems: [],
    async handle({ services, actor, body }) {
      const { created, view } = unwrap(await recordCompletion(services, actor, body));
      return ok({ status: created ? 201 : 200, body: view });
    },
  }),
];
