import type { RequestHandler } from 'express';
import { type Actor, STAFF_ROLES } from '../../../../domain/people/actor.js';
import type { Problem, Result } from '../../../../domain/result.js';
import type { Services } from '../../../../ports/services.js';
import { listStaff, readStaff } from '../../../../usecases/people/colleagues.js';
import { staffChangeSchema, staffUserSchema } from '../../../../usecases/people/staff-user.schema.js';
import { addStaffUser, changeStaffUser } from '../../../../usecases/people/staff-users.js';
import { statusOf } from '../../../errors.js';
import { uuidParam } from '../../../http/parse.js';
import { notFound, unwrap } from '../../../http/unwrap.js';
import { roleLabels } from '../../../text/staff.js';
import { peopleText as text } from '../../../text/staff-admin.js';
import { fieldsWrong } from '../../../views/fields-wrong.js';
import { problemErrors } from '../../../views/page-errors.js';
import type { Field, Values } from '../decide/decision-form.js';
import { textsOf } from '../parts/date-parts.js';
import { fieldView } from '../parts/field-view.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';

/** `/staff/people`: who is on staff, what they hold, who may still sign in. */
export function listPeople(services: Services): RequestHandler {
  return async (req, res) => {
    const staff = unwrap(await listStaff(services, req.actor));
    const rows = staff.map(({ id, name, email, role, active, open }) => ({
      name,
      email,
      role: roleLabels[role] ?? role,
      active: active ? text.active.yes : text.active.no,
      open,
      href: staffPaths.person(id),
    }));
    const done = req.query.done === 'added' ? text.added : req.query.done === 'changed' ? text.changed : null;
    renderStaff(res, 'people/people.njk', { section: 'people', title: text.title, text, rows, done });
  };
}

export function addPersonPage(services: Services): RequestHandler {
  return async (req, res) => {
    const sent = req.method === 'POST' ? valuesOf(req.body) : null;
    const result = sent ? await add(services, req.actor, sent) : null;
    if (result?.ok) return res.redirect(303, `${staffPaths.people}?done=added`);
    showForm(res, {
      title: text.addTitle,
      values: sent ?? {},
      fields: [...NEW, roleField],
      problem: result?.problem,
    });
  };
}

export function changePersonPage(services: Services): RequestHandler {
  return async (req, res) => {
    const id = uuidParam(req.params.id);
    const found = await readStaff(services, req.actor, id);
    if (!found.ok) throw notFound();
    const row = found.value;
    const sent = req.method === 'POST' ? valuesOf(req.body) : null;
    const result = sent ? await change(services, req.actor, id, sent) : null;
    if (result?.ok) return res.redirect(303, `${staffPaths.people}?done=changed`);
    showForm(res, {
      title: text.changeTitle(row.name),
      values: sent ?? { name: row.name, role: row.role, active: row.active ? 'yes' : 'no' },
      fields: [nameField, roleField, activeField],
      problem: result?.problem,
    });
  };
}

async function add(services: Services, actor: Actor, sent: Values): Promise<Result<unknown>> {
  const read = staffUserSchema.safeParse(sent);
  return read.success ? addStaffUser(services, actor, read.data) : fieldsWrong(read.error);
}

async function change(services: Services, actor: Actor, id: string, sent: Values): Promise<Result<unknown>> {
  const read = staffChangeSchema.safeParse(sent);
  return read.success ? changeStaffUser(services, actor, id, read.data) : fieldsWrong(read.error);
}

const nameField: Field = { type: 'input', name: 'name', label: text.name.label, width: 20 };
const NEW: Field[] = [
  nameField,
  { type: 'input', name: 'email', label: text.email.label, hint: text.email.hint, width: 30 },
];
const roleField: Field = {
  type: 'radios',
  name: 'role',
  legend: text.role.legend,
  choices: STAFF_ROLES.map((role) => ({
    value: role,
    text: roleLabels[role] ?? role,
    hint: text.roleHints[role],
  })),
};
const activeField: Field = {
  type: 'radios',
  name: 'active',
  legend: text.active.legend,
  choices: [
    { value: 'yes', text: text.active.yes },
    { value: 'no', text: text.active.no },
  ],
};

const valuesOf = (body: unknown): Values => textsOf(body, ['name', 'email', 'role', 'active']);

function showForm(
  res: Parameters<RequestHandler>[1],
  form: { title: string; values: Values; fields: Field[]; problem?: Problem },
): void {
  renderStaff(res, 'parts/form-page.njk', {
    section: 'people',
    title: form.title,
    values: form.values,
    fields: form.fields.map((field) => fieldView(field, form.values)),
    button: text.save,
    backLink: { href: staffPaths.people, text: text.back },
    errors: form.problem && problemErrors(res.req.texts, form.problem),
    status: form.problem ? statusOf(form.problem.code) : 200,
  });
}
