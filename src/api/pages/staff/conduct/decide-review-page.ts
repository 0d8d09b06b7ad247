import type { Request } from 'express';
import {
  type ReviewDecision,
  reviewDecisionSchema,
} from '../../../../domain/conduct/review-decision.schema.js';
import { MAX_TEXT } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import { addDays } from '../../../../domain/time/add-days.js';
import { createZone } from '../../../../domain/time/zone.js';
import { decideOnReview } from '../../../../usecases/conduct/decide-on-review.js';
import { offeredTo } from '../../../../usecases/conduct/offered-on-review.js';
import { readReview } from '../../../../usecases/conduct/read-review.js';
import type { ReviewView } from '../../../../usecases/conduct/review-view.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { notFound, unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { readDate } from '../../kit/date-field.js';
import { leadTo } from '../../kit/elsewhere.js';
import { type Fields, one, versionSeen } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { saidOnReview } from './said-on-review.js';

type Kind = keyof Texts['staff']['desk']['conduct']['decisions'];

const KINDS: readonly unknown[] = ['notify', 'refuse', 'dismiss', 'decide-appeal'] satisfies Kind[];

/** Directors decide it on a page; the others are the person's. */
export const isDecidedHere = (kind: unknown): kind is Kind => KINDS.includes(kind);

interface Page {
  kind: Kind;
  review: ReviewView;
  offered: boolean;
  /** The last day a refusal may have. */
  through: string;
  /** Whoever refused would decide the appeal, for there is no other director. */
  alone: boolean;
}

/** `/staff/conduct/:id/decide/:kind`: what isn't possible now leads back to the review. */
export const decideReviewPage = (services: AppServices): FormRoutes =>
  staffForm<Page, ReviewDecision, ReviewView>(services, {
    name: 'conduct-decision',
    load: (req) => load(services, req),
    closed: ({ offered, review }) => (offered ? null : leadTo(paths.desk('conduct/:id', review.id))),
    form(page, _standing, texts) {
      const { conduct: text } = texts.staff.desk;
      const { button } = text.decisions[page.kind];
      return {
        hidden: { seen: String(page.review.version) },
        fields: fieldsOf(texts, page),
        buttons: [{ text: button, ...(page.kind === 'refuse' ? { style: 'warning' as const } : {}) }],
        cancel: { text: text.backToReview, href: paths.desk('conduct/:id', page.review.id) },
      };
    },
    view({ kind, review }, _standing, { texts }) {
      const { conduct: text } = texts.staff.desk;
      const { title, lead } = text.decisions[kind];
      return {
        section: 'conduct',
        template: 'conduct/decide.njk',
        title,
        lead,
        text,
        said: saidOnReview(texts, review, services.programs.current().program.zone),
        backLink: { href: paths.desk('conduct/:id', review.id), text: text.backToReview },
      };
    },
    read: (fields, { kind }, { texts }) => readReviewDecision(texts, kind, fields),
    act(decision, { req, page, fields, commandId }) {
      const ifMatch = decision.kind === 'notify' ? undefined : versionSeen(fields);
      return decideOnReview(services, req.actor, page.review.id, decision, { commandId, ifMatch });
    },
    ids: { '/until': 'until-month' },
    afresh: true,
    done: ({ id }, { page }) => `${paths.desk('conduct/:id', id)}?done=${page.kind}`,
  });

async function load(services: AppServices, req: Request): Promise<Page> {
  const { kind } = req.params;
  if (!isDecidedHere(kind)) throw notFound();
  const id = uuidParam(req.params.id);
  const review = unwrap(await readReview(services, req.actor, id));
  const { kinds, longestRefusalDays, alone } = unwrap(await offeredTo(services, req.actor, id));
  const { dateOf } = createZone(services.programs.current().program.zone);
  const today = dateOf(services.clock.now().toISOString());
  return {
    kind,
    review,
    offered: kinds.includes(kind),
    through: addDays(today, longestRefusalDays),
    alone,
  };
}

function fieldsOf({ staff, dates }: Texts, { kind, through, alone }: Page): Field[] {
  const { conduct: text } = staff.desk;
  const { reason } = text.decisions[kind];
  return [
    ...(kind === 'refuse'
      ? [
          {
            type: 'date' as const,
            name: 'until',
            legend: text.until.legend,
            hint: text.until.hint(dates.date(through)),
          },
        ]
      : []),
    ...(kind === 'decide-appeal'
      ? [
          ...(alone ? [{ type: 'warning' as const, ...text.aloneWarning }] : []),
          {
            type: 'radios' as const,
            name: 'upheld',
            legend: text.upheld.legend,
            choices: [
              { value: 'yes', text: text.upheld.yes },
              { value: 'no', text: text.upheld.no },
            ],
            missing: text.upheld.missing,
          },
        ]
      : []),
    ...(reason ? [{ type: 'words' as const, name: 'reason', rows: 6, most: MAX_TEXT, ...reason }] : []),
  ];
}

/** What was chosen and typed, as a decision; or the errors at its fields. Pure. */
export function readReviewDecision(texts: Texts, kind: Kind, fields: Fields): Read<ReviewDecision> {
  const typed: Record<string, unknown> = { kind };
  if (kind !== 'notify') typed.reason = one(fields, 'reason');
  if (kind === 'decide-appeal') typed.upheld = one(fields, 'upheld') === 'yes';
  if (kind === 'refuse') {
    const until = readDate(texts, fields, 'until', texts.staff.desk.conduct.until.what);
    if (!until.ok) return wrongFields(until.errors);
    typed.until = until.date;
  }
  if (kind === 'decide-appeal' && !['yes', 'no'].includes(one(fields, 'upheld'))) {
    return wrongFields([{ pointer: '/upheld', message: texts.staff.desk.conduct.upheld.missing }]);
  }
  const read = reviewDecisionSchema.safeParse(typed);
  return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
}
