import type { Request } from 'express';
import { refuseByTime } from '../../../domain/calls/question-policy.js';
import { type TopicRule, topicRuleOf } from '../../../domain/calls/recurrence.js';
import { isOut } from '../../../domain/calls/registration-statuses.js';
import { givenName } from '../../../domain/people/given-name.js';
import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import type { CallView } from '../../../usecases/calls/call-view.schema.js';
import { seriesRule } from '../../../usecases/calls/load-series.js';
import type { QuestionView } from '../../../usecases/calls/questions/question-view.schema.js';
import { getCall } from '../../../usecases/calls/read-calls.js';
import { registrationOf } from '../../../usecases/calls/read-recap.js';
import { ownProfile } from '../../../usecases/people/own-profile.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { notFound, unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import type { Fields } from '../kit/fields.js';
import { nowOf } from '../parts/page-deps.js';
import type { Worksheets } from './question-worksheet.js';
import { helpAfter, isRefusalByPolicy } from './refusal-help.js';

export interface Asking {
  call: CallView;
  series: CallSeries;
  rule: TopicRule;
  /** A question that exists is changed instead. */
  edit: QuestionView | null;
  /** Proved by signing in. */
  email: string;
  /** Registered for the series, or about to be: only then do they get in. */
  registered: boolean;
  /** Null: none are offered. */
  worksheets: Worksheets | null;
  /** What stands in the form before anybody types: what is known of them, or the question as it stands. */
  known: Fields;
}

/** The call a question is for, with its rules. @throws ProblemError `not-found` */
export async function askingFor({ services }: AppDeps, req: Request, callId: string): Promise<Asking> {
  const call = unwrap(await getCall(services, req.actor, callId));
  const series = seriesRule(services, call.series);
  const rule = series && topicRuleOf(series, call.topic);
  if (!series || !rule) throw notFound();
  const registration = await registrationOf(services, req.actor, series.id);
  const registered = registration !== null && !isOut(registration);
  const email = req.actor.kind === 'person' ? req.actor.email : '';
  return { call, series, rule, email, edit: null, registered, worksheets: null, known: {} };
}

/** What is known of a person already, so that they needn't type it. */
export async function knownOf({ services }: AppDeps, { actor }: Request): Promise<Fields> {
  if (actor.kind !== 'person') return {};
  const person = await ownProfile(services, actor);
  // Made by a sign-in alone, the role is only a placeholder.
  const role = person?.role === 'other-professional' ? '' : (person?.role ?? '');
  return {
    name: givenName(person?.name ?? actor.name, actor.email),
    role,
    organization: person?.organization ?? '',
  };
}

/** No question is taken for the call now, or any more. */
export const isClosed = (deps: AppDeps, { call }: Asking): boolean =>
  refuseByTime({ call, at: nowOf(deps) }) !== null;

/** Outside the window there is no form, but what to do. */
export function notNow(deps: AppDeps, texts: Texts, { call, rule }: Asking): Elsewhere | null {
  const refused = refuseByTime({ call, at: nowOf(deps) });
  if (!refused || !isRefusalByPolicy(refused.code)) return null;
  const text = texts.calls.aboutCall.ask;
  const data = {
    section: 'calls',
    title: text.notNow.title,
    words: text,
    backLink: paths.call(call.id),
    callTitle: `${call.title}: ${rule.label}`,
    next: helpAfter(texts, refused.code),
  };
  return showInstead('pages/calls/not-now.njk', data, statusOf(refused.code));
}
