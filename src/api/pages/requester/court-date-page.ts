import { isOpen } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { ok } from '../../../domain/result.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import { changeCourtDate } from '../../../usecases/requests/requester-actions.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Read } from '../../views/page-errors.js';
import { type Draft, emptyDraft } from '../form/draft.js';
import { courtDateStep } from '../form/steps/court-date-step.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { calendarOfToday, nowOf, param } from '../parts/page-deps.js';
import { leadToRequest } from './too-late.js';

/** The same question as in the form, asked again: the date moved, came up, or fell away. */
export function courtDatePage(deps: AppDeps): FormRoutes {
  const { services } = deps;
  return formPage(services, {
    name: 'court-date',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      const { program } = services.programs.current();
      const { texts, actor } = req;
      const context = { texts, actor, program, calendar: await calendarOfToday(deps), now: nowOf(deps) };
      return { view, context: { ...context, draft: draftOf(view) } };
    },
    closed: ({ view }, req) => (isOpen(view.status) ? null : leadToRequest(req, view)),
    form({ context }, _standing, texts) {
      const text = texts.requester.aboutRequest['court-date'];
      return {
        fields: courtDateStep
          .fields(context)
          // What it comes to is told of a request that is sent now.
          .filter(({ type }) => type !== 'told')
          .map((field) => (field.type === 'radios' ? { ...field, legend: text.title } : field)),
        initial: courtDateStep.initial(context.draft, context),
        buttons: [{ text: text.save }],
      };
    },
    view: ({ view }, _standing, { texts }) => ({
      section: 'my',
      title: texts.requester.aboutRequest['court-date'].title,
      backLink: paths.myRequest(view.id),
    }),
    read(fields, { context }): Read<CourtDate> {
      const read = courtDateStep.read(fields, context);
      if (!read.ok) return read;
      const { courtDate } = read.value.draft;
      return ok(courtDate?.has ? { kind: courtDate.kind, date: courtDate.date } : null);
    },
    act: (date, { req, page, commandId }) =>
      changeCourtDate(services, req.actor, page.view.id, date, { commandId }),
    done: (_value, { page }) => `${paths.myRequest(page.view.id)}?done=court-date`,
  });
}

type CourtDate = Parameters<typeof changeCourtDate>[3];

function draftOf({ courtOrFilingDeadline: court }: RequestView): Draft {
  if (!court) return { ...emptyDraft(), courtDate: { has: false } };
  const kind = court.kind === 'filing' ? 'filing' : 'court';
  return { ...emptyDraft(), courtDate: { has: true, kind, date: court.date } };
}
