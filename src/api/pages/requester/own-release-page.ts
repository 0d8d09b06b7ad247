import { type ReleaseDecision, releaseDecisionSchema } from '../../../domain/releases/release.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import { decideOnRelease } from '../../../usecases/releases/decide-on-release.js';
import { readRelease } from '../../../usecases/releases/read-releases.js';
import type { ReleaseView } from '../../../usecases/releases/release-view.schema.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { many, one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { releaseRows } from '../parts/release-rows.js';

/** `/my/requests/:id/sharing/:release`: whoever asked reads what they are asked for, signs or declines it; or takes it back. */
export function ownReleasePage({ services }: AppDeps): FormRoutes {
  return formPage<ReleaseView, ReleaseDecision, ReleaseView>(services, {
    name: 'own-release',
    unavailable: 'try-again-typed-kept',
    load: async (req) => unwrap(await readRelease(services, req.actor, uuidParam(param(req, 'release')))),
    form({ offered }, _standing, { requester: { sharing: t } }) {
      if (offered.includes('sign')) {
        const { legend, name, choice } = t.consent;
        return {
          fields: [{ type: 'checkboxes', name, legend, choices: [{ value: 'yes', text: choice }] }],
          buttons: [
            { text: t.sign, name: 'do', value: 'sign' },
            { text: t.decline, name: 'do', value: 'decline', style: 'secondary' },
          ],
        };
      }
      if (!offered.includes('revoke')) return null;
      return {
        fields: [{ type: 'words', name: 'reason', rows: 3, most: MAX_TEXT, ...t.reason }],
        hidden: { do: 'revoke' },
        buttons: [{ text: t.revoke, style: 'warning' }],
      };
    },
    view(release, _standing, { texts }) {
      const t = texts.requester.sharing;
      const { zone } = services.programs.current().program;
      const signs = release.offered.includes('sign');
      return {
        template: 'pages/requester/own-release.njk',
        section: 'my',
        title: signs ? t.oneTitle.asked : t.oneTitle.other,
        lines: [signs ? t.asked : release.offered.includes('revoke') ? t.revokeLead : null],
        rows: releaseRows(texts, release, { zone, mentor: t.mentor }),
        backLink: paths.mySharing(release.requestId),
      };
    },
    read(fields, { offered }, { texts }) {
      const { consent } = texts.requester.sharing;
      const kind = one(fields, 'do');
      if (kind === 'sign' && offered.includes('sign') && !many(fields, 'consent').includes('yes')) {
        return wrongFields([{ pointer: '/consent', message: consent.missing }]);
      }
      const reason = kind === 'revoke' ? one(fields, 'reason').trim() : '';
      const read = releaseDecisionSchema.safeParse({ kind, ...(reason ? { reason } : {}) });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (decision, { req, page, commandId }) =>
      decideOnRelease(services, req.actor, page.id, decision, { commandId }),
    afresh: true,
    done: ({ requestId }, { fields }) => `${paths.mySharing(requestId)}?done=${one(fields, 'do')}`,
  });
}
