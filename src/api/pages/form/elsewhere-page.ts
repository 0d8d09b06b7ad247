import { emailSchema } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import { mailDraftLink } from '../../../usecases/forms/draft-links.js';
import type { AppDeps } from '../../app-deps.js';
import { type KnownAddresses, openedBy } from '../../auth/known-addresses.js';
import { callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import { one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { begunDraft, type DraftStore } from './draft-store.js';

/** Which browser has named an address to go on with its forms; it opens nothing else that was mailed there. */
export const openedDrafts = (email: string) => openedBy(email, 'drafts');

/** Asks for a link to a form that was begun in another browser; says the same whoever's address is typed. */
export function elsewherePage(deps: AppDeps, drafts: DraftStore, addresses: KnownAddresses): FormRoutes {
  const { services } = deps;
  return formPage(services, {
    name: 'form-elsewhere',
    unavailable: 'try-again-nothing-lost',
    load: async (req) => (await begunDraft(drafts, req))?.details?.email ?? null,
    form(own, _standing, { requester: { form } }) {
      const text = form.elsewhere;
      return {
        fields: [
          {
            type: 'line',
            name: 'email',
            label: text.email,
            size: 'regular',
            email: true,
            autocomplete: 'email',
            spellcheck: false,
          },
        ],
        initial: own === null ? {} : { email: own },
        buttons: [{ text: text.send }],
      };
    },
    view: (_own, _standing, { texts, query }) => ({
      section: 'form',
      title: texts.requester.form.elsewhere.title,
      lead: [texts.requester.form.elsewhere.lead],
      done: query.done === 'mailed' ? texts.requester.form.elsewhere.done : undefined,
      backLink: paths.form.start,
    }),
    read(fields, _own, { texts }) {
      const email = emailSchema.safeParse(one(fields, 'email'));
      return email.success
        ? ok(email.data)
        : wrongFields([{ pointer: '/email', message: texts.requester.form.elsewhere.wrong }]);
    },
    async act(email, { req, res }) {
      await mailDraftLink(services, email, callerOf(req, deps.config));
      addresses.remember(req, res, openedDrafts(email));
      return ok(null);
    },
    done: () => `${paths.form.elsewhere}?done=mailed`,
  });
}
