import { ok } from '../../../../domain/result.js';
import { readWorksheet } from '../../../../usecases/worksheets/own-worksheet.js';
import { eraseWorksheet } from '../../../../usecases/worksheets/save-worksheet.js';
import type { AppDeps } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { paths } from '../../../paths.js';
import { type FormRoutes, formPage } from '../../kit/form-page.js';
import { param } from '../../parts/page-deps.js';

/** Asks once more, then erases a worksheet. */
export function eraseWorksheetPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'worksheet-erased',
    unavailable: 'try-again-typed-kept',
    load: async (req) => unwrap(await readWorksheet(services, req.actor, param(req, 'id'))),
    form: ({ id }, _standing, { requester: { worksheets: t } }) => ({
      buttons: [{ text: t.erase.confirm, style: 'warning' }],
      cancel: { text: t.erase.keep, href: paths.myWorksheet(id) },
    }),
    view({ id, words }, _standing, { texts }) {
      const t = texts.requester.worksheets;
      return {
        section: 'my',
        title: t.erase.title,
        quoted: words.label ?? t.unnamed,
        lead: [t.erase.lead],
        backLink: paths.myWorksheet(id),
      };
    },
    read: () => ok(null),
    act: (_input, { req, page }) => eraseWorksheet(services, req.actor, page.id),
    done: () => `${paths.myWorksheets}?done=erased`,
  });
}
