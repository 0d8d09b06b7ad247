import { type ReviewDecision, reviewDecisionSchema } from '../../../domain/conduct/review-decision.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import { decideOnReview } from '../../../usecases/conduct/decide-on-review.js';
import { offeredTo } from '../../../usecases/conduct/offered-on-review.js';
import { readReview } from '../../../usecases/conduct/read-review.js';
import type { ReviewView } from '../../../usecases/conduct/review-view.schema.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';

/** What the person may say now. */
type Saying = 'reply' | 'appeal' | null;
interface Page {
  review: ReviewView;
  says: Saying;
}

/** `/my/notices/:id`: what a notice is about, how it stands, what was said; a reply before a decision, an appeal after. */
export function noticePage({ services }: AppDeps): FormRoutes {
  return formPage<Page, ReviewDecision, ReviewView>(services, {
    name: 'notice',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const id = uuidParam(param(req, 'id'));
      const review = unwrap(await readReview(services, req.actor, id));
      const { kinds } = unwrap(await offeredTo(services, req.actor, id));
      const says = (['reply', 'appeal'] as const).find((kind) => kinds.includes(kind)) ?? null;
      return { review, says };
    },
    form: ({ says }, _standing, { requester: { notice } }) => (says ? formOf(notice[says]) : null),
    view: ({ review, says }, _standing, { query, texts }) => ({
      template: 'pages/requester/notice.njk',
      section: 'my',
      title: texts.requester.notice.title,
      backLink: paths.myRequests,
      done:
        query.done === 'reply' || query.done === 'appeal' ? texts.requester.notice[query.done].done : null,
      ...noticeView(texts, review, says, services.programs.current().program),
    }),
    read(fields, { says }) {
      const words = one(fields, 'words');
      const typed = says === 'reply' ? { kind: says, body: words } : { kind: 'appeal', reason: words };
      const read = reviewDecisionSchema.safeParse(typed);
      if (read.success) return ok(read.data);
      return wrongFields(zodFieldErrors(read.error).map((error) => ({ ...error, pointer: '/words' })));
    },
    act: (decision, { req, page, commandId }) =>
      decideOnReview(services, req.actor, page.review.id, decision, { commandId }),
    afresh: true,
    done: ({ id }, { page }) => `${paths.myNotice(id)}?done=${page.says ?? 'appeal'}`,
  });
}

type Words = Texts['requester']['notice'];

const formOf = ({ label, hint, missing, button }: Words['reply']): Form => ({
  fields: [{ type: 'words', name: 'words', label, hint, missing, rows: 8, most: MAX_TEXT, size: 's' }],
  buttons: [{ text: button }],
});

function noticeView(
  { dates, requester: { notice: t } }: Texts,
  review: ReviewView,
  says: Saying,
  { zone, organization }: { zone: string; organization: { hotline: string } },
) {
  const { until, decideBy, appealUntil, status } = review;
  const when = (at: string | null) => (at ? dates.dateTime(at, zone) : '');
  const state = t.state[status]({ until: until ? dates.date(until) : '', decideBy: when(decideBy) });
  return {
    text: t,
    given: t.given(when(review.notifiedAt)),
    about: t.about[review.grounds],
    state,
    alone: review.decidedAlone ? t.alone : null,
    said: review.texts.map(({ field, body, at, from }) => ({
      title: t.said[field][from],
      body,
      when: when(at),
    })),
    refuses: review.active,
    hotline: t.hotline(organization.hotline),
    ask: says && {
      heading: t[says].heading,
      lead: says === 'appeal' && appealUntil ? t.appeal.lead(when(appealUntil)) : null,
    },
    over: status === 'refused' && !says && appealUntil ? t.appeal.over(when(appealUntil)) : null,
  };
}
