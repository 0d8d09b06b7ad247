import { type Request, type RequestHandler, type Response, Router } from 'express';
import { may } from '../../../../domain/people/permissions.js';
import type { Problem } from '../../../../domain/result.js';
import { formatDate, formatPair, formatShortDateTime } from '../../../../domain/time/format.js';
import { createZone } from '../../../../domain/time/zone.js';
import type { Services } from '../../../../ports/services.js';
import { type ClosureChange, closureSchema } from '../../../../usecases/closures/closure.schema.js';
import { cancelledCallsOn } from '../../../../usecases/closures/closure-calls.js';
import { enterClosure } from '../../../../usecases/closures/enter-closure.js';
import { listClosures } from '../../../../usecases/closures/list-closures.js';
import { removeClosure } from '../../../../usecases/closures/remove-closure.js';
import { statusOf } from '../../../errors.js';
import { notFound, unwrap } from '../../../http/unwrap.js';
import { closuresText as text } from '../../../text/staff-admin.js';
import type { Texts } from '../../../text/texts.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import type { Field, Values } from '../decide/decision-form.js';
import { dateParts, readDate, textsOf } from '../parts/date-parts.js';
import { fieldView } from '../parts/field-view.js';
import { requirePermission } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';

const FIELDS: Field[] = [
  { type: 'date', name: 'date', legend: text.date.legend, hint: text.date.hint },
  { type: 'input', name: 'name', label: text.name.label, hint: text.name.hint, width: 20 },
];

/** Closures: the list with its form, then a preview of whom a new one moves, then the closure. */
export function closureRoutes(services: Services): Router {
  const router = Router();
  const edit = requirePermission('closures.edit');
  router.get(paths.closures, requirePermission('closures.read'), (req, res) => list(services, req, res));
  router.post(paths.closurePreview, edit, preview(services));
  router.post(paths.closures, edit, add(services));
  router.get(paths.closureRemovePattern, edit, askRemoval(services));
  router.post(paths.closureRemovePattern, edit, remove(services));
  return router;
}

async function list(
  services: Services,
  req: Request,
  res: Response,
  form: { values: Values; errors: PageErrors; status: number } = {
    values: {},
    errors: NO_ERRORS,
    status: 200,
  },
): Promise<void> {
  const closures = unwrap(await listClosures(services, req.actor));
  const zone = createZone(services.programs.current().program.zone);
  const today = zone.dateOf(services.clock.now().toISOString());
  const mayEdit = may(req.actor, 'closures.edit');
  const asked = typeof req.query.done === 'string' ? req.query.done : '';
  const done = Object.hasOwn(text.done, asked) ? text.done[asked] : null;
  renderStaff(res, 'closures/closures.njk', {
    section: 'closures',
    title: text.title,
    text,
    done,
    mayEdit,
    rows: closures
      .filter(({ date }) => date >= today)
      .map(({ date, name, enteredAt }) => ({
        date: formatDate(date),
        name,
        // Days of the program file are changed there.
        removeHref: mayEdit && enteredAt !== null ? paths.closureRemove(date) : null,
      })),
    fields: FIELDS.map((field) => fieldView(field, form.values, Object.keys(form.errors.byField))),
    ...form,
  });
}

function preview(services: Services): RequestHandler {
  return async (req, res) => {
    const read = readClosure(req.texts, req.body);
    if (!read.input)
      return list(services, req, res, { values: read.values, errors: read.errors, status: 422 });
    const change = await enterClosure(services, req.actor, read.input, { preview: true });
    if (!change.ok) return list(services, req, res, refused(req.texts, change.problem, read.values));
    const { zone } = services.programs.current().program;
    renderStaff(res, 'closures/preview.njk', {
      section: 'closures',
      title: text.previewTitle,
      text,
      closure: { ...read.input, words: formatDate(read.input.date) },
      moves: text.moves(change.value.moves.length),
      rows: moveRows(change.value, zone),
      calls: callRows(change.value.calls, zone),
      backLink: { href: paths.closures, text: text.back },
    });
  };
}

