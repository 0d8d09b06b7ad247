import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { renewSupervisorLink } from '../../../usecases/requests/renew-supervisor-link.js';
import { confirmSupervisor } from '../../../usecases/requests/requester-actions.js';
import { type SupervisorView, supervisorView } from '../../../usecases/requests/supervisor-view.js';
import { trySupervisorAddress } from '../../../usecases/requests/try-supervisor-address.js';
import type { AppDeps } from '../../app-deps.js';
import { type KnownAddresses, openedBy } from '../../auth/known-addresses.js';
import { statusOf } from '../../errors.js';
import { callerOf } from '../../http/caller.js';
import { problem, unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, problemErrors } from '../../views/page-errors.js';
import { attempt } from '../kit/attempt.js';
import { fieldsOf, one } from '../kit/fields.js';
import { param } from '../parts/page-deps.js';
import { signedInAs } from '../parts/signed-in-as.js';
import { askWhose, typedAddress } from '../parts/whose-address.js';

const text = requesterText.supervisor;

/**
 * Opened from the link mailed to the supervisor: who asks, and yes or no. Nothing of the case, and opening it
 * decides nothing, because mail scanners open links too. A link that was passed on speaks for nobody: a browser in
 * which the supervisor isn't signed in names the address first, and one of somebody else is told that it isn't theirs.
 */
export function supervisorPage(
  { services, config }: AppDeps,
  addresses: KnownAddresses,
): { show: RequestHandler; answer: RequestHandler } {
  const viewOf = async (req: Request) => unwrap(await supervisorView(services, param(req, 'token')));
  const markOf = ({ email, id }: SupervisorView) => openedBy(email, `supervised/${id}`);

  /** Throws `forbidden` for somebody signed in as another person. */
  function isTheirs(req: Request, view: SupervisorView): boolean {
    if ('id' in req.actor) {
      if (req.actor.id === view.personId || signedInAs(req.actor) === view.email) return true;
      throw problem('supervisor-link-not-yours');
    }
    return addresses.knows(req, markOf(view));
  }

  function page(res: Response, view: SupervisorView, errors: PageErrors, status = 200) {
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
    const renewed = await attempt(services, 'supervisor', 'try-again-typed-kept', () =>
      renewSupervisorLink(services, param(req, 'token')),
    );
    const status = renewed.ok ? 200 : statusOf(renewed.problem.code);
    const errors = renewed.ok ? NO_ERRORS : problemErrors(req.texts, renewed.problem);
    renderExpired(res, { sent: renewed.ok, errors, status });
  }

  /** Asks whose the link is, unless the address was just named. */
  async function named(req: Request, res: Response, view: SupervisorView): Promise<boolean> {
    const typed = one(fieldsOf(req.body), 'email');
    const ask = { text: text.whose, email: view.email, typed };
    const email = typedAddress(typed);
    const from = { token: param(req, 'token'), network: callerOf(req, config).ref };
    const tried =
      email === null ? 'wrong' : await trySupervisorAddress(services, view, { typed: email, ...from });
    if (tried === 'right') addresses.remember(req, res, markOf(view));
    if (tried === 'wrong') askWhose(req, res, { ...ask, wrong: text.whose.wrong });
    if (tried === 'too-many') askWhose(req, res, { ...ask, wrong: text.whose.tooMany, status: 429 });
    return tried === 'right';
  }

  async function confirm(req: Request, res: Response, view: SupervisorView, confirms: boolean) {
    // The link reached only the supervisor's mailbox: who holds it, and knows whose it is, is taken for them.
    const actor = {
      kind: 'person' as const,
      id: view.personId,
      name: view.supervisorName,
      email: view.email,
    };
    const answered = await attempt(services, 'supervisor', 'try-again-typed-kept', () =>
      confirmSupervisor(services, actor, view.id, { confirms }, { commandId: randomUUID() }),
    );
    if (answered.ok) return res.redirect(303, paths.supervisor(param(req, 'token')));
    page(res, await viewOf(req), problemErrors(req.texts, answered.problem), statusOf(answered.problem.code));
  }

  return {
    async show(req, res) {
      const view = await viewOf(req);
      if (view.expired) return renderExpired(res, { sent: false, errors: NO_ERRORS, status: 200 });
      if (!isTheirs(req, view)) return askWhose(req, res, { text: text.whose, email: view.email });
      page(res, view, NO_ERRORS);
    },
    async answer(req, res) {
      const view = await viewOf(req);
      if (view.expired) return renew(req, res);
      if (!isTheirs(req, view) && !(await named(req, res, view))) return;
      const confirms = one(fieldsOf(req.body), 'confirms');
      // Only a press of one of the two buttons answers.
      if (confirms !== 'yes' && confirms !== 'no') return page(res, view, NO_ERRORS);
      await confirm(req, res, view, confirms === 'yes');
    },
  };
}
