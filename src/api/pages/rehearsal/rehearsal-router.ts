import { Router } from 'express';
import { may } from '../../../domain/people/permissions.js';
import { addDuration } from '../../../domain/time/duration.js';
import type { AppDeps, RehearsalControl } from '../../app-deps.js';
import { problem } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { fieldsOf, one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { showForm } from '../kit/show-form.js';
import { safeNext } from '../parts/safe-next.js';

const advanceForm = ({ layout }: Texts, back: string): Form => ({
  action: paths.rehearsalAdvance,
  classes: 'desk-clock-bar__form',
  hidden: { back },
  buttons: Object.entries(layout.clockBar.steps).map(([value, text]) => ({ name: 'by', value, text })),
});

/** The buttons on the clock bar: staff move the simulated clock and come back to the page they were on. */
export function rehearsalRouter({ services }: AppDeps, rehearsal: RehearsalControl): Router {
  const router = Router();
  router.use((req, res, next) => {
    const here = req.method === 'GET' ? (safeNext(req.originalUrl) ?? paths.home) : paths.home;
    res.locals.advance = may(req.actor, 'rehearsal.advance')
      ? showForm(res, advanceForm(req.texts, here))
      : null;
    next();
  });
  router.post(paths.rehearsalAdvance, async (req, res) => {
    if (!may(req.actor, 'rehearsal.advance')) throw problem('staff-move-clock');
    const fields = fieldsOf(req.body);
    const by = one(fields, 'by');
    if (!Object.hasOwn(req.texts.layout.clockBar.steps, by)) throw problem('unknown-clock-step');
    await rehearsal.advance(new Date(addDuration(services.clock.now().toISOString(), by)));
    res.redirect(303, safeNext(one(fields, 'back')) ?? paths.home);
  });
  return router;
}
