import { ok } from '../../../../domain/result.js';
import { resetAskedOf, resetFactor } from '../../../../usecases/factors/reset-factor.js';
import { readStaff } from '../../../../usecases/people/colleagues.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { say } from '../../../text/say.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';

/** `/staff/people/:id/reset`: one admin asks that a lost second factor be reset, another confirms it. */
export const resetFactorPage = (services: AppServices): FormRoutes =>
  staffForm(services, {
    name: 'factor-reset',
    async load({ actor, params }) {
      const { id, name } = unwrap(await readStaff(services, actor, uuidParam(params.id)));
      return { id, name, ...unwrap(await resetAskedOf(services, actor, id)) };
    },
    form({ id, asked, whyNot }, _standing, { staff }) {
      const { reset: text } = staff.desk.people;
      if (whyNot) return null;
      return {
        buttons: [{ text: asked ? text.confirm : text.ask, style: 'warning' }],
        cancel: { text: text.leave, href: staffPaths.desk('people/:id', id) },
      };
    },
    view({ name, asked, whyNot }, _standing, { texts }) {
      const { reset: text } = texts.staff.desk.people;
      const { zone } = services.programs.current().program;
      const when = asked && texts.dates.shortDateTime(asked.at.toISOString(), zone);
      return {
        section: 'people',
        title: text.title(name),
        lead: [
          text.lead,
          ...(asked && when ? [text.asked(asked.by, when)] : whyNot ? [] : [text.nobody]),
          ...(whyNot ? [say(texts, whyNot)] : []),
        ],
        backLink: { href: staffPaths.desk('people'), text: texts.staff.desk.people.back },
      };
    },
    read: () => ok(null),
    act: (_input, { req, page }) => resetFactor(services, req.actor, page.id),
    done: (done) => `${staffPaths.desk('people')}?done=${done === 'done' ? 'reset' : 'reset-asked'}`,
  });
