import type { Request, RequestHandler } from 'express';
import type { SupervisorAnswer } from '../../../domain/requests/decision.schema.js';
import { ok } from '../../../domain/result.js';
import { renewSupervisorLink } from '../../../usecases/requests/renew-supervisor-link.js';
import { confirmSupervisor } from '../../../usecases/requests/requester-actions.js';
import { type SupervisorView, supervisorView } from '../../../usecases/requests/supervisor-view.js';
import { trySupervisorAddress } from '../../../usecases/requests/try-supervisor-address.js';
import type { AppDeps } from '../../app-deps.js';
import { type KnownAddresses, openedBy } from '../../auth/known-addresses.js';
import { callerOf } from '../../http/caller.js';
import { problem, unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { Read } from '../../views/page-errors.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import { fieldsOf, one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type Asked, formPage, type PageView } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { signedInAs } from '../parts/signed-in-as.js';
import { typedAddress, whoseForm, whoseView } from '../parts/whose-address.js';

interface Page {
  view: SupervisorView;
  /** `too-many`, `wrong`: an address was typed that it wasn't mailed to. */
  whose: 'known' | 'named' | 'unknown' | 'wrong' | 'too-many';
}

/**
 * Opened from the link mailed to the supervisor: who asks, and the answers there are. Nothing of the case, and opening it
 * decides nothing, because mail scanners open links too. A link that was passed on speaks for nobody: a browser in
 * which the supervisor isn't signed in names the address first, and one of somebody else is told that it isn't theirs.
 */
export function supervisorPage(
  { services, config }: AppDeps,
  addresses: KnownAddresses,
): Record<'show' | 'send', RequestHandler> {
  const markOf = ({ email, id }: SupervisorView) => openedBy(email, `supervised/${id}`);

  return formPage(services, {
    name: 'supervisor',
    unavailable: 'try-again-typed-kept',
    async load(req, res): Promise<Page | Elsewhere> {
      const token = param(req, 'token');
      const seen = await supervisorView(services, token);
      // The button for a new link, pressed a second time.
      if (!seen.ok && req.method === 'POST' && (await renewSupervisorLink(services, token)).ok) {
        return linkSent(req.texts);
      }
      const view = unwrap(seen);
      if (view.expired || isTheirs(req, view)) return { view, whose: 'known' };
      if (req.method !== 'POST') return { view, whose: 'unknown' };
      const email = typedAddress(one(fieldsOf(req.body), 'email'));
      if (email === null) return { view, whose: 'wrong' };
      const from = { token, network: callerOf(req, config).ref };
      const tried = await trySupervisorAddress(services, view, { typed: email, ...from });
      if (tried !== 'right') return { view, whose: tried };
      addresses.remember(req, res, markOf(view));
      return { view, whose: 'named' };
    },
    form: (page, _standing, texts) => formOf(texts.requester.request.supervisor, page),
    view: viewOf,
    read(fields, { view, whose }, { texts }): Read<SupervisorAnswer> | null {
      const text = texts.requester.request.supervisor;
      if (whose === 'wrong') return wrongFields([{ pointer: '/email', message: text.whose.wrong }]);
      if (whose === 'too-many') {
        return wrongFields([{ pointer: '/email', message: text.whose.tooMany }], 'too-many-requests');
      }
      const confirms = one(fields, 'confirms');
      // Only a press of one of the buttons answers.
      if (view.expired || confirms === 'yes') return ok({ confirms: true });
      if (confirms === 'unknown') return ok({ confirms: false, knows: false });
      return confirms === 'no' ? ok({ confirms: false }) : null;
    },
    act: (answer, asked) => (asked.page.view.expired ? renew(asked) : confirm(answer, asked)),
    afresh: true,
    done: (there) => there,
  });

  /** Throws `forbidden` for somebody signed in as another person. */
  function isTheirs(req: Request, view: SupervisorView): boolean {
    if ('id' in req.actor) {
      if (req.actor.id === view.personId || signedInAs(req.actor) === view.email) return true;
      throw problem('supervisor-link-not-yours');
    }
    return addresses.knows(req, markOf(view));
  }

  function viewOf({ view, whose }: Page, _standing: unknown, req: Request): PageView {
    const text = req.texts.requester.request.supervisor;
    if (view.expired) return { title: text.expired.title, lead: [text.expired.lead] };
    if (whose !== 'known' && whose !== 'named') return whoseView(text.whose, view.email, req);
    const { organization } = services.programs.current().program;
    const answered = isAnswered(view);
    return {
      template: 'pages/requester/supervisor.njk',
      title: answered ? text.thanks : text.title,
      text,
      opening: text.lead(view.requesterName, organization.name),
      reference: view.reference,
      answered: answered ? (view.status === 'confirmed' ? text.confirmed : text.refused) : null,
      confirmed: view.status === 'confirmed',
    };
  }

  async function renew({ req }: Asked<Page>) {
    const renewed = await renewSupervisorLink(services, param(req, 'token'));
    return renewed.ok ? ok<string | Elsewhere>(linkSent(req.texts)) : renewed;
  }

  async function confirm(answer: SupervisorAnswer, { req, page: { view }, commandId }: Asked<Page>) {
    // The link reached only the supervisor's mailbox: who holds it, and knows whose it is, is taken for them.
    const { personId: id, supervisorName: name, email } = view;
    const actor = { kind: 'person' as const, id, name, email };
    const answered = await confirmSupervisor(services, actor, view.id, answer, { commandId });
    return answered.ok ? ok<string | Elsewhere>(paths.supervisor(param(req, 'token'))) : answered;
  }
}

const isAnswered = ({ status }: SupervisorView): boolean => status === 'confirmed' || status === 'refused';

function formOf(text: Texts['requester']['request']['supervisor'], { view, whose }: Page): Form | null {
  if (view.expired) return { buttons: [{ text: text.expired.button }] };
  if (whose !== 'known' && whose !== 'named') return whoseForm(text.whose);
  if (isAnswered(view)) return null;
  return {
    buttons: [
      { text: text.confirm, name: 'confirms', value: 'yes' },
      { text: text.refuse, name: 'confirms', value: 'no', style: 'secondary' },
      { text: text.unknown, name: 'confirms', value: 'unknown', style: 'secondary' },
    ],
  };
}

function linkSent({ requester }: Texts): Elsewhere {
  const { sentTitle, sent } = requester.request.supervisor.expired;
  return showInstead('pages/kit/form-page.njk', { title: sentTitle, lead: [sent] });
}
