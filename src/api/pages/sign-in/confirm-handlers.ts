import type { Request, RequestHandler, Response } from 'express';
import { type Actor, isStaff } from '../../../domain/people/actor.js';
import { maskAddress } from '../../../domain/people/mask-address.js';
import type { LinkOwner } from '../../../ports/sign-in-links.js';
import { resolveActor } from '../../../usecases/sign-in/resolve-actor.js';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/sign-in.js';
import { NO_ERRORS, type PageErrors, pageErrors } from '../../views/page-errors.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { safeNext } from '../parts/safe-next.js';
import { signedInAs } from '../parts/signed-in-as.js';
import { typedAddress } from '../parts/whose-address.js';

const text = signInText.confirm;

/**
 * Using a link: a page that says whom it signs in, with a button, because mail scanners open links and would use
 * them up. A browser that has not asked for it names the address first: else a stranger's link, opened unawares,
 * would make somebody write into a stranger's account.
 */
export function confirmHandlers(
  { auth, services }: AppDeps,
  addresses: KnownAddresses,
): { show: RequestHandler; use: RequestHandler } {
  const isKnown = (req: Request, { email, anyBrowser, sentAt }: LinkOwner) =>
    anyBrowser || addresses.knows(req, email, sentAt) || signedInAs(req.actor) === email;

  function render(
    req: Request,
    res: Response,
    { owner, fields, errors }: { owner: LinkOwner; fields: Fields; errors: PageErrors },
  ) {
    const other = signedInAs(req.actor);
    res.status(errors.summary.length > 0 ? 422 : 200).render('pages/sign-in/confirm.njk', {
      section: 'sign-in',
      title: text.title,
      text,
      lead: text.lead(maskAddress(owner.email)),
      other: other !== null && other !== owner.email ? text.other(other) : null,
      asksAddress: !isKnown(req, owner),
      fields,
      errors,
    });
  }

  const bad = (res: Response, status: number, next: unknown) =>
    res.status(status).render('pages/sign-in/bad-link.njk', {
      section: 'sign-in',
      title: text.badTitle,
      text: signInText,
      fields: { next: safeNext(next) ?? '' },
      errors: NO_ERRORS,
    });

  return {
    async show(req, res) {
      const token = typeof req.query.token === 'string' ? req.query.token : '';
      const owner = await auth.look(token);
      if (!owner) return bad(res, 404, req.query.next);
      render(req, res, { owner, fields: { token, next: safeNext(req.query.next) ?? '' }, errors: NO_ERRORS });
    },
    async use(req, res) {
      const fields = fieldsOf(req.body);
      const token = one(fields, 'token');
      const owner = await auth.look(token);
      if (!owner) return bad(res, 422, one(fields, 'next'));
      const address = typedAddress(one(fields, 'email'));
      if (!isKnown(req, owner) && !(address !== null && (await auth.tryAddress(token, address)))) {
        if (!(await auth.look(token))) return bad(res, 422, one(fields, 'next'));
        const errors = pageErrors(req.texts, [{ pointer: '/email', message: text.wrongAddress }]);
        return render(req, res, { owner, fields, errors });
      }
      const used = await auth.use(token);
      if (!used) return bad(res, 422, one(fields, 'next'));
      if (req.actor.kind !== 'public') await auth.end(req.get('cookie'));
      for (const cookie of used.setCookies) res.append('Set-Cookie', cookie);
      const actor = await resolveActor(services, used.email);
      res.redirect(303, landing(actor, safeNext(one(fields, 'next'))));
    },
  };
}

/** Where a signed-in person goes: where they were going, else to what is theirs. */
function landing(actor: Actor, next: string | null): string {
  if (next !== null && next !== paths.home) return next;
  return isStaff(actor) ? paths.staff.queue : paths.myRequests;
}
