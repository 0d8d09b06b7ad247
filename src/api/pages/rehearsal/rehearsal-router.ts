import { type Request, Router } from 'express';
import { may } from '../../../domain/people/permissions.js';
import { ok, refuse } from '../../../domain/result.js';
import { addDuration } from '../../../domain/time/duration.js';
import type { AppDeps, RehearsalControl } from '../../app-deps.js';
import { problem } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { formPage } from '../kit/form-page.js';
import { showForm } from '../kit/show-form.js';
import { safeNext } from '../parts/safe-next.js';

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
  router.post(paths.rehearsalAdvance, advancePage(services, rehearsal).send);
  return router;
}

const advanceForm = ({ layout }: Texts, back: string): Form => ({
  action: paths.rehearsalAdvance,
  classes: 'desk-clock-bar__form',
  hidden: { back },
  buttons: Object.entries(layout.clockBar.steps).map(([value, text]) => ({ name: 'by', value, text })),
});

/** A page of its own only where the clock could not be moved: its form is the bar, which stands on every page. */
const advancePage = (services: AppDeps['services'], rehearsal: RehearsalControl) =>
  formPage(services, {
    name: 'clock-moved',
    unavailable: 'try-again-nothing-lost',
    load({ actor }: Request) {
      if (!may(actor, 'rehearsal.advance')) throw problem('staff-move-clock');
      return null;
    },
    form: () => null,
    view: (_page, _standing, { texts }) => ({ title: texts.layout.clockBar.label }),
    read(fields, _page, { texts }) {
      const by = one(fields, 'by');
      return Object.hasOwn(texts.layout.clockBar.steps, by) ? ok(by) : refuse('unknown-clock-step');
    },
    async act(by) {
      return ok(await rehearsal.advance(new Date(addDuration(services.clock.now().toISOString(), by))));
    },
    done: (_now, { fields }) => safeNext(one(fields, 'back')) ?? paths.home,
  });