function add(services: Services): RequestHandler {
  return async (req, res) => {
    const { date = '', name = '' } = textsOf(req.body, ['date', 'name']);
    const read = closureSchema.safeParse({ date, name });
    const [year = '', month = '', day = ''] = date.split('-');
    const values = { name, 'date-month': month, 'date-day': day, 'date-year': year };
    if (!read.success) {
      return list(services, req, res, {
        values,
        errors: pageErrors(req.texts, zodFieldErrors(read.error), IDS),
        status: 422,
      });
    }
    const change = await enterClosure(services, req.actor, read.data, { preview: false });
    if (!change.ok) return list(services, req, res, refused(req.texts, change.problem, values));
    toList(res, 'added', change.value);
  };
}

function askRemoval(services: Services): RequestHandler {
  return async (req, res) => {
    const closures = unwrap(await listClosures(services, req.actor));
    const closure = closures.find(({ date, enteredAt }) => date === req.params.date && enteredAt !== null);
    if (!closure) throw notFound();
    const { zone } = services.programs.current().program;
    const calls = await cancelledCallsOn(services, closure.date);
    renderStaff(res, 'closures/remove.njk', {
      section: 'closures',
      title: text.removeTitle,
      text,
      closure: { ...closure, words: formatDate(closure.date) },
      calls: callRows(calls, zone),
      backLink: { href: paths.closures, text: text.back },
    });
  };
}

function callRows(calls: { id: string; startsAt: string; cancelsAt?: string | null }[], zone: string) {
  return calls.map(({ id, startsAt, cancelsAt }) => ({
    text: formatPair(startsAt, zone),
    href: paths.call(id),
    fate: cancelsAt ? text.callCancels(formatPair(cancelsAt, zone)) : text.callStands,
  }));
}

function remove(services: Services): RequestHandler {
  return async (req, res) => {
    const { date } = req.params;
    if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
      throw notFound();
    const change = await removeClosure(services, req.actor, date);
    if (!change.ok) return list(services, req, res, refused(req.texts, change.problem, {}));
    toList(res, 'removed', change.value);
  };
}

function toList(res: Response, done: 'added' | 'removed', { moves }: Pick<ClosureChange, 'moves'>): void {
  res.redirect(303, `${paths.closures}?done=${done}${moves.length > 0 ? '-moving' : ''}`);
}

const IDS = { '/date': 'date-month' };

const refused = (texts: Texts, problem: Problem, values: Values) => ({
  values,
  errors: problemErrors(texts, problem, IDS),
  status: statusOf(problem.code),
});

/** Three inputs and a name, as a closure; or the errors at their fields. */
export function readClosure(
  texts: Texts,
  body: unknown,
): {
  values: Values;
  input: { date: string; name: string } | null;
  errors: PageErrors;
} {
  const values = textsOf(body, [...dateParts('date'), 'name']);
  const date = readDate(values, 'date');
  const wrongDate = date === 'empty' ? text.date.missing : date === null ? text.date.invalid : null;
  const read = closureSchema.safeParse({ date: wrongDate ? '2000-01-01' : date, name: values.name });
  const errors = [
    ...(wrongDate ? [{ pointer: '/date', message: wrongDate }] : []),
    ...(read.success ? [] : zodFieldErrors(read.error)),
  ];
  const input = errors.length === 0 && read.success ? read.data : null;
  return { values, input, errors: pageErrors(texts, errors, IDS) };
}

export function moveRows({ moves }: Pick<ClosureChange, 'moves'>, zone: string) {
  return moves.map(({ id, reference, dueAt, newDueAt }) => ({
    reference,
    href: paths.request(id),
    from: formatShortDateTime(dueAt, zone),
    to: formatShortDateTime(newDueAt, zone),
  }));
}
