import { ok } from '../../../domain/result.js';
import {
  claimAddress,
  claimBehind,
  ownAddresses,
  proveAddress,
} from '../../../usecases/people/claim-address.js';
import { addressSchema } from '../../../usecases/people/person-view.schema.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { one } from '../kit/fields.js';
import type { Field } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';

/** A person's addresses, and a form for another one. */
export function addressesPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'address-claimed',
    unavailable: 'try-again-typed-kept',
    load: async (req) => (await ownAddresses(services, req.actor)) ?? { proved: [], waiting: [] },
    form({ proved, waiting }, _standing, { requester: { addresses: t } }) {
      const known = (label: string, emails: string[]): Field[] =>
        emails.length > 0 ? [{ type: 'fixed', label, value: t.listed(emails) }] : [];
      return {
        fields: [
          ...known(t.yours, proved),
          ...known(t.waiting, waiting),
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
      };
    },
    view(_page, _standing, { query, texts }) {
      const t = texts.requester.addresses;
      const done = query.done === 'asked' || query.done === 'already' || query.done === 'proved';
      return {
        section: 'my',
        title: t.title,
        lead: [t.lead],
        inset: done ? t[query.done as 'asked' | 'already' | 'proved'] : null,
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
    load: async (req) => unwrap(await claimBehind(services, req.actor, param(req, 'token'))),
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
