import { type NewWall, wallSchema } from '../../../../domain/requests/wall.schema.js';
import { ok } from '../../../../domain/result.js';
import { activeColleagues, type Colleague } from '../../../../usecases/people/colleagues.js';
import { getRequest } from '../../../../usecases/requests/read-request.js';
import type { WallView } from '../../../../usecases/walls/wall-view.schema.js';
import { setWall, wallsOfRequest } from '../../../../usecases/walls/walls.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffUser } from '../require-staff.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

interface WallsPage {
  id: string;
  reference: string;
  walls: WallView[];
  colleagues: Colleague[];
}

/** `/staff/walls/:id`: from whom a request is hidden, and a form to hide it from one more. */
export const wallsPage = (services: AppServices): FormRoutes =>
  staffForm<WallsPage, NewWall, { items: WallView[] }>(services, {
    name: 'wall-set',
    async load({ actor, params }) {
      const id = uuidParam(params.id);
      const { reference } = unwrap(await getRequest(services, actor, id));
      const { items: walls } = unwrap(await wallsOfRequest(services, actor, id));
      return { id, reference, walls, colleagues: unwrap(await activeColleagues(services, actor)) };
    },
    form({ walls, colleagues }, _standing, { staff }) {
      const t = staff.desk['walls/:id'];
      const behind = new Set(walls.filter(({ brokenAt }) => !brokenAt).map((wall) => wall.staff.id));
      return {
        fields: [
          {
            type: 'select',
            name: 'staff',
            ...t.staff,
            choices: [
              { value: '', text: t.choose },
              ...colleagues
                .filter(({ id }) => !behind.has(id))
                .map(({ email, name, role }) => ({
                  value: email,
                  text: `${name} (${staff.roles[role] ?? role})`,
                })),
            ],
          },
          { type: 'words', name: 'reason', rows: 3, ...t.reason },
        ],
        buttons: [{ text: t.button, style: 'warning' }],
      };
    },
    view({ id, reference, walls }, _standing, { actor, texts, query }) {
      const t = texts.staff.desk['walls/:id'];
      const { zone } = services.programs.current().program;
      const day = (at: string) => texts.dates.shortDateTime(at, zone);
      return {
        template: 'walls/walls.njk',
        section: 'queue',
        title: t.title(reference),
        text: t,
        lines: t.lead,
        done: t.done[String(query.done) as keyof typeof t.done] ?? null,
        backLink: { href: paths.request(id), text: t.back(reference) },
        rows: walls.map(({ id: wall, staff, setAt, brokenAt }) => ({
          name: staff.name,
          since: brokenAt ? t.between(day(setAt), day(brokenAt)) : t.since(day(setAt)),
          lift:
            !brokenAt && staffUser(actor).role === 'director'
              ? { href: paths.desk('walls/:id/:wall', id, wall), text: t.lift, who: staff.name }
              : null,
        })),
      };
    },
    read(fields) {
      const read = wallSchema.safeParse({ staff: one(fields, 'staff'), reason: one(fields, 'reason') });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (wall, { req, page, commandId }) => setWall(services, req.actor, page.id, wall, { commandId }),
    done: (_walls, { fields, req, page }) =>
      one(fields, 'staff') === staffUser(req.actor).email
        ? paths.queue
        : `${paths.desk('walls/:id', page.id)}?done=set`,
  });
