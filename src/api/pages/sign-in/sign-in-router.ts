import { Router } from 'express';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/sign-in.js';
import { confirmHandlers } from './confirm-handlers.js';
import { signInHandlers } from './sign-in-handlers.js';

export function signInRouter(deps: AppDeps, addresses: KnownAddresses): Router {
  const router = Router();
  const signIn = signInHandlers(deps, addresses);
  router.get(paths.signIn, signIn.show);
  router.post(paths.signIn, signIn.send);
  router.get(paths.signInSent, signIn.sent);
  const confirm = confirmHandlers(deps, addresses);
  router.get(paths.signInConfirm, confirm.show);
  router.post(paths.signInConfirm, confirm.use);
  router.get(paths.signOut, (_req, res) =>
    res.render('pages/sign-in/sign-out.njk', { title: signInText.signOut.title, text: signInText }),
  );
  router.post(paths.signOut, async (req, res) => {
    for (const cookie of await deps.auth.end(req.get('cookie'))) res.append('Set-Cookie', cookie);
    addresses.forget(res);
    res.redirect(303, paths.home);
  });
  return router;
}
