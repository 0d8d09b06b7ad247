import type { RequestHandler } from 'express';
import { LIMITS } from '../../../domain/limits.js';
import { emailSchema } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import { spend } from '../../../usecases/limits/spend.js';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { wayToProve } from '../../auth/sign-in-state.js';
import { callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { leadTo } from '../kit/elsewhere.js';
import { fieldsOf, one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { inWords, wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { safeNext } from '../parts/safe-next.js';

/** Asks for a link; `next`: where it leads afterwards. */
export const signInForm = ({ public: { signIn } }: Texts, next: string): Form => ({
  action: paths.signIn,
  hidden: { next },
  fields: [
    {
      type: 'line',
      name: 'email',
      label: signIn.email,
      size: 'regular',
      email: true,
      autocomplete: 'email',
      spellcheck: false,
    },
  ],
  buttons: [{ text: signIn.send }],
});

/** What whoever was on their way somewhere has to know first. */
function insetFor(next: string, { kit, public: { signIn } }: Texts): string | null {
  if (next.startsWith(paths.keptForm(''))) return kit.kept.signInLead;
  // The mailbox that the link came to is just the one that opens nothing.
  return next.startsWith(paths.myAddressProof('')) ? signIn.toAddAddress : null;
}

/** Asking for a link. The answer is the same for every address: nothing tells who is known here. */
export function signInPage(
  { auth, services, config, providers = [] }: AppDeps,
  addresses: KnownAddresses,
): Record<'show' | 'send', RequestHandler> {
  return formPage(services, {
    name: 'sign-in',
    unavailable: 'try-again-typed-kept',
    load(req) {
      const next = safeNext(req.method === 'POST' ? one(fieldsOf(req.body), 'next') : req.query.next) ?? '';
      // Half in: what is missing is not another link.
      return req.signIn?.waiting ? leadTo(wayToProve(req.signIn, next)) : next;
    },
    form: (next, _standing, texts) => signInForm(texts, next),
    view: (next, _standing, { actor, texts }) => ({
      template: 'pages/sign-in/sign-in.njk',
      section: 'sign-in',
      title: texts.public.signIn.title,
      inset: actor.kind === 'public' ? insetFor(next, texts) : texts.public.account.signInAgain,
      lead: [texts.public.signIn.lead],
      providerText: texts.public.signIn.provider,
      providers: providers.map(({ id, name }) => ({
        text: texts.public.signIn.provider.button(name),
        href: next === '' ? paths.signInWith(id) : `${paths.signInWith(id)}?next=${encodeURIComponent(next)}`,
      })),
    }),
    read(fields, _next, { texts }) {
      const email = emailSchema.safeParse(one(fields, 'email'));
      return email.success
        ? ok(email.data)
        : wrongFields([{ pointer: '/email', message: texts.public.signIn.emailError }]);
    },
    async act(email, { page: next, req, res }) {
      const askedAt = new Date();
      const { ref, times } = callerOf(req, config);
      const { allowed } = await spend(services, LIMITS.signInMailsByAsker, `${ref}/${email}`, { times });
      if (allowed) await auth.send({ email, next: next || paths.home });
      addresses.remember(req, res, email, askedAt);
      return ok(null);
    },
    refused: (problem, _next, _email, texts) => inWords(problem, texts.public.signIn.unavailable),
    done: () => paths.signInPage('sent'),
  });
}
