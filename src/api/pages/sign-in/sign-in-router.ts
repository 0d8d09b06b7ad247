import { type RequestHandler, Router } from 'express';
import { ok } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { requireFresh } from '../../auth/sign-in-state.js';
import { paths, type SignInPage } from '../../paths.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { accountPage, endSessionPage, newCodesPage, removeFactorPage } from './account-page.js';
import { codePage } from './code-page.js';
import { confirmPage } from './confirm-page.js';
import { providerPages } from './provider-page.js';
import { setUpPage } from './set-up-page.js';
import { signInPage } from './sign-in-page.js';

type MakePage = (deps: AppDeps, addresses: KnownAddresses) => Partial<FormRoutes>;

/** Pages on the way of signing in, by their addresses below `/sign-in/`. */
const ON_THE_WAY: Record<SignInPage, MakePage> = {
  sent: () => ({ show: sentPage }),
  confirm: confirmPage,
  code: codePage,
  'set-up': (deps) => setUpPage(deps, 'sign-in'),
};

export function signInRouter(deps: AppDeps, addresses: KnownAddresses): Router {
  const router = Router();
  const page = (path: string, { show, send }: Partial<FormRoutes>) => {
    if (show) router.get(path, show);
    if (send) router.post(path, send);
  };
  page(paths.signIn, signInPage(deps, addresses));
  const { leave, back } = providerPages(deps);
  router.get(paths.signInWith(':provider'), leave);
  router.get(paths.signInBack(':provider'), back);
  for (const [address, of] of Object.entries(ON_THE_WAY))
    page(`${paths.signIn}/${address}`, of(deps, addresses));
  const fresh = requireFresh(deps);
  page(paths.account, { show: accountPage(deps).show });
  router.use([paths.accountPage('add'), paths.accountPage('remove'), paths.accountPage('codes')], fresh);
  page(paths.accountPage('add'), setUpPage(deps, 'account'));
  page(paths.accountPage('remove'), { send: removeFactorPage(deps).send });
  page(paths.accountPage('codes'), { send: newCodesPage(deps).send });
  page(paths.accountPage('end'), { send: endSessionPage(deps).send });
  page(paths.signOut, signOutPage(deps, addresses));
  return router;
}

const sentPage: RequestHandler = (req, res) => {
  const text = req.texts.public.signIn;
  res.render('pages/sign-in/sent.njk', {
    section: 'sign-in',
    title: text.pages.sent.title,
    text: text.pages,
  });
};

const signOutPage = ({ auth, services }: AppDeps, addresses: KnownAddresses) =>
  formPage(services, {
    name: 'sign-out',
    unavailable: 'try-again-nothing-lost',
    load: () => null,
    form: (_page, _standing, { public: { signIn } }) => ({
      action: paths.signOut,
      buttons: [{ text: signIn.signOut.button }],
      cancel: { text: signIn.signOut.stay, href: paths.home },
    }),
    view: (_page, _standing, { texts }) => ({ title: texts.public.signIn.signOut.title }),
    read: () => ok(null),
    async act(_input, { req, res }) {
      for (const cookie of await auth.end(req.get('cookie'))) res.append('Set-Cookie', cookie);
      addresses.forget(res);
      // Pages are in no cache; what a browser keeps in memory for its back button goes with this.
      res.set('Clear-Site-Data', '"cache", "storage"');
      return ok(null);
    },
    done: () => paths.home,
  });
