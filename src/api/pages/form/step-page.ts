import type { Request, RequestHandler } from 'express';
import { calendarOf } from '../../../domain/program/calendar-of.js';
import { ok, refuse } from '../../../domain/result.js';
import { createCalendar } from '../../../domain/time/calendar.js';
import { answersOn } from '../../../usecases/precedents/read-precedents.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { leadTo } from '../kit/elsewhere.js';
import { formPage } from '../kit/form-page.js';
import { calendarOfToday, nowOf } from '../parts/page-deps.js';
import { type Draft, emptyDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';
import type { FormStep, StepContext } from './step.js';
import { isReachable, nextPath, pathBefore, progress } from './steps.js';

/** `away`: the database can't be asked, so nothing can be saved. */
type StepPage = StepContext & { away?: true };

/** Shows one question, and takes its answer: post, check, save, redirect. */
export function stepPage(
  step: FormStep,
  deps: AppDeps,
  drafts: DraftStore,
): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;
  return formPage(services, {
    name: step.id,
    unavailable: 'try-again-not-saved',
    async load(req): Promise<StepPage> {
      try {
        const draft = (await drafts.read(req))?.draft ?? emptyDraft();
        const calendar = await calendarOfToday(deps);
        // A form that was sent is over: what comes late begins another.
        return { ...common(req), draft: req.method === 'POST' ? unsent(draft) : draft, calendar };
      } catch (error) {
        if (req.method !== 'POST') throw error;
        // Nothing typed may be lost because a database is away for a moment.
        services.log.error({ page: step.id, error: nameOf(error) }, 'form not found');
        const calendar = createCalendar(calendarOf(services.programs.current().program, []));
        return { ...common(req), draft: emptyDraft(), calendar, away: true };
      }
    },
    closed({ draft, program }) {
      if (draft.sentTo !== undefined) return leadTo(draft.sentTo);
      return isReachable(step.id, draft, program) ? null : leadTo(nextPath(draft, program));
    },
    form: (context, _standing, { requester }) => ({
      fields: step.fields(context),
      initial: step.initial(context.draft, context),
      buttons: [{ text: requester.form.continue }],
    }),
    async view({ draft, program, away, ...context }, _standing, { texts }) {
      const { form } = texts.requester;
      const { n, of, more } = progress(step.id, draft, program);
      return {
        template: 'pages/form/question.njk',
        section: 'form',
        title: step.title(texts),
        caption: n > 0 ? form.step(n, of, more) : null,
        saved: form.saved,
        elsewhere: draft.details ? form.elsewhere.link : null,
        backLink: pathBefore(step.id, draft, program),
        inset: step.id === 'kind' && draft.takenFrom ? form.takenFrom(draft.takenFrom) : null,
        ...step.above?.({ draft, program, ...context }),
        answers: step.id === 'resources' && !away ? await answersFor(draft) : null,
        answersText: form.resources.answers,
      };
    },
    read: (fields, context) => (context.away ? refuse('try-again-not-saved') : step.read(fields, context)),
    async act(answer, { req, res }) {
      await drafts.save(req, res, answer.draft);
      return ok(answer);
    },
    done: ({ draft, goTo }, { page }) => goTo ?? nextPath(draft, page.program),
  });

  /** Published answers on what was chosen, each on a page of its own; without them the question is asked all the same. */
  async function answersFor({ topics = [], kind }: Draft) {
    try {
      const found = await answersOn(services, { topics, kind });
      return found.map(({ id, question }) => ({ href: paths.answer(id), question }));
    } catch (error) {
      services.log.error({ page: step.id, error: nameOf(error) }, 'answers not found');
      return null;
    }
  }

  function common({ texts, actor }: Request) {
    return { texts, actor, program: services.programs.current().program, now: nowOf(deps) };
  }
}

const unsent = (draft: Draft): Draft => (draft.sentTo === undefined ? draft : emptyDraft());

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
