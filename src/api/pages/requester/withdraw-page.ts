import type { Request, RequestHandler, Response } from 'express';
import { withdrawalSchema } from '../../../domain/requests/decision.schema.js';
import { isOpen } from '../../../domain/requests/statuses.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { mergedInto } from '../../requests/merged-requests.js';
import { getRequest } from '../../requests/read-request.js';
import { withdrawRequest } from '../../requests/requester-actions.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { attempt } from '../kit/attempt.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { commandOfForm, newCommandId } from '../parts/command-of-form.js';
import { param } from '../parts/page-deps.js';

/** Asks once more, then withdraws. */
export function withdrawPage({ services }: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const render = async (req: Request, res: Response, fields: Fields, errors: PageErrors, status = 200) => {
    const merged = await mergedInto(services, req.actor, param(req, 'id'));
    const numbers = merged.filter(({ visible }) => visible).map(({ reference }) => reference);
    res.status(status).render('pages/requester/withdraw.njk', {
      section: 'my',
      title: requesterText.withdraw.title,
      text: requesterText,
      endsToo: numbers.length > 0 ? requesterText.withdraw.endsToo(numbers) : null,
      backLink: paths.myRequest(param(req, 'id')),
      commandId: one(fields, 'commandId') || newCommandId(),
      fields,
      errors,
    });
  };
  return {
    async show(req, res) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      if (!isOpen(view.status)) return res.redirect(303, paths.myRequest(view.id));
      await render(req, res, {}, NO_ERRORS);
    },
    async send(req, res) {
      const fields = fieldsOf(req.body);
      const read = withdrawalSchema.safeParse({ reason: one(fields, 'reason').trim() || undefined });
      if (!read.success) return render(req, res, fields, pageErrors(zodFieldErrors(read.error)), 422);
      const id = param(req, 'id');
      const withdrawn = await attempt(services, 'withdraw', requesterText.unavailable, () =>
        withdrawRequest(services, req.actor, id, read.data, { commandId: commandOfForm(fields) }),
      );
      if (withdrawn.ok) return res.redirect(303, `${paths.myRequest(id)}?done=withdrawal`);
      const { problem } = withdrawn;
      await render(req, res, fields, problemErrors(problem), statusOf(problem.code));
    },
  };
}
