import type { RequestHandler } from 'express';
import { ok } from '../../../../domain/result.js';
import { activeColleagues, listStaff, readStaff } from '../../../../usecases/people/colleagues.js';
import {
  type StaffChange,
  type StaffUser,
  staffChangeSchema,
  staffUserSchema,
} from '../../../../usecases/people/staff-user.schema.js';
import { addStaffUser, changeStaffUser } from '../../../../usecases/people/staff-users.js';
import { workOf } from '../../../../usecases/requests/work-of-person.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { fieldsWrong } from '../../../views/fields-wrong.js';
import type { Read } from '../../../views/page-errors.js';
import { staffForm } from '../staff-form.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { personFields, typedPerson, workField } from './person-form.js';

/** `/staff/people`: who is on staff, what they hold, who may still sign in. */
export function listPeople(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { desk, roles } = req.texts.staff;
    const text = desk.people;
    const staff = unwrap(await listStaff(services, req.actor));
    const rows = staff.map(({ id, name, email, role, active, open }) => ({
      name,
      email,
      role: roles[role] ?? role,
      active: active ? text.active.yes : text.active.no,
      open,
      href: staffPaths.desk('people/:id', id),
    }));
    const said: Record<string, string> = {
      ...{ added: text.added, changed: text.changed, deactivated: text.deactivated },
      ...{ reset: text.reset.done, 'reset-asked': text.reset.askedDone },
    };
    const asked = String(req.query.done);
    const done = Object.hasOwn(said, asked) ? said[asked] : null;
    renderStaff(res, 'people/people.njk', { section: 'people', title: text.title, text, rows, done });
  };
}

/** `/staff/people/add` */
export const addPersonPage = (services: AppServices) =>
  staffForm(services, {
    name: 'person-added',
    load: () => null,
    form(_page, _standing, { staff }) {
      const { name, email, role } = personFields(staff);
      return { fields: [name, email, role], buttons: [{ text: staff.desk.people.save }] };
    },
    view: (_page, _standing, { texts }) => personView(texts, texts.staff.desk.people.addTitle),
    read(fields): Read<StaffUser> {
      const read = staffUserSchema.safeParse(typedPerson(fields));
      return read.success ? ok(read.data) : fieldsWrong(read.error);
    },
    act: (person, { req }) => addStaffUser(services, req.actor, person),
    done: () => `${staffPaths.desk('people')}?done=added`,
  });

/** `/staff/people/:id` */
export const changePersonPage = (services: AppServices) =>
  staffForm(services, {
    name: 'person-changed',
    async load({ actor, params }) {
      const person = unwrap(await readStaff(services, actor, uuidParam(params.id)));
      const staff = unwrap(await activeColleagues(services, actor));
      const work = unwrap(await workOf(services, actor, person.id)).count;
      return { ...person, work, others: staff.filter(({ id }) => id !== person.id) };
    },
    form({ name, role, active, work, others }, _standing, texts) {
      const { staff } = texts;
      const fields = personFields(staff);
      const asked = active && work > 0 ? [workField(texts, others)] : [];
      return {
        fields: [fields.name, fields.role, fields.active, ...asked],
        initial: { name, role, active: active ? 'yes' : 'no' },
        buttons: [{ text: staff.desk.people.save }],
      };
    },
    view: ({ id, name, work }, _standing, { texts }) => ({
      ...personView(texts, texts.staff.desk.people.changeTitle(name)),
      template: 'people/person.njk',
      reset: { text: texts.staff.desk.people.reset.link, href: staffPaths.desk('people/:id/reset', id) },
      handOver:
        work > 0
          ? {
              text: texts.staff.desk.people.handOver(work),
              href: staffPaths.desk('colleagues/:id/reassign', id),
            }
          : null,
    }),
    read(fields): Read<StaffChange> {
      const read = staffChangeSchema.safeParse(typedPerson(fields));
      return read.success ? ok(read.data) : fieldsWrong(read.error);
    },
    act: (person, { req, page, commandId }) =>
      changeStaffUser(services, req.actor, page.id, person, commandId),
    afresh: true,
    // What could not be handed over is shown where it can be.
    done: ({ id, left }) =>
      left
        ? staffPaths.desk('colleagues/:id/reassign', id)
        : `${staffPaths.desk('people')}?done=${left === null ? 'changed' : 'deactivated'}`,
  });

const personView = ({ staff }: Texts, title: string) => ({
  section: 'people' as const,
  title,
  backLink: { href: staffPaths.desk('people'), text: staff.desk.people.back },
});
