import { ok } from '../../../../domain/result.js';
import { activeColleagues, type Colleague } from '../../../../usecases/people/colleagues.js';
import {
  ASSIGNED_AT_ONCE,
  type AssignedOne,
  assignSeveral,
} from '../../../../usecases/requests/assign-several.js';
import { chosenRequests } from '../../../../usecases/requests/chosen-requests.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { say } from '../../../text/say.js';
import type { Texts } from '../../../text/texts.js';
import { leadTo, showInstead } from '../../kit/elsewhere.js';
import { type Fields, fieldsOf, many, one } from '../../kit/fields.js';
import type { Choice } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { keptFields } from '../../kit/show-form.js';
import { safeNext } from '../../parts/safe-next.js';
import { wantsStandIn } from '../absences/or-stand-in.js';
import { staffUser } from '../require-staff.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { assignForm } from './assign-form.js';

interface AssignPage {
  requests: Choice[];
  staff: Colleague[];
  /** The view of the queue they were chosen in. */
  back: string;
}

/** `/staff/assign`: several requests to one of the staff, each a decision of its own. */
export const assignPage = (services: AppServices) =>
  staffForm(services, {
    name: 'assign-several',
    async load(req, res) {
      const me = staffUser(req.actor);
      const sent = req.method === 'POST' ? fieldsOf(req.body) : (keptFields(res) ?? fieldsOf(req.query));
      const back = backTo(sent);
      const chosen = unwrap(await chosenRequests(services, me, many(sent, 'request')));
      if (chosen.length === 0) return leadTo(`${back}${back.includes('?') ? '&' : '?'}chosen=none`);
      const { choice } = req.texts.staff.desk.assign;
      return {
        requests: chosen.map(({ id, reference, requester }) => ({
          value: id,
          text: choice(reference, requester.name),
        })),
        staff: unwrap(await activeColleagues(services, me)),
        back,
      } satisfies AssignPage;
    },
    form: (page, _standing, texts) => ({
      ...assignForm(texts, page),
      initial: { request: page.requests.map(({ value }) => value) },
    }),
    view: (_page, _standing, { texts: { staff } }) => ({
      section: 'queue',
      title: staff.desk.assign.title,
      lead: [staff.desk.assign.lead],
    }),
    read(fields, _page, { texts }) {
      const requests = many(fields, 'request');
      const { tooMany } = texts.staff.desk.assign;
      if (requests.length > ASSIGNED_AT_ONCE) {
        return wrongFields([{ pointer: '/request', message: tooMany(ASSIGNED_AT_ONCE) }]);
      }
      return ok({ requests, to: one(fields, 'to'), orStandIn: wantsStandIn(fields) });
    },
    act: (input, { req, commandId }) => assignSeveral(services, req.actor, input, commandId),
    // No redirect: what became of each stands nowhere else together.
    done: (results, { page, req: { texts } }) =>
      showInstead('queue/assigned.njk', resultView(texts, results, page)),
  });

/** Only the queue's own addresses. */
function backTo(fields: Fields): string {
  const back = safeNext(one(fields, 'back'));
  return back && (back === staffPaths.queue || back.startsWith(`${staffPaths.queue}?`))
    ? back
    : staffPaths.queue;
}

function resultView(texts: Texts, results: AssignedOne[], { back }: AssignPage) {
  const { assign: text } = texts.staff.desk;
  const of = (outcome: AssignedOne['outcome']) => results.filter((one) => one.outcome === outcome).length;
  const [name, ...others] = new Set(results.flatMap(({ to }) => to ?? []));
  return {
    section: 'queue',
    title: text.result(of('assigned'), of('already'), of('refused')),
    text,
    // Of several the rows say who.
    who: name && others.length === 0 ? text.who(name) : null,
    caption: text.caption(results.length),
    // What needs another look first.
    rows: [...results]
      .sort((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'))
      .map(({ id, reference, outcome, to, problem }) => ({
        reference,
        href: staffPaths.request(id),
        outcome:
          outcome !== 'refused' && to && others.length > 0 ? text.has[outcome](to) : text.outcome[outcome],
        why: problem ? say(texts, problem) : null,
      })),
    backLink: { href: back, text: text.back },
  };
}
