import { withdrawalSchema } from '../../../domain/requests/decision.schema.js';
import { isOpen } from '../../../domain/requests/statuses.js';
import { ok } from '../../../domain/result.js';
import { mergedInto } from '../../../usecases/requests/merged-requests.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import { withdrawRequest } from '../../../usecases/requests/requester-actions.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { leadTo } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';

/** Asks once more, then withdraws. */
export function withdrawPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'withdraw',
    unavailable: 'try-again-typed-kept',
    load: async (req) => unwrap(await getRequest(services, req.actor, param(req, 'id'))),
    closed: ({ id, status }) => (isOpen(status) ? null : leadTo(paths.myRequest(id))),
    form({ id }, _standing, texts) {
      const text = texts.requester.aboutRequest.withdraw;
      return {
        fields: [
          { type: 'words', name: 'reason', label: text.reason, size: 'regular', hint: text.reasonHint },
        ],
        buttons: [{ text: text.confirm, style: 'warning' }],
        cancel: { text: text.keep, href: paths.myRequest(id) },
      };
    },
    async view({ id }, _standing, req) {
      const text = req.texts.requester.aboutRequest.withdraw;
      const merged = await mergedInto(services, req.actor, id);
      const numbers = merged.filter(({ visible }) => visible).map(({ reference }) => reference);
      return {
        section: 'my',
        title: text.title,
        lead: [text.lead],
        warning: numbers.length > 0 ? text.endsToo(numbers) : null,
        backLink: paths.myRequest(id),
      };
    },
    read(fields) {
      const read = withdrawalSchema.safeParse({ reason: one(fields, 'reason').trim() || undefined });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (input, { req, page, commandId }) =>
      withdrawRequest(services, req.actor, page.id, input, { commandId }),
    done: (_value, { page }) => `${paths.myRequest(page.id)}?done=withdrawal`,
  });
}
