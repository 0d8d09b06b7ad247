import type { RequestHandler } from 'express';
import { type Actor, isStaff } from '../../../domain/people/actor.js';
import type { AppDeps } from '../../app-deps.js';
import { resolveActor } from '../../auth/resolve-actor.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { confirmSubmissions } from '../../requests/hold-submission.js';
import { signInText } from '../../text/sign-in.js';
import { fieldsOf, one } from '../parts/fields.js';
import { safeNext } from '../parts/safe-next.js';

/**
 * Using a link: a page with a button, because mail scanners open links and would use them up. Whatever this
 * address had sent before it was proved becomes requests now.
 */
export function confirmHandlers({ auth, services }: AppDeps): { show: RequestHandler; use: RequestHandler } {
  return {
    show: (req, res) =>
      res.render('pages/sign-in/confirm.njk', {
        section: 'sign-in',
        title: signInText.confirm.title,
        text: signInText,
        token: typeof req.query.token === 'string' ? req.query.token : '',
        next: safeNext(req.query.next) ?? '',
      }),
    async use(req, res) {
      const fields = fieldsOf(req.body);
      const used = await auth.use(one(fields, 'token'));
      if (!used) {
        return res.status(422).render('pages/sign-in/bad-link.njk', {
          section: 'sign-in',
          title: signInText.confirm.badTitle,
          text: signInText,
        });
      }
      for (const cookie of used.setCookies) res.append('Set-Cookie', cookie);
      const actor = await resolveActor(services, used.email);
      const confirmed = unwrap(await confirmSubmissions(services, actor));
      const [first, second] = confirmed;
      if (first && !second && actor.kind === 'person')
        return res.redirect(303, paths.myRequestSent(first.id));
      res.redirect(303, landing(actor, safeNext(one(fields, 'next'))));
    },
  };
}

/** Where a signed-in person goes: where they were going, else to what is theirs. */
function landing(actor: Actor, next: string | null): string {
  if (next !== null && next !== paths.home) return next;
  return isStaff(actor) ? paths.staff.queue : paths.myRequests;
}
