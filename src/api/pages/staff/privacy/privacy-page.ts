import {
  MAX_PRIVACY_WORDS,
  type PrivacyDecision,
  privacyDecisionSchema,
} from '../../../../domain/privacy/privacy-decision.schema.js';
import { PRIVACY_REASONS } from '../../../../domain/privacy/privacy-requests.js';
import { ok, type Result } from '../../../../domain/result.js';
import type { Erased } from '../../../../usecases/erasure/erase-person.js';
import { decidePrivacy, erasureOf } from '../../../../usecases/privacy/decide-privacy.js';
import type { PrivacyView } from '../../../../usecases/privacy/privacy-view.schema.js';
import { readPrivacy } from '../../../../usecases/privacy/read-privacy.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { say } from '../../../text/say.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staying } from '../erasures/erase-page.js';
import { countWords } from '../erasures/erasures-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

interface WishPage {
  wish: PrivacyView;
  /** Of a wish for erasure that waits. */
  preview: Result<Erased> | null;
}

/** `/staff/privacy/:id`: a wish, what carrying it out would do, and the decision. */
export const privacyPage = (services: AppServices): FormRoutes =>
  staffForm<WishPage, PrivacyDecision, PrivacyView>(services, {
    name: 'privacy-decided',
    async load({ actor, params }) {
      const id = uuidParam(params.id);
      const wish = unwrap(await readPrivacy(services, actor, id));
      const asks = wish.kind === 'erasure' && wish.status === 'open';
      return { wish, preview: asks ? await erasureOf(services, actor, id) : null };
    },
    form({ wish, preview }, _standing, { staff }) {
      const t = staff.desk['privacy/:id'];
      if (wish.status !== 'open') return null;
      const can = preview === null || preview.ok;
      const choices = can
        ? wish.kind === 'copy'
          ? (['carry-out', 'partly', 'refuse'] as const)
          : (['carry-out', 'refuse'] as const)
        : (['refuse'] as const);
      return {
        fields: [
          {
            type: 'radios',
            name: 'kind',
            legend: t.legend,
            choices: choices.map((value) => ({ value, text: t.choices[value] })),
            missing: t.missing,
          },
          {
            type: 'radios',
            name: 'reason',
            legend: t.reasonLegend,
            hint: t.reasonHint,
            small: true,
            choices: PRIVACY_REASONS.map((value) => ({ value, text: t.reasons[value] })),
          },
          { type: 'words', name: 'words', rows: 4, most: MAX_PRIVACY_WORDS, ...t.words },
        ],
        buttons: [{ text: t.button, style: 'warning' }],
      };
    },
    view({ wish, preview }, _standing, { query, texts }) {
      const t = texts.staff.desk['privacy/:id'];
      const { zone } = services.programs.current().program;
      const at = (instant: string) => texts.dates.shortDateTime(instant, zone);
      const { done } = query;
      return {
        template: 'privacy/wish.njk',
        section: 'privacy',
        title: t.titleOf[wish.kind],
        text: t,
        backLink: { href: paths.desk('privacy'), text: t.back },
        done: typeof done === 'string' && Object.hasOwn(t.done, done) ? t.done[done] : null,
        state: t.statuses[wish.status],
        who: wish.person
          ? { name: wish.person.name, email: wish.person.email }
          : { name: t.nobody, email: null },
        personHref: wish.person ? paths.desk('requesters/:id', wish.person.id) : null,
        lines: [
          ...(wish.confirmedAt ? [t.confirmedOn(at(wish.confirmedAt))] : []),
          ...(wish.dueOn ? [t.dueOn(texts.dates.date(wish.dueOn))] : []),
          ...(wish.decidedAt ? [t.decidedOn(at(wish.decidedAt))] : []),
          ...(wish.reason ? [t.saidReason(t.reasons[wish.reason])] : []),
          ...(wish.words ? [t.saidWords(wish.words)] : []),
        ],
        explains: wish.status !== 'open' ? null : wish.kind === 'copy' ? t.copyLead : t.erasureLead,
        counts: preview?.ok ? countWords(texts, preview.value.counts) : [],
        stays: preview?.ok ? staying(preview.value, texts.staff.desk.erasures) : [],
        whyNot: preview && !preview.ok ? say(texts, preview.problem) : null,
      };
    },
    read(fields, _page, { texts }) {
      const kind = one(fields, 'kind');
      const t = texts.staff.desk['privacy/:id'];
      const words = one(fields, 'words');
      if (kind === 'refuse' && one(fields, 'reason') === '')
        return wrongFields([{ pointer: '/reason', message: t.reasonMissing }]);
      const typed =
        kind === 'refuse'
          ? { kind, reason: one(fields, 'reason'), words }
          : { kind: kind === 'partly' ? 'carry-out' : kind, partly: kind === 'partly', words };
      const read = privacyDecisionSchema.safeParse(typed);
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (decision, { req, page }) => decidePrivacy(services, req.actor, page.wish.id, decision),
    afresh: true,
    done: ({ status }, { page }) => `${paths.desk('privacy/:id', page.wish.id)}?done=${status}`,
  });
