import type { Request } from 'express';
import { maskAddress } from '../../../domain/people/mask-address.js';
import { ok } from '../../../domain/result.js';
import { draftsOfLink, tryDraftAddress } from '../../../usecases/forms/draft-links.js';
import { readFormDraft } from '../../../usecases/forms/form-drafts.js';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { type Elsewhere, leadTo, showInstead } from '../kit/elsewhere.js';
import { fieldsOf, one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { typedAddress, whoseForm } from '../parts/whose-address.js';
import { asSavedNow, type Draft } from './draft.js';
import { begunDraft, begunOn, type DraftStore } from './draft-store.js';
import { openedDrafts } from './elsewhere-page.js';
import { nextPath } from './steps.js';

interface Page {
  /** The last saved first. */
  found: { id: string; draft: Draft }[];
  email: string;
  /** Whether this browser has named the address the link went to. */
  named: boolean;
  /** Another one was begun here, which would be replaced. */
  replaces: boolean;
}

/**
 * What the mailed link of a form on its way leads to: taking it over into this browser. Opening it does nothing. A
 * browser that has not named the address is asked for it: links are forwarded. The browser the form was begun in loses
 * it, so that nobody reads along who mailed a form of theirs to somebody else.
 */
export function foundPage(deps: AppDeps, drafts: DraftStore, addresses: KnownAddresses): FormRoutes {
  const { services } = deps;
  const program = () => services.programs.current().program;

  return formPage(services, {
    name: 'form-found',
    unavailable: 'try-again-nothing-lost',
    async load(req, res): Promise<Page | Elsewhere> {
      const token = param(req, 'token');
      const rows = await draftsOfLink(services, token);
      const answers = await Promise.all(rows.map(({ id }) => readFormDraft(services, id)));
      const found = rows.flatMap(({ id }, n) => {
        const kept = answers[n];
        return kept ? [{ id, draft: asSavedNow(kept as Draft) }] : [];
      });
      const email = found[0]?.draft.details?.email;
      if (email === undefined) return gone(req);
      const here = await drafts.read(req);
      const own = found.some(({ id }) => id === here?.id);
      const isHere = own && found.length === 1;
      if (isHere && req.method === 'GET') return leadTo(nextPath(found[0]?.draft as Draft, program()));
      let named = own || addresses.knows(req, openedDrafts(email));
      if (!named && req.method === 'POST') {
        const typed = typedAddress(one(fieldsOf(req.body), 'email'));
        named = typed !== null && (await tryDraftAddress(services, token, typed));
        if (named) addresses.remember(req, res, openedDrafts(email));
        else if ((await draftsOfLink(services, token)).length === 0) return gone(req);
      }
      const begun = await begunDraft(drafts, req);
      return { found, email, named, replaces: begun !== null && !own };
    },
    form({ found, named }, _standing, texts): Form {
      const text = texts.requester.form.elsewhere;
      if (!named) return whoseForm(text.whose);
      const choices = found.map(({ draft }, n) => ({
        value: String(n),
        text: text.found.begun(begunOn(draft, texts, program().zone)),
      }));
      return {
        hidden: { goOn: 'yes' },
        fields:
          found.length > 1
            ? [
                {
                  type: 'radios',
                  name: 'which',
                  legend: text.found.which,
                  size: 'm',
                  choices,
                  missing: text.found.missing,
                },
              ]
            : [],
        buttons: [{ text: text.found.go }],
      };
    },
    view({ email, named, replaces }, _standing, { texts }) {
      const { found, whose } = texts.requester.form.elsewhere;
      return named
        ? {
            section: 'form',
            title: found.title,
            lead: [found.lead],
            warning: replaces ? found.replaces : undefined,
          }
        : { section: 'form', title: whose.title, lead: [whose.lead(maskAddress(email))] };
    },
    read(fields, { found, named }, { texts }) {
      const text = texts.requester.form.elsewhere;
      if (!named) return wrongFields([{ pointer: '/email', message: text.whose.wrong }]);
      // The address was typed just now: what it opens is shown first.
      if (one(fields, 'goOn') !== 'yes') return null;
      const which = found.length > 1 ? found[Number(one(fields, 'which') || '-1')] : found[0];
      return which ? ok(which) : wrongFields([{ pointer: '/which', message: text.found.missing }]);
    },
    async act({ id, draft }, { req, res }) {
      const taken = await drafts.take(req, res, id);
      return ok(taken ? nextPath(draft, program()) : gone(req));
    },
    done: (there: string | Elsewhere) => there,
  });
}

function gone({ texts }: Request): Elsewhere {
  const { title, lead, again } = texts.requester.form.elsewhere.gone;
  return showInstead('pages/form/found-gone.njk', { section: 'form', title, lead, again }, 404);
}
