import type { RequestHandler } from 'express';
import { ok } from '../../../../domain/result.js';
import { listStaff, readStaff } from '../../../../usecases/people/colleagues.js';
import {
  type StaffChange,
  type StaffUser,
  staffChangeSchema,
  staffUserSchema,
} from '../../../../usecases/people/staff-user.schema.js';
import { addStaffUser, changeStaffUser } from '../../../../usecases/people/staff-users.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { roleLabels } from '../../../text/en/pages/staff.js';
import { peopleText as text } from '../../../text/en/pages/staff-admin.js';
import { fieldsWrong } from '../../../views/fields-wrong.js';
import type { Read } from '../../../views/page-errors.js';
import { staffForm } from '../staff-form.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { activeField, emailField, nameField, roleField, typedPerson } from './person-form.js';

/** `/staff/people`: who is on staff, what they hold, who may still sign in. */
export function listPeople(services: AppServices): RequestHandler {
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

/** `/staff/people/add` */
export const addPersonPage = (services: AppServices) =>
  staffForm(services, {
    name: 'person-added',
    load: () => null,
    form: () => ({ fields: [nameField, emailField, roleField], buttons: [{ text: text.save }] }),
    view: () => ({ section: 'people', title: text.addTitle, backLink: BACK }),
    read(fields): Read<StaffUser> {
      const read = staffUserSchema.safeParse(typedPerson(fields));
      return read.success ? ok(read.data) : fieldsWrong(read.error);
    },
    act: (person, { req }) => addStaffUser(services, req.actor, person),
    done: () => `${staffPaths.people}?done=added`,
  });

/** `/staff/people/:id` */
export const changePersonPage = (services: AppServices) =>
  staffForm(services, {
    name: 'person-changed',
    load: async ({ actor, params }) => unwrap(await readStaff(services, actor, uuidParam(params.id))),
    form: ({ name, role, active }) => ({
      fields: [nameField, roleField, activeField],
      initial: { name, role, active: active ? 'yes' : 'no' },
      buttons: [{ text: text.save }],
    }),
    view: ({ name }) => ({ section: 'people', title: text.changeTitle(name), backLink: BACK }),
    read(fields): Read<StaffChange> {
      const read = staffChangeSchema.safeParse(typedPerson(fields));
      return read.success ? ok(read.data) : fieldsWrong(read.error);
    },
    act: (person, { req, page }) => changeStaffUser(services, req.actor, page.id, person),
    done: () => `${staffPaths.people}?done=changed`,
  });

const BACK = { href: staffPaths.people, text: text.back };
