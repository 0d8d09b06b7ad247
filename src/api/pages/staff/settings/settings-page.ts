import { ok } from '../../../../domain/result.js';
import { readHighVolume, setHighVolume } from '../../../../usecases/settings/high-volume.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { settingsText as text } from '../../../text/en/pages/staff-admin.js';
import type { Read } from '../../../views/page-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';

/** `/staff/settings`: the switch for high volume. */
export const settingsPage = (services: AppServices) =>
  staffForm(services, {
    name: 'settings',
    load: async ({ actor }) => unwrap(await readHighVolume(services, actor)),
    form: ({ on }) => ({
      fields: [
        {
          type: 'radios',
          name: 'highVolume',
          legend: text.legend,
          choices: [
            { value: 'on', text: text.on },
            { value: 'off', text: text.off },
          ],
        },
      ],
      initial: { highVolume: on ? 'on' : 'off' },
      buttons: [{ text: text.save }],
    }),
    view: (current, _standing, { query }) => ({
      template: 'settings/settings.njk',
      section: 'settings',
      title: text.title,
      heading: text.heading,
      lead: [text.intro(current.threshold), text.now(current.openRequests, current.highVolume)],
      done: query.done === 'saved' ? text.saved : null,
    }),
    read(fields): Read<boolean> {
      const chosen = one(fields, 'highVolume');
      if (chosen === 'on' || chosen === 'off') return ok(chosen === 'on');
      return wrongFields([{ pointer: '/highVolume', message: text.missing }]);
    },
    act: (on, { req }) => setHighVolume(services, req.actor, { on }),
    done: () => `${staffPaths.settings}?done=saved`,
  });
