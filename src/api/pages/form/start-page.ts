import type { RequestHandler } from 'express';
import { ok } from '../../../domain/result.js';
import { lastRequester } from '../../../usecases/requests/last-requester.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { leadTo } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { emptyDraft } from './draft.js';
import { begunDraft, begunOn, type DraftStore } from './draft-store.js';
import { fromLast } from './from-last.js';
import { nextPath } from './steps.js';

const PROFESSIONAL = 'professional';

/** The door: survivors and members of the public never reach a form, and nothing of theirs is kept. */
export function startPage(
  { services }: AppDeps,
  drafts: DraftStore,
): { show: RequestHandler; send: RequestHandler } {
  return formPage(services, {
    name: 'start',
    unavailable: 'try-again-not-saved',
    async load(req) {
      const { program } = services.programs.current();
      return { program, begun: await begunDraft(drafts, req) };
    },
    form: ({ program, begun }, _standing, { kit, requester: { form } }) => ({
      fields: [
        {
          type: 'radios',
          name: 'who',
          legend: form.start.title,
          size: 'heading',
          hint: form.start.lead,
          choices: [
            ...program.notServedRoles.map(({ id, label }) => ({ value: id, text: label })),
            { divider: kit.or },
            { value: PROFESSIONAL, text: form.start.professional },
          ],
        },
      ],
      buttons: [{ text: form.continue, ...(begun ? { style: 'secondary' as const } : {}) }],
    }),
    others: ({ begun }, _standing, { requester: { form } }): Record<string, Form> =>
      begun
        ? { anew: { which: { anew: 'yes' }, buttons: [{ text: form.begun.anew, style: 'secondary' }] } }
        : {},
    view: ({ program, begun }, _standing, { texts }) => ({
      template: 'pages/form/start.njk',
      section: 'form',
      title: texts.requester.form.start.title,
      text: texts.requester.form.start,
      elsewhere: texts.requester.form.elsewhere.linkAtStart,
      begun: begun && {
        ...texts.requester.form.begun,
        link: texts.requester.form.begun.goOn(begunOn(begun, texts, program.zone)),
        href: nextPath(begun, program),
      },
      backLink: paths.home,
    }),
    read(fields, { program }, { texts: { requester } }) {
      if (one(fields, 'anew') === 'yes') return ok('anew' as const);
      const who = one(fields, 'who');
      if (program.notServedRoles.some(({ id }) => id === who)) return leadTo(paths.hotline);
      return who === PROFESSIONAL
        ? ok('begin' as const)
        : wrongFields([{ pointer: '/who', message: requester.form.start.error }]);
    },
    async act(what, { page: { program, begun }, req, res }) {
      if (what === 'anew') {
        await drafts.forget(req, res);
        return ok(paths.form.start);
      }
      // A form that was sent is over; one on its way goes on.
      if (begun) return ok(paths.form.role);
      const { actor } = req;
      const last = await lastRequester(services, actor);
      const email = actor.kind === 'person' ? actor.email : '';
      const draft = fromLast(emptyDraft(), last, program, email);
      await drafts.save(req, res, draft);
      return ok(nextPath(draft, program));
    },
    done: (there) => there,
  });
}
