import { ok } from '../../domain/result.js';
import { recording } from '../../usecases/recording.js';
import { confirmSubscription } from '../../usecases/subscriptions/confirm-subscription.js';
import { subscribe } from '../../usecases/subscriptions/subscribe.js';
import {
  confirmationSchema,
  subscriptionSchema,
  subscriptionStateSchema,
  subscriptionViewSchema,
  suppressedSchema,
  suppressionSchema,
} from '../../usecases/subscriptions/subscription.schema.js';
import { suppressAddress } from '../../usecases/subscriptions/suppress-address.js';
import { unsubscribe } from '../../usecases/subscriptions/unsubscribe.js';
import { json } from '../http/answer.js';
import { newOrKnown } from '../http/new-or-known.js';
import { token } from '../http/path-params.js';
import { notFound, unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';

const tag = 'Calls';

/** Mail about the calls: asking for it and leaving it (api.md "Calls"). Strangers may do both. */
export const subscriptionsRoutes: readonly Route[] = [
  route({
    id: 'subscribe',
    access: 'calls.subscriptions',
    method: 'post',
    path: '/subscriptions',
    tag,
    summary: 'Ask for mail about the calls',
    description:
      'Confirmed at once for staff keys and people signed in with the address; others get a mail first.',
    body: subscriptionSchema,
    answers: { 201: json('Noted', subscriptionViewSchema), 200: json('Changed', subscriptionViewSchema) },
    problems: [],
    handle: async ({ services, actor, caller, body }) =>
      newOrKnown(await subscribe(services, actor, body, { by: caller })),
  }),
  route({
    id: 'confirmSubscription',
    access: 'calls.subscriptions',
    method: 'post',
    path: '/subscriptions/confirmations',
    tag,
    summary: 'Confirm an address through the mailed link',
    body: confirmationSchema,
    answers: { 200: json('Confirmed', subscriptionStateSchema) },
    problems: ['not-found'],
    async handle({ services, body }) {
      const { status } = unwrap(await confirmSubscription(services, body.token));
      return ok({ status });
    },
  }),
  route({
    id: 'suppressAddress',
    method: 'post',
    path: '/subscriptions/suppressions',
    tag,
    summary: 'Mail to an address bounced or was called spam',
    access: 'calls.subscribe-others',
    body: suppressionSchema,
    answers: { 200: json('Nothing more is sent there', suppressedSchema) },
    problems: ['not-found'],
    async handle({ services, body }) {
      const known = await recording(services, (rec) => suppressAddress(rec, services, body));
      if (!known) throw notFound();
      return ok({ email: body.email, suppressed: true });
    },
  }),
  route({
    id: 'unsubscribe',
    access: 'calls.subscriptions',
    method: 'delete',
    path: '/subscriptions/{token}',
    tag,
    summary: 'Leave, through the link of any such mail',
    params: { token },
    answers: { 200: json('Unsubscribed', subscriptionStateSchema) },
    problems: [],
    handle: ({ services, params }) => unsubscribe(services, params.token),
  }),
];
