import type { RequestHandler } from 'express';
import { ok } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { formText } from '../../text/en/pages/form.js';
import { leadTo } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { emptyDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';

const text = formText.start;
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
    form: (notServed) => ({
      fields: [
        {
          type: 'radios',
          name: 'who',
          legend: text.title,
          size: 'heading',
          hint: text.lead,
          choices: [
            ...notServed.map(({ id, label }) => ({ value: id, text: label })),
            { divider: 'or' },
            { value: PROFESSIONAL, text: text.professional },
          ],
        },
      ],
      buttons: [{ text: formText.continue }],
    }),
    view: () => ({
      template: 'pages/form/start.njk',
      section: 'form',
      title: text.title,
      text,
      backLink: paths.home,
    }),
    read(fields, notServed) {
      const who = one(fields, 'who');
      if (notServed.some(({ id }) => id === who)) return leadTo(paths.hotline);
      return who === PROFESSIONAL ? ok(null) : wrongFields([{ pointer: '/who', message: text.error }]);
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
