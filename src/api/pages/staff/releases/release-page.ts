import { type ReleaseDecision, releaseDecisionSchema } from '../../../../domain/releases/release.schema.js';
import { MAX_TEXT } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import { decideOnRelease } from '../../../../usecases/releases/decide-on-release.js';
import { readRelease } from '../../../../usecases/releases/read-releases.js';
import type { ReleaseView } from '../../../../usecases/releases/release-view.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { releaseRows } from '../../parts/release-rows.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

/** `/staff/releases/:id/:release`: staff stop a release, at once. */
export const releasePage = (services: AppServices): FormRoutes =>
  staffForm<ReleaseView, ReleaseDecision, ReleaseView>(services, {
    name: 'release-revoked',
    load: async ({ actor, params }) => unwrap(await readRelease(services, actor, uuidParam(params.release))),
    closed: ({ offered, requestId }) =>
      offered.includes('revoke') ? null : leadTo(paths.desk('releases/:id', requestId)),
    form({ status }, _standing, { staff }) {
      const t = staff.desk['releases/:id/:release'];
      return {
        fields: [{ type: 'words', name: 'reason', rows: 3, most: MAX_TEXT, ...t.reason }],
        buttons: [{ text: status === 'asked' ? t.takeBack : t.revoke, style: 'warning' }],
      };
    },
    view(release, _standing, { texts }) {
      const t = texts.staff.desk['releases/:id/:release'];
      const { zone } = services.programs.current().program;
      return {
        template: 'releases/release.njk',
        section: 'queue',
        title: t.title,
        lines: [release.status === 'asked' ? t.takeBackLead : t.revokeLead],
        rows: releaseRows(texts, release, { zone, mentor: texts.staff.sharing.mentor }),
        backLink: { href: paths.desk('releases/:id', release.requestId), text: t.back },
      };
    },
    read(fields) {
      const reason = one(fields, 'reason').trim() || undefined;
      const read = releaseDecisionSchema.safeParse({ kind: 'revoke', ...(reason ? { reason } : {}) });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (decision, { req, page, commandId }) =>
      decideOnRelease(services, req.actor, page.id, decision, { commandId }),
    done: ({ requestId }) => `${paths.desk('releases/:id', requestId)}?done=revoked`,
  });
