import type { Request } from 'express';
import { ok } from '../../../domain/result.js';
import {
  claimAddress,
  claimBehind,
  ownAddresses,
  proveAddress,
} from '../../../usecases/people/claim-address.js';
import { addressSchema } from '../../../usecases/people/person-view.schema.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Elsewhere, leadTo, showInstead } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';

/** A person's addresses, and a form for another one. */
export function addressesPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'address-claimed',
    unavailable: 'try-again-typed-kept',
    load: async (req) => (await ownAddresses(services, req.actor)) ?? { proved: [], waiting: [] },
    form: (_page, _standing, { requester: { addresses: t } }) => ({
      fields: [
        {
          type: 'line',
          name: 'email',
          label: t.another,
          hint: t.anotherHint,
          email: true,
          autocomplete: 'email',
          spellcheck: false,
          missing: t.missing,
        },
      ],
      buttons: [{ text: t.add }],
    }),
    view({ proved, waiting }, _standing, { actor, query, texts }) {
      const t = texts.requester.addresses;
      const done: Record<string, string> = {
        asked: t.asked(actor.kind === 'person' ? actor.email : ''),
        proved: t.proved,
      };
      return {
        section: 'my',
        title: t.title,
        template: 'pages/requester/addresses.njk',
        lead: [t.lead],
        lists: [
          { title: t.yours, emails: proved },
          { title: t.waiting, emails: waiting },
        ],
        done: typeof query.done === 'string' && Object.hasOwn(done, query.done) ? done[query.done] : null,
        inset: query.done === 'already' ? t.already : null,
        on: query.done === 'proved' ? { href: paths.myRequests, text: t.toRequests } : null,
        backLink: paths.myRequests,
      };
    },
    read(fields) {
      const read = addressSchema.safeParse({ email: one(fields, 'email') });
      return read.success ? ok(read.data.email) : wrongFields(zodFieldErrors(read.error));
    },
    act: (email, { req }) => claimAddress(services, req.actor, email),
    done: ({ status }) => `${paths.myAddresses}?done=${status === 'asked' ? 'asked' : 'already'}`,
  });
}

/** Opened from the link mailed to the other address, by whoever said that it is theirs; opening it changes nothing. */
export function proveAddressPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'address-proved',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const claim = await claimBehind(services, req.actor, param(req, 'token'));
      return claim.ok ? claim.value : linkOver(req);
    },
    closed: ({ isProved }) => (isProved ? leadTo(`${paths.myAddresses}?done=already`) : null),
    form: (_page, _standing, { requester: { addresses: t } }) => ({
      buttons: [{ text: t.prove }],
      cancel: { text: t.keep, href: paths.myAddresses },
    }),
    view({ email }, _standing, { texts }) {
      const t = texts.requester.addresses;
      return { section: 'my', title: t.proveTitle, lead: [t.proveLead(email)], backLink: paths.myAddresses };
    },
    read: () => ok(null),
    act: (_input, { req }) => proveAddress(services, req.actor, param(req, 'token')),
    done: () => `${paths.myAddresses}?done=proved`,
  });
}

/** As a rule they signed in with the very address the link went to: what to do stands there. */
function linkOver({ actor, texts }: Request): Elsewhere {
  const t = texts.requester.addresses;
  const form: Form = {
    action: paths.signOut,
    buttons: [{ text: t.over.signOut }],
    cancel: { text: t.link, href: paths.myAddresses },
  };
  const lead = t.over.lead(actor.kind === 'person' ? actor.email : '');
  return showInstead('pages/kit/form-page.njk', { section: 'my', title: t.over.title, lead, form }, 404);
}
