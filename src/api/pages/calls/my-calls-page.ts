import type { RequestHandler } from 'express';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import { isOut, type RegistrationStatus } from '../../../domain/calls/registration-statuses.js';
import type { CallTopic } from '../../../domain/program/call-series.schema.js';
import { callSeriesOf } from '../../../domain/program/lookup.js';
import { comingCall } from '../../../usecases/calls/next-call.js';
import { listensTo, ownQuestions } from '../../../usecases/calls/own-questions.js';
import { openQuestions } from '../../../usecases/calls/questions/open-questions.js';
import { questionView } from '../../../usecases/calls/questions/question-view.js';
import { getRegistration, listRegistrations } from '../../../usecases/registrations/read-registrations.js';
import type { RegistrationView } from '../../../usecases/registrations/registration-view.schema.js';
import { ownSubscription } from '../../../usecases/subscriptions/own-subscription.js';
import { contactsOf } from '../../../usecases/subscriptions/tell-contacts.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { nowOf } from '../parts/page-deps.js';
import { registrationClasses } from '../parts/status-classes.js';
import { questionCard } from './question-card.js';

/** Those whose reasons say why they stand as they do. */
const REASONED: ReadonlySet<string> = new Set<RegistrationStatus>(['pending', 'denied']);
/** Coming back to the list within the hour is the same look. */
const SAME_LOOK_MS = 60 * 60_000;

/** What somebody has to do with the calls: registrations with the way in, and questions with their fate. */
export function myCallsPage(deps: AppDeps): RequestHandler {
  const { services } = deps;
  return async (req, res) => {
    if (req.actor.kind !== 'person') return res.redirect(303, paths.calls);
    const { calls, dates } = req.texts;
    const text = calls.mine;
    const { program } = services.programs.current();
    const { actor } = req;
    const now = nowOf(deps);
    const { items } = unwrap(await listRegistrations(services, actor, { limit: 20 }));
    const registrations = await Promise.all(
      items.map(async ({ id }) => unwrap(await getRegistration(services, actor, id))),
    );
    const questions = await ownQuestions(services, actor);
    const words = await openQuestions(
      services,
      actor,
      questions.map(({ row }) => row),
      { sameLookMs: SAME_LOOK_MS },
    );
    const elsewhere = contactsOf(services) ? (await ownSubscription(services, actor)).wants === true : null;
    const hears = async (seriesId: string) => elsewhere ?? (await listensTo(services, actor, seriesId));
    const registrationCard = async (view: RegistrationView) => {
      const status = calls.registrationStatuses[view.status];
      const next = await comingCall(services, view.series);
      const heard = await hears(view.series);
      return {
        title: callSeriesOf(program, view.series)?.title ?? view.series,
        tag: { text: status.tag, classes: registrationClasses[view.status] },
        sentence: status.sentence,
        // What staff waived when they approved it is not why they ended it.
        reasons: REASONED.has(view.status) ? view.reasons.map((code) => calls.registrationReasons[code]) : [],
        reply: view.status === 'pending' ? null : view.reply,
        joinLink: view.joinLink,
        approved: view.status === 'approved',
        inWriting: isOut(view.status),
        mail: view.status === 'approved' ? (heard ? text.mailOn : text.mailOff) : null,
        mailAsk: heard ? null : paths.subscribeTo(view.series),
        next: next ? text.nextCall(dates.pair(next.startsAt.toISOString(), program.zone)) : text.noNext,
        noLink: next && !view.joinLink ? text.noLink(program.organization.email) : null,
        again: paths.callRegister(view.series),
      };
    };
    const done = typeof req.query.done === 'string' ? req.query.done : '';
    res.render('pages/calls/my-calls.njk', {
      section: 'calls',
      title: text.title,
      text,
      done: ['registered', 'asked', 'changed', 'withdrawn', 'mail', 'agree', 'decline', 'worksheet'].includes(
        done,
      )
        ? text.done[done as 'asked']
        : null,
      registrations: await Promise.all(registrations.map(registrationCard)),
      open: program.callSeries
        .filter(({ id }) => !registrations.some((view) => view.series === id))
        .map(({ id, title }) => ({ text: text.register(title), href: paths.callRegister(id) })),
      questions: questions.map(({ row, attended, reference }) => {
        const series = callSeriesOf(program, row.call.seriesId);
        const label = series && topicRuleOf(series, row.call.topic as CallTopic)?.label;
        return questionCard(req.texts, {
          view: questionView(row, words.get(row.id) ?? ''),
          call: row.call,
          series: { id: row.call.seriesId, title: series?.title ?? row.call.seriesId },
          registration: registrations.find((one) => one.series === row.call.seriesId)?.status ?? null,
          callTitle: [series?.title ?? row.call.seriesId, label].filter(Boolean).join(': '),
          handedBack: row.handoverTokenHash !== null,
          attended,
          worksheet: row.worksheet !== null,
          reference,
          program,
          now,
        });
      }),
    });
  };
}
