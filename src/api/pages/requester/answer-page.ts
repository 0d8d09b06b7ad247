import type { Request, RequestHandler, Response } from 'express';
import { informationSchema } from '../../../domain/requests/decision.schema.js';
import { findIdentifiers } from '../../../domain/requests/identifier-warning.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import type { FieldError } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { getRequest } from '../../requests/read-request.js';
import { requestContent } from '../../requests/request-content.js';
import { answerInformation } from '../../requests/requester-actions.js';
import { formText } from '../../text/form.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { supervisorRoles } from '../form/steps/supervisor-step.js';
import { attempt } from '../kit/attempt.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { withOwnWords } from '../kit/with-own-words.js';
import { commandOfForm, newCommandId } from '../parts/command-of-form.js';
import { param } from '../parts/page-deps.js';
import { leadToRequest } from './too-late.js';

const text = requesterText.answer;

/** Answering our question, or naming another supervisor after one has said no. */
export function answerPage(deps: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;

  async function render(
    req: Request,
    res: Response,
    view: RequestView,
    fields: Fields,
    errors: PageErrors,
    status = 200,
  ) {
    const content = unwrap(await requestContent(services, req.actor, view.id));
    const refused = view.supervisor?.status === 'refused';
    res.status(status).render('pages/requester/answer.njk', {
      section: 'my',
      title: refused ? text.supervisorTitle : text.title,
      text: { ...requesterText, supervisor: formText.supervisor },
      backLink: paths.myRequest(view.id),
      asked: refused
        ? null
        : (content.threads.filter(({ field }) => field === 'question-asked').at(-1)?.body ?? null),
      refusedLead: refused ? text.supervisorLead(view.supervisor?.name ?? '') : null,
      roles: supervisorRoles(services.programs.current().program, one(fields, 'supervisor-role')),
      // Asked only after a try: the person has seen what was found and says it may go.
      identifiers: errors.byField.identifiersChecked
        ? findIdentifiers(one(fields, 'answer')).map(({ kind, excerpt }) => ({
            what: formText.identifiers.kinds[kind],
            excerpt,
          }))
        : [],
      maxText: MAX_TEXT,
      commandId: one(fields, 'commandId') || newCommandId(),
      fields,
      errors,
    });
  }

  return {
    async show(req, res) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      if (view.status !== 'awaiting-information') return leadToRequest(res, view);
      await render(req, res, view, {}, NO_ERRORS);
    },
    async send(req, res) {
      const fields = fieldsOf(req.body);
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      const read = readAnswer(fields, view.supervisor?.status === 'refused');
      if (!read.ok) return render(req, res, view, fields, pageErrors(read.errors), 422);
      const answered = await attempt(services, 'answer', requesterText.unavailable, () =>
        answerInformation(services, req.actor, view.id, read.input, { commandId: commandOfForm(fields) }),
      );
      if (answered.ok) return res.redirect(303, `${paths.myRequest(view.id)}?done=answer`);
      const { problem } = answered;
      await render(req, res, view, fields, problemErrors(problem), statusOf(problem.code));
    },
  };
}

type Information = Parameters<typeof answerInformation>[3];

/** What was typed, checked; with another supervisor when one is needed. Pure. */
export function readAnswer(
  fields: Fields,
  needsSupervisor: boolean,
): { ok: true; input: Information } | { ok: false; errors: FieldError[] } {
  const typed = one(fields, 'answer');
  const supervisor = needsSupervisor
    ? {
        name: one(fields, 'supervisor-name'),
        email: one(fields, 'supervisor-email'),
        role: one(fields, 'supervisor-role'),
      }
    : undefined;
  const answer = needsSupervisor && typed.trim() === '' ? text.defaultAnswer : typed;
  const read = informationSchema.safeParse({ answer, ...(supervisor ? { supervisor } : {}) });
  if (!read.success) {
    const errors = zodFieldErrors(read.error).map((error) => ({
      ...error,
      pointer: error.pointer.replace('/supervisor/', '/supervisor-'),
    }));
    const own = formText.supervisor.errors;
    return {
      ok: false,
      errors: withOwnWords(errors, fields, {
        answer: text.answerError,
        'supervisor-name': own.name,
        'supervisor-email': own.email,
        'supervisor-role': own.role,
      }),
    };
  }
  if (findIdentifiers(typed).length > 0 && one(fields, 'identifiersChecked') !== 'yes') {
    return { ok: false, errors: [{ pointer: '/identifiersChecked', message: text.identifiers }] };
  }
  return { ok: true, input: read.data };
}
