import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { problem, unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { renewSupervisorLink } from '../../requests/renew-supervisor-link.js';
import { confirmSupervisor } from '../../requests/requester-actions.js';
import { supervisorView } from '../../requests/supervisor-view.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, problemErrors } from '../../views/page-errors.js';
import { attempt } from '../parts/attempt.js';
import { fieldsOf, one } from '../parts/fields.js';
import { param } from '../parts/page-deps.js';

const text = requesterText.supervisor;

/**
 * Opened from the link mailed to the supervisor: who asks, and yes or no. Nothing of the case, and opening it
 * decides nothing, because mail scanners open links too.
 */
export function supervisorPage({ services }: AppDeps): { show: RequestHandler; answer: RequestHandler } {
  async function page(req: Request, res: Response, errors: PageErrors, status = 200) {
    const view = unwrap(await supervisorView(services, param(req, 'token')));
    if (view.expired) return renderExpired(res, { sent: false, errors, status });
    const { organization } = services.programs.current().program;
    const answered = view.status === 'confirmed' || view.status === 'refused';
    res.status(status).render('pages/requester/supervisor.njk', {
      title: answered ? text.thanks : text.title,
      text: requesterText,
      lead: text.lead(view.requesterName, organization.name),
      reference: view.reference,
      answered: answered ? (view.status === 'confirmed' ? text.confirmed : text.refused) : null,
      confirmed: view.status === 'confirmed',
      errors,
    });
  }
  function renderExpired(
    res: Response,
    { sent, errors, status }: { sent: boolean; errors: PageErrors; status: number },
  ) {
    res.status(status).render('pages/requester/supervisor-expired.njk', {
      title: sent ? text.expired.sentTitle : text.expired.title,
      text: text.expired,
      sent,
      errors,
    });
  }
  async function renew(req: Request, res: Response) {
    const renewed = await attempt(services, 'supervisor', requesterText.unavailable, () =>
      renewSupervisorLink(services, param(req, 'token')),
    );
    if (renewed.ok) return renderExpired(res, { sent: true, errors: NO_ERRORS, status: 200 });
    await page(req, res, problemErrors(renewed.problem), statusOf(renewed.problem.code));
  }
  return {
    show: (req, res) => page(req, res, NO_ERRORS),
    async answer(req, res) {
      const token = param(req, 'token');
      const view = unwrap(await supervisorView(services, token));
      if (view.expired) return renew(req, res);
      // A forwarded mail: nobody confirms in the supervisor's name who is signed in as somebody else.
      if ('id' in req.actor && req.actor.id !== view.personId) throw problem('forbidden', text.notYours);
      const confirms = one(fieldsOf(req.body), 'confirms') === 'yes';
      // The link reached only the supervisor's mailbox: who holds it is taken for them.
      const actor = {
        kind: 'person' as const,
        id: view.personId,
        name: view.supervisorName,
        email: view.email,
      };
      const answered = await attempt(services, 'supervisor', requesterText.unavailable, () =>
        confirmSupervisor(services, actor, view.id, { confirms }, { commandId: randomUUID() }),
      );
      if (answered.ok) return res.redirect(303, paths.supervisor(token));
      await page(req, res, problemErrors(answered.problem), statusOf(answered.problem.code));
    },
  };
}
