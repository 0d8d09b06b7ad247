import type { Request, RequestHandler } from 'express';
import { maskAddress } from '../../../domain/people/mask-address.js';
import { ok } from '../../../domain/result.js';
import type { LinkOwner } from '../../../ports/sign-in-links.js';
import { noteSignInRefused } from '../../../usecases/sign-in/note-sign-in.js';
import { resolveActor } from '../../../usecases/sign-in/resolve-actor.js';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { welcome } from '../../auth/known-browsers.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import { fieldsOf, one } from '../kit/fields.js';
import type { Field } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { safeNext } from '../parts/safe-next.js';
import { signedInAs } from '../parts/signed-in-as.js';
import { typedAddress } from '../parts/whose-address.js';
import { landing } from './landing.js';
import { signInForm } from './sign-in-page.js';

interface Link {
  token: string;
  next: string;
  owner: LinkOwner;
  /** This browser has asked for it, or need not have. */
  isKnown: boolean;
}

/**
 * Using a link: a page that says whom it signs in, with a button, because mail scanners open links and would use
 * them up. A browser that has not asked for it names the address first: else a stranger's link, opened unawares,
 * would make somebody write into a stranger's account.
 */
export function confirmPage(
  deps: AppDeps,
  addresses: KnownAddresses,
): Record<'show' | 'send', RequestHandler> {
  const { auth, services } = deps;
  return formPage(services, {
    name: 'sign-in-confirm',
    unavailable: 'try-again-nothing-lost',
    async load(req): Promise<Link | Elsewhere> {
      const sent = req.method === 'POST' ? fieldsOf(req.body) : fieldsOf(req.query);
      const [token, next] = [one(sent, 'token'), safeNext(one(sent, 'next')) ?? ''];
      const owner = await auth.look(token);
      if (!owner) {
        if (req.method === 'POST') await noteSignInRefused(services, 'link', 'link-not-valid');
        return bad(req.texts, next, req.method === 'POST' ? 422 : 404);
      }
      return { token, next, owner, isKnown: isKnown(req, owner) };
    },
    form({ token, next, isKnown }, _standing, { public: { signIn } }) {
      const text = signIn.pages.confirm;
      return {
        action: paths.signInPage('confirm'),
        hidden: { token, next },
        fields: [...(isKnown ? [] : [addressField(text)]), { type: 'text', text: text.shared }],
        buttons: [{ text: text.button }],
      };
    },
    view({ owner }, _standing, { actor, texts }) {
      const text = texts.public.signIn.pages.confirm;
      const other = signedInAs(actor);
      return {
        section: 'sign-in',
        title: text.title,
        lead: [text.lead(maskAddress(owner.email))],
        insetAfter: other !== null && other !== owner.email ? text.other(other) : null,
      };
    },
    async read(fields, { token, next, isKnown }, { texts }) {
      if (isKnown) return ok(token);
      const address = typedAddress(one(fields, 'email'));
      if (address !== null && (await auth.tryAddress(token, address))) return ok(token);
      if (address !== null) await noteSignInRefused(services, 'link', 'link-address');
      if (!(await auth.look(token))) return bad(texts, next, 422);
      return wrongFields([{ pointer: '/email', message: texts.public.signIn.pages.confirm.wrongAddress }]);
    },
    async act(token, { req, res, page: { next } }) {
      const used = await auth.use(token);
      if (!used) return ok<string | Elsewhere>(bad(req.texts, next, 422));
      if (req.actor.kind !== 'public') await auth.end(req.get('cookie'));
      for (const cookie of used.setCookies) res.append('Set-Cookie', cookie);
      const who = await resolveActor(services, used.email);
      await welcome(deps, req, res, { who, by: 'link' });
      return ok<string | Elsewhere>(landing(who, next));
    },
    done: (there) => there,
  });

  function isKnown(req: Request, { email, anyBrowser, sentAt }: LinkOwner): boolean {
    return anyBrowser || addresses.knows(req, email, sentAt) || signedInAs(req.actor) === email;
  }
}

const addressField = (text: Texts['public']['signIn']['pages']['confirm']): Field => ({
  type: 'line',
  name: 'email',
  label: text.address,
  size: 'regular',
  hint: text.addressHint,
  email: true,
  autocomplete: 'email',
  spellcheck: false,
});

function bad(texts: Texts, next: string, status: number): Elsewhere {
  const { badTitle, bad } = texts.public.signIn.pages.confirm;
  const form = signInForm(texts, next);
  return showInstead(
    'pages/kit/form-page.njk',
    { section: 'sign-in', title: badTitle, lead: [bad], form },
    status,
  );
}
