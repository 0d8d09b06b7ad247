import type { Problem } from '../../../../domain/result.js';
import { ok } from '../../../../domain/result.js';
import { activeColleagues, type Colleague } from '../../../../usecases/people/colleagues.js';
import { type Moved, reassignWork } from '../../../../usecases/requests/reassign-work.js';
import { SPREAD } from '../../../../usecases/requests/spread.js';
import { type Work, workOf } from '../../../../usecases/requests/work-of-person.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { say } from '../../../text/say.js';
import type { Texts } from '../../../text/texts.js';
import { showInstead } from '../../kit/elsewhere.js';
import { many, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { colleagueWords } from '../absences/away-words.js';
import { staffUser } from '../require-staff.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';

interface ReassignPage {
  work: Work;
  others: Colleague[];
}

/** `/staff/colleagues/:id/reassign`: all that is open of somebody's, to one or to several by how much they have. */
export const reassignPage = (services: AppServices) =>
  staffForm(services, {
    name: 'reassign-work',
    async load({ actor, params }) {
      const me = staffUser(actor);
      const work = unwrap(await workOf(services, me, uuidParam(params.id)));
      const staff = unwrap(await activeColleagues(services, me));
      return { work, others: staff.filter(({ id }) => id !== work.person.id) } satisfies ReassignPage;
    },
    form: (page, _standing, texts) => (page.work.count === 0 ? null : formOf(page, texts)),
    view: ({ work }, _standing, { texts: { staff } }) => {
      const t = staff.desk['colleagues/:id/reassign'];
      const shown = work.requests.length + work.tasks.length;
      return {
        section: 'workload',
        title: t.title(work.person.name),
        lead: [
          work.count === 0 ? t.nothing(work.person.name) : t.lead,
          ...(work.count > shown ? [t.first(shown, work.count)] : []),
        ],
        backLink: { href: staffPaths.desk('workload'), text: t.back },
      };
    },
    read(fields, _page, { texts }) {
      const t = texts.staff.desk['colleagues/:id/reassign'];
      const input = { requests: many(fields, 'request'), tasks: many(fields, 'task'), to: one(fields, 'to') };
      if (input.requests.length + input.tasks.length === 0) {
        return wrongFields([{ pointer: '/to', message: t.chooseSome }]);
      }
      return ok(input);
    },
    act: (input, { req, page, commandId }) =>
      reassignWork(services, req.actor, { from: page.work.person.id, ...input }, commandId),
    afresh: true,
    // No redirect: what became of each stands nowhere else together.
    done: (moved, { page, req: { texts } }) =>
      showInstead('workload/reassigned.njk', resultView(texts, moved, page)),
  });

function formOf({ work, others }: ReassignPage, texts: Texts) {
  const { desk, decisions, statuses } = texts.staff;
  const t = desk['colleagues/:id/reassign'];
  const requests: Field = {
    type: 'checkboxes',
    name: 'request',
    legend: t.requests,
    small: true,
    choices: work.requests.map(({ id, reference, status, followUp }) => ({
      value: id,
      text: t.request(reference, followUp ? t.followUp : statuses[status]),
    })),
  };
  const tasks: Field = {
    type: 'checkboxes',
    name: 'task',
    legend: t.tasks,
    small: true,
    choices: work.tasks.map(({ id, reference, dueOn }) => ({
      value: id,
      text: t.task(reference, texts.dates.date(dueOn)),
    })),
  };
  return {
    fields: [
      ...(work.requests.length > 0 ? [requests] : []),
      ...(work.tasks.length > 0 ? [tasks] : []),
      {
        type: 'select' as const,
        name: 'to',
        ...t.to,
        choices: [
          { value: '', text: t.to.nobody },
          { value: SPREAD, text: t.spread },
          ...others.map(({ email, name, open, away }) => ({
            value: email,
            text: `${name} (${colleagueWords(texts, away, [decisions.assign.fields.to.openRequests(open)])})`,
          })),
        ],
      },
    ],
    initial: { request: work.requests.map(({ id }) => id), task: work.tasks.map(({ id }) => id) },
    buttons: [{ text: t.button }],
    cancel: { href: staffPaths.desk('workload'), text: t.back },
  };
}

function resultView(texts: Texts, moved: Moved[], { work }: ReassignPage) {
  const t = texts.staff.desk['colleagues/:id/reassign'];
  const of = (outcome: Moved['outcome']) => moved.filter((one) => one.outcome === outcome).length;
  const left = work.count - of('moved') - of('already');
  return {
    section: 'workload',
    title: t.result(of('moved'), of('already'), of('stays'), of('refused')),
    text: t,
    rest:
      left > 0
        ? {
            text: t.goOn(left, work.person.name),
            href: staffPaths.desk('colleagues/:id/reassign', work.person.id),
          }
        : null,
    // What needs another look first.
    rows: [...moved]
      .sort((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'))
      .map((one) => ({
        reference: one.reference,
        href: staffPaths.request(one.requestId),
        what: t.what[one.what],
        outcome: one.to ? t.has[one.outcome](one.to) : t.outcome[one.outcome],
        why: whyOf(texts, one.problem),
      })),
    backLink: { href: staffPaths.desk('workload'), text: t.back },
  };
}

const whyOf = (texts: Texts, problem: Problem | undefined) => (problem ? say(texts, problem) : null);
