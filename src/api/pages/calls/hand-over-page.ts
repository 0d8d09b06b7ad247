import type { Request, RequestHandler, Response } from 'express';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import { formatPair } from '../../../domain/time/format.js';
import { convertQuestion, handedBackTo } from '../../../usecases/calls/hand-over-question.js';
import { openQuestions } from '../../../usecases/calls/questions/open-questions.js';
import type { QuestionRow } from '../../../usecases/calls/questions.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { uuidParam } from '../../http/parse.js';
import { notFound } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { formText } from '../../text/form.js';
import { handoverText as text } from '../../text/my-calls.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import { attempt } from '../kit/attempt.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { param } from '../parts/page-deps.js';
import { supervisorRoles } from '../parts/supervisor-fields.js';
import { askingFor } from './question-page.js';
import { readSupervisor } from './read-supervisor.js';

/**
 * Where the mail's button leads, and the same from one's own page. Before sign-in nothing of the question is
 * shown, not even that there is one: links are forwarded.
 */
export function handOverPage(deps: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;

  async function findQuestion(req: Request): Promise<QuestionRow | null> {
    if (req.actor.kind !== 'person') return null;
    const token = param(req, 'token');
    return handedBackTo(services, req.actor, token ? { token } : { id: uuidParam(req.params.id) });
  }

  async function questionOf(req: Request): Promise<QuestionRow> {
    const row = await findQuestion(req);
    if (!row) throw notFound();
    return row;
  }

  /** Forwarded and made-up links look the same. */
  const notYours = (res: Response) =>
    res.status(404).render('pages/calls/one-button.njk', {
      section: 'calls',
      title: text.notYours.title,
      words: text.notYours,
    });

  async function render(req: Request, res: Response, fields: Fields, errors: PageErrors, status = 200) {
    const row = await questionOf(req);
    const { program } = services.programs.current();
    const { call, series } = await askingFor(deps, req, row.callId);
    const { status: stands } = row;
    const closed = stands === 'withdrawn' || stands === 'moved' ? text.closed[stands] : null;
    res.status(status).render('pages/calls/hand-over.njk', {
      section: 'calls',
      title: row.requestId ? text.done.title : closed ? text.closed.title : text.title,
      words: text,
      backLink: paths.myCalls,
      closed,
      request: row.requestId ? paths.myRequest(row.requestId) : null,
      callTitle: `${call.title}: ${topicRuleOf(series, call.topic)?.label ?? ''}`,
      startsAt: formatPair(call.startsAt, program.zone),
      firstAsked: formatPair(row.askedAt.toISOString(), program.zone),
      question: (await openQuestions(services, req.actor, [row])).get(row.id),
      needsSupervisor: supervisorMissing(row),
      roles: supervisorRoles(program, one(fields, 'supervisor-role')),
      text: formText,
      fields,
      errors,
    });
  }

  const supervisorMissing = (row: QuestionRow): boolean =>
    row.supervisorEmail === null && needsSupervisor(services.programs.current().program, row.askerRole);

  const signInFirst = (req: Request, res: Response) =>
    res.render('pages/calls/hand-over-sign-in.njk', {
      section: 'calls',
      title: text.signIn.title,
      words: text.signIn,
      signIn: `${paths.signIn}?next=${encodeURIComponent(req.path)}`,
    });

  return {
    async show(req, res) {
      if (req.actor.kind !== 'person') return signInFirst(req, res);
      if (param(req, 'token') && !(await findQuestion(req))) return notYours(res);
      await render(req, res, {}, NO_ERRORS);
    },
    async send(req, res) {
      const { actor } = req;
      if (actor.kind !== 'person') return signInFirst(req, res);
      const fields = fieldsOf(req.body);
      const row = await questionOf(req);
      const { program } = services.programs.current();
      const named = supervisorMissing(row)
        ? readSupervisor(fields, { program, email: row.askerEmail, optional: false })
        : { ok: true as const, supervisor: undefined };
      if (!named.ok) return render(req, res, fields, pageErrors(req.texts, named.errors), 422);
      const made = await attempt(services, 'hand-over', 'try-again-typed-kept', () =>
        convertQuestion(services, actor, row.id, { supervisor: named.supervisor }),
      );
      if (made.ok) return res.redirect(303, paths.myRequestSent(made.value.requestId));
      await render(req, res, fields, problemErrors(req.texts, made.problem), statusOf(made.problem.code));
    },
  };
}
