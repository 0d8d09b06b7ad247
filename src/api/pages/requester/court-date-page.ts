import type { RequestHandler, Response } from 'express';
import { isOpen } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { getRequest } from '../../requests/read-request.js';
import { changeCourtDeadline } from '../../requests/requester-actions.js';
import { formText } from '../../text/form.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import type { Draft } from '../form/draft.js';
import { emptyDraft } from '../form/draft.js';
import type { StepContext } from '../form/step.js';
import { deadlineStep } from '../form/steps/deadline-step.js';
import { attempt } from '../kit/attempt.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { commandOfForm, newCommandId } from '../parts/command-of-form.js';
import { calendarOfToday, nowOf, param } from '../parts/page-deps.js';
import { leadToRequest } from './too-late.js';

/** The same question as in the form, asked again: the date moved, came up, or fell away. */
export function courtDatePage(deps: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;

  async function contextOf(draft: Draft, actor: StepContext['actor']): Promise<StepContext> {
    const { program } = services.programs.current();
    return { draft, actor, program, calendar: await calendarOfToday(deps), now: nowOf(deps) };
  }

  const render = (
    res: Response,
    id: string,
    context: StepContext,
    fields: Fields,
    errors: PageErrors,
    status = 200,
  ) =>
    res.status(status).render('pages/requester/court-date.njk', {
      section: 'my',
      title: requesterText.courtDate.title,
      text: { ...formText, continue: requesterText.courtDate.save },
      backLink: paths.myRequest(id),
      commandId: one(fields, 'commandId') || newCommandId(),
      fields,
      errors,
      ...deadlineStep.view(fields, context),
    });

  return {
    async show(req, res) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      if (!isOpen(view.status)) return leadToRequest(res, view);
      const draft = draftOf(view);
      const context = await contextOf(draft, req.actor);
      render(res, view.id, context, deadlineStep.fields(draft, context), NO_ERRORS);
    },
    async send(req, res) {
      const id = param(req, 'id');
      const fields = fieldsOf(req.body);
      const context = await contextOf(emptyDraft(), req.actor);
      const read = deadlineStep.read(fields, context);
      if (!read.ok) return render(res, id, context, fields, pageErrors(read.errors), 422);
      const { deadline } = read.draft;
      const date = deadline?.has ? { kind: deadline.kind, date: deadline.date } : null;
      const changed = await attempt(services, 'court-date', requesterText.unavailable, () =>
        changeCourtDeadline(services, req.actor, id, date, { commandId: commandOfForm(fields) }),
      );
      if (changed.ok) return res.redirect(303, `${paths.myRequest(id)}?done=court-date`);
      const { problem } = changed;
      render(res, id, context, fields, problemErrors(problem), statusOf(problem.code));
    },
  };
}

function draftOf(view: RequestView): Draft {
  const court = view.courtOrFilingDeadline;
  if (!court) return { ...emptyDraft(), deadline: { has: false } };
  const kind = court.kind === 'filing' ? 'filing' : 'court';
  return { ...emptyDraft(), deadline: { has: true, kind, date: court.date } };
}
