import { KEY_DAYS, OVERLAP_HOURS } from '../../../../domain/people/key-terms.js';
import { ok } from '../../../../domain/result.js';
import { type KeyView, rotationSchema } from '../../../../usecases/keys/key.schema.js';
import { readKey } from '../../../../usecases/keys/list-keys.js';
import { rotateKey } from '../../../../usecases/keys/rotate-key.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { rotationFields, typedNumber } from './key-fields.js';
import { keyRow } from './key-rows.js';
import { showKey } from './show-key.js';

/** `/staff/keys/:id`: another secret for a key, while the one of before works on for a while. */
export const rotateKeyPage = (services: AppServices): FormRoutes =>
  staffForm(services, {
    name: 'key-rotated',
    load: async ({ actor, params }): Promise<KeyView> =>
      unwrap(await readKey(services, actor, uuidParam(params.id))),
    form: ({ state }, _standing, { staff }) =>
      state === 'active'
        ? {
            fields: rotationFields(staff),
            initial: { days: String(KEY_DAYS.usual), overlapHours: String(OVERLAP_HOURS.usual) },
            buttons: [{ text: staff.desk.keys.rotate }],
            cancel: { text: staff.desk.keys.back, href: staffPaths.desk('keys') },
          }
        : null,
    view(key, _standing, { texts }) {
      const { keys: text } = texts.staff.desk;
      const { zone } = services.programs.current().program;
      const { name, owner, used, state, overlap } = keyRow(texts, key, zone);
      return {
        section: 'keys',
        title: text.rotateTitle(name),
        lead: [
          text.facts({ prefix: key.prefix, owner, used, state }),
          ...(overlap ? [overlap] : []),
          key.state === 'active' ? text.rotateLead : text.over,
        ],
        backLink: { href: staffPaths.desk('keys'), text: text.back },
      };
    },
    read(fields) {
      const read = rotationSchema.safeParse({
        days: typedNumber(fields, 'days'),
        overlapHours: typedNumber(fields, 'overlapHours'),
      });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (rotation, { req, page }) => rotateKey(services, req.actor, page.id, rotation),
    done: ({ secret }, { req }) => showKey(req, secret),
  });
