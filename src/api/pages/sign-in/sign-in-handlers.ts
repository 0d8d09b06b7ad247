import type { RequestHandler, Response } from 'express';
import { LIMITS } from '../../../domain/limits.js';
import { emailSchema } from '../../../domain/requests/submission.schema.js';
import { spend } from '../../../usecases/limits/spend.js';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import { keptFormsText } from '../../text/kept-forms.js';
import { signInText } from '../../text/sign-in.js';
import { NO_ERRORS, type PageErrors, pageErrors } from '../../views/page-errors.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { safeNext } from '../parts/safe-next.js';

/** Asking for a link. The answer is the same for every address: nothing tells who is known here. */
export function signInHandlers(
  { auth, services, config }: AppDeps,
  addresses: KnownAddresses,
): {
  show: RequestHandler;
  send: RequestHandler;
  sent: RequestHandler;
} {
  const render = (res: Response, fields: Fields, errors: PageErrors, status = 200) =>
    res.status(status).render('pages/sign-in/sign-in.njk', {
      section: 'sign-in',
      title: signInText.title,
      text: signInText,
      keptLead: one(fields, 'next').startsWith(paths.keptForm('')) ? keptFormsText.signInLead : null,
      fields,
      errors,
    });
  return {
    show: (req, res) => render(res, { next: safeNext(req.query.next) ?? '' }, NO_ERRORS),
    async send(req, res) {
      const fields = fieldsOf(req.body);
      const email = emailSchema.safeParse(one(fields, 'email'));
      if (!email.success) {
        return render(
          res,
          fields,
          pageErrors(req.texts, [{ pointer: '/email', message: signInText.emailError }]),
          422,
        );
      }
      const askedAt = new Date();
      try {
        const { ref, times } = callerOf(req, config);
        const asked = `${ref}/${email.data}`;
        const { allowed } = await spend(services, LIMITS.signInMailsByAsker, asked, { times });
        if (allowed)
          await auth.send({ email: email.data, next: safeNext(one(fields, 'next')) ?? paths.home });
      } catch (error) {
        services.log.error(
          { error: error instanceof Error ? error.name : 'unknown' },
          'sign-in link not sent',
        );
        return render(res, fields, { summary: [{ text: signInText.unavailable }], byField: {} }, 503);
      }
      addresses.remember(req, res, email.data, askedAt);
      res.redirect(303, paths.signInSent);
    },
    sent: (_req, res) =>
      res.render('pages/sign-in/sent.njk', {
        section: 'sign-in',
        title: signInText.sent.title,
        text: signInText,
      }),
  };
}
