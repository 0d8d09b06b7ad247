import type { RequestHandler } from 'express';
import { ok } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { leadTo } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { emptyDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';

const PROFESSIONAL = 'professional';

/** The door: survivors and members of the public never reach a form, and nothing of theirs is kept. */
export function startPage(
  { services }: AppDeps,
  drafts: DraftStore,
): { show: RequestHandler; send: RequestHandler } {
  return formPage(services, {
    name: 'start',
    unavailable: 'try-again-not-saved',
    load: () => services.programs.current().program.notServedRoles,
    form: (notServed, _standing, { kit, requester: { form } }) => ({
      fields: [
        {
          type: 'radios',
          name: 'who',
          legend: form.start.title,
          size: 'heading',
          hint: form.start.lead,
          choices: [
            ...notServed.map(({ id, label }) => ({ value: id, text: label })),
            { divider: kit.or },
            { value: PROFESSIONAL, text: form.start.professional },
          ],
        },
      ],
      buttons: [{ text: form.continue }],
    }),
    view: (_notServed, _standing, { texts: { requester } }) => ({
      template: 'pages/form/start.njk',
      section: 'form',
      title: requester.form.start.title,
      text: requester.form.start,
      backLink: paths.home,
    }),
    read(fields, notServed, { texts: { requester } }) {
      const who = one(fields, 'who');
      if (notServed.some(({ id }) => id === who)) return leadTo(paths.hotline);
      return who === PROFESSIONAL
        ? ok(null)
        : wrongFields([{ pointer: '/who', message: requester.form.start.error }]);
    },
    async act(_input, { req, res }) {
      const kept = await drafts.read(req);
      // A form that was sent is over; one on its way goes on.
      if (!kept || kept.draft.sentTo !== undefined) await drafts.save(req, res, emptyDraft());
      return ok(null);
    },
    done: () => paths.form.role,
  });
}
