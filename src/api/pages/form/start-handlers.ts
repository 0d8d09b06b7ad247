import type { RequestHandler } from 'express';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { formText } from '../../text/form.js';
import { NO_ERRORS, pageErrors } from '../../views/page-errors.js';
import { fieldsOf, one } from '../kit/fields.js';
import { emptyDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';

const text = formText.start;
const PROFESSIONAL = 'professional';

/** The door: survivors and members of the public never reach a form, and nothing of theirs is kept. */
export function startHandlers(
  deps: AppDeps,
  drafts: DraftStore,
): { show: RequestHandler; answer: RequestHandler } {
  const view = () => {
    const { notServedRoles } = deps.services.programs.current().program;
    return {
      section: 'form',
      title: text.title,
      text: formText,
      backLink: paths.home,
      items: [
        ...notServedRoles.map(({ id, label }) => ({ value: id, text: label })),
        { divider: 'or' },
        { value: PROFESSIONAL, text: text.professional },
      ],
    };
  };
  return {
    show: (_req, res) => res.render('pages/form/start.njk', { ...view(), errors: NO_ERRORS }),
    async answer(req, res) {
      const who = one(fieldsOf(req.body), 'who');
      if (deps.services.programs.current().program.notServedRoles.some(({ id }) => id === who)) {
        return res.redirect(303, paths.hotline);
      }
      if (who !== PROFESSIONAL) {
        const errors = pageErrors([{ pointer: '/who', message: text.error }]);
        return res.status(422).render('pages/form/start.njk', { ...view(), errors });
      }
      const kept = await drafts.read(req);
      // A form that was sent is over; one on its way goes on.
      if (!kept || kept.draft.sentTo !== undefined) await drafts.save(req, res, emptyDraft());
      res.redirect(303, paths.form.role);
    },
  };
}
