import { Router } from 'express';
import { validate as isUuid } from 'uuid';
import { actorRef } from '../../domain/people/actor.js';
import { openKeptForm } from '../../usecases/kept-forms/kept-form-store.js';
import type { AppDeps } from '../app-deps.js';
import { showAgain } from '../pages/kit/show-again.js';
import { param } from '../pages/parts/page-deps.js';
import { signedInAs } from '../pages/parts/signed-in-as.js';
import { paths } from '../paths.js';
import { formToken } from './form-token.js';

/** After signing in: leads back to the page with the form, and fills in what was typed there. */
export function keptFormPages({ services, config }: Pick<AppDeps, 'services' | 'config'>): Router {
  const router = Router();
  router.get(paths.keptForm(':id'), async (req, res) => {
    const id = param(req, 'id');
    const signIn = `${paths.signIn}?next=${encodeURIComponent(req.originalUrl)}`;
    if (req.actor.kind === 'public') return res.redirect(303, signIn);
    const form = isUuid(id) ? await openKeptForm(services, actorRef(req.actor), id) : null;
    if (form) {
      return res.redirect(303, comingBack(form.page, id));
    }
    const words = req.texts.kit.kept;
    res.status(404).render('pages/kept-forms/no-form.njk', {
      title: words.goneTitle,
      lead: words.gone(signedInAs(req.actor) ?? ''),
      link: { text: words.otherAddress, href: signIn },
    });
  });

  router.use(async (req, res, next) => {
    const id = req.query.kept;
    if (req.method !== 'GET' || typeof id !== 'string' || !isUuid(id)) return next();
    const owner = actorRef(req.actor);
    const form = await openKeptForm(services, owner, id);
    if (!form || form.page.split('?')[0] !== req.path) return next();
    // Sent with this token, it is kept no longer.
    res.locals.csrfToken = formToken(config.appSecret, req.csrfToken, { page: form.page, owner, kept: id });
    showAgain(res, form);
    next();
  });
  return router;
}

/** What was done before it was kept is no news any more: its `done` would say so beside what was not sent. */
function comingBack(page: string, id: string): string {
  const [path = '', query = ''] = page.split('?');
  const asked = new URLSearchParams(query);
  asked.delete('done');
  asked.set('kept', id);
  return `${path}?${asked}`;
}
