import { ok } from '../../../../domain/result.js';
import { readHighVolume, setHighVolume } from '../../../../usecases/settings/high-volume.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Read } from '../../../views/page-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';

/** `/staff/settings`: the switch for high volume. */
export const settingsPage = (services: AppServices): FormRoutes =>
  staffForm(services, {
    name: 'settings',
    load: async ({ actor }) => unwrap(await readHighVolume(services, actor)),
    form: ({ on }, _standing, { staff: { desk } }) => ({
      fields: [
        {
          type: 'radios',
          name: 'highVolume',
          legend: desk.settings.legend,
          choices: [
            { value: 'on', text: desk.settings.on },
            { value: 'off', text: desk.settings.off },
          ],
        },
      ],
      initial: { highVolume: on ? 'on' : 'off' },
      buttons: [{ text: desk.settings.save }],
    }),
    view(current, _standing, { query, texts }) {
      const { settings: t } = texts.staff.desk;
      return {
        template: 'settings/settings.njk',
        section: 'settings',
        title: t.title,
        heading: t.heading,
        lead: [t.intro(current.threshold), t.now(current.openRequests, current.highVolume)],
        done: query.done === 'saved' ? t.saved : null,
      };
    },
    read(fields, _page, { texts }): Read<boolean> {
      const chosen = one(fields, 'highVolume');
      if (chosen === 'on' || chosen === 'off') return ok(chosen === 'on');
      return wrongFields([{ pointer: '/highVolume', message: texts.staff.desk.settings.missing }]);
    },
    act: (on, { req }) => setHighVolume(services, req.actor, { on }),
    done: () => `${staffPaths.desk('settings')}?done=saved`,
  });
