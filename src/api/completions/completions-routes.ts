import { completionSchema, completionViewSchema } from '../../domain/training/completion.schema.js';
import { recordCompletion } from '../../usecases/completions/record-completion.js';
import { json } from '../http/answer.js';
import { newOrKnown } from '../http/new-or-known.js';
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
    handle: async ({ services, actor, body }) => newOrKnown(await recordCompletion(services, actor, body)),
  }),
];
