import { type WallEnd, wallEndSchema } from '../../../../domain/requests/wall.schema.js';
import { ok } from '../../../../domain/result.js';
import { getRequest } from '../../../../usecases/requests/read-request.js';
import type { WallView } from '../../../../usecases/walls/wall-view.schema.js';
import { breakWall, wallsOfRequest } from '../../../../usecases/walls/walls.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { notFound, unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

interface BreakPage {
  id: string;
  reference: string;
  wall: WallView;
}

/** `/staff/walls/:id/:wall`: the director lets somebody see it again, and says why. */
export const breakWallPage = (services: AppServices): FormRoutes =>
  staffForm<BreakPage, WallEnd, { items: WallView[] }>(services, {
    name: 'wall-broken',
    async load({ actor, params }) {
      const id = uuidParam(params.id);
      const wallId = uuidParam(params.wall);
      const { reference } = unwrap(await getRequest(services, actor, id));
      const { items } = unwrap(await wallsOfRequest(services, actor, id));
      const wall = items.find((one) => one.id === wallId);
      if (!wall) throw notFound();
      return wall.brokenAt ? leadTo(paths.desk('walls/:id', id)) : { id, reference, wall };
    },
    form: (_page, _standing, { staff: { desk } }) => ({
      fields: [{ type: 'words', name: 'reason', rows: 3, ...desk['walls/:id'].endReason }],
      buttons: [{ text: desk['walls/:id'].endButton, style: 'warning' }],
    }),
    view({ id, reference, wall }, _standing, { texts }) {
      const t = texts.staff.desk['walls/:id'];
      return {
        section: 'queue',
        title: t.endTitle(wall.staff.name, reference),
        lead: [t.endLead],
        backLink: { href: paths.desk('walls/:id', id), text: t.endBack },
      };
    },
    read(fields) {
      const read = wallEndSchema.safeParse({ reason: one(fields, 'reason') });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (end, { req, page, commandId }) =>
      breakWall(services, req.actor, { requestId: page.id, wallId: page.wall.id }, end, { commandId }),
    done: (_walls, { page }) => `${paths.desk('walls/:id', page.id)}?done=broken`,
  });
