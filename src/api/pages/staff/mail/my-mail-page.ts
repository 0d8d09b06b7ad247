import { ok } from '../../../../domain/result.js';
import { chooseMail, readMailChoice } from '../../../../usecases/digest/mail-choice.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Read } from '../../../views/page-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';

/** `/staff/mail/mine`: what can wait once a day, or every mail at once. */
export const myMailPage = (services: AppServices): FormRoutes =>
  staffForm(services, {
    name: 'my-mail',
    load: async ({ actor }) => unwrap(await readMailChoice(services, actor)),
    form: ({ atOnce }, _standing, { staff: { desk } }) => ({
      fields: [
        {
          type: 'radios',
          name: 'mail',
          legend: desk['mail/mine'].legend,
          choices: [
            { value: 'digest', text: desk['mail/mine'].digest, hint: desk['mail/mine'].digestHint },
            { value: 'at-once', text: desk['mail/mine'].atOnce, hint: desk['mail/mine'].atOnceHint },
          ],
        },
      ],
      initial: { mail: atOnce ? 'at-once' : 'digest' },
      buttons: [{ text: desk['mail/mine'].save }],
    }),
    view(_choice, _standing, { query, texts }) {
      const { 'mail/mine': t, mail } = texts.staff.desk;
      const { program } = services.programs.current();
      return {
        template: 'parts/form-page.njk',
        section: 'mail',
        title: t.title,
        lead: program.mail.staffDigest ? [t.always] : [t.always, t.off],
        done: query.done === 'saved' ? t.saved : null,
        backLink: { href: staffPaths.desk('mail'), text: mail.title },
      };
    },
    read(fields, _page, { texts }): Read<{ atOnce: boolean }> {
      const chosen = one(fields, 'mail');
      if (chosen === 'digest' || chosen === 'at-once') return ok({ atOnce: chosen === 'at-once' });
      return wrongFields([{ pointer: '/mail', message: texts.staff.desk['mail/mine'].missing }]);
    },
    act: (choice, { req }) => chooseMail(services, req.actor, choice),
    done: () => `${staffPaths.desk('mail/mine')}?done=saved`,
  });
