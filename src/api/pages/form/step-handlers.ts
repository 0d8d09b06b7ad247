import type { RequestHandler, Response } from 'express';
import { calendarOf } from '../../../domain/program/calendar-of.js';
import { createCalendar } from '../../../domain/time/calendar.js';
import type { AppDeps } from '../../app-deps.js';
import { formText } from '../../text/form.js';
import { NO_ERRORS, type PageErrors, pageErrors } from '../../views/page-errors.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { calendarOfToday, nowOf } from '../parts/page-deps.js';
import { emptyDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';
import type { FormStep, StepContext } from './step.js';
import { isReachable, nextPath, pathBefore } from './steps.js';

/** Shows one question, and takes its answer: post, check, save, redirect. */
export function stepHandlers(
  step: FormStep,
  deps: AppDeps,
  drafts: DraftStore,
): { show: RequestHandler; answer: RequestHandler } {
  const program = () => deps.services.programs.current().program;

  const render = (res: Response, context: StepContext, fields: Fields, errors: PageErrors, status = 200) => {
    res.status(status).render(step.template, {
      section: 'form',
      title: step.title,
      text: formText,
      backLink: pathBefore(step.id, context.draft, context.program),
      fields,
      errors,
      ...step.view(fields, context),
    });
  };

  return {
    async show(req, res) {
      const draft = (await drafts.read(req))?.draft ?? emptyDraft();
      if (draft.sentTo !== undefined) return res.redirect(303, draft.sentTo);
      if (!isReachable(step.id, draft, program())) return res.redirect(303, nextPath(draft, program()));
      const context = await contextOf(deps, req.actor, draft);
      render(res, context, step.fields(draft, context), NO_ERRORS);
    },
    async answer(req, res) {
      const fields = fieldsOf(req.body);
      let draft = emptyDraft();
      try {
        const kept = await drafts.read(req);
        draft = kept?.draft.sentTo === undefined ? (kept?.draft ?? draft) : draft;
        const context = await contextOf(deps, req.actor, draft);
        const answer = step.read(fields, context);
        if (!answer.ok) return render(res, context, fields, pageErrors(answer.errors), 422);
        await drafts.save(req, res, answer.draft);
        res.redirect(303, answer.goTo ?? nextPath(answer.draft, program()));
      } catch (error) {
        // Nothing typed may be lost because a database is away for a moment.
        deps.services.log.error({ step: step.id, error: nameOf(error) }, 'form step not saved');
        const unsaved = contextWithout(deps, req.actor, draft);
        render(res, unsaved, fields, { summary: [{ text: formText.unavailable }], byField: {} }, 503);
      }
    },
  };
}

async function contextOf(
  deps: AppDeps,
  actor: StepContext['actor'],
  draft: StepContext['draft'],
): Promise<StepContext> {
  return {
    draft,
    actor,
    program: deps.services.programs.current().program,
    calendar: await calendarOfToday(deps),
    now: nowOf(deps),
  };
}

/** As above, with the calendar of the program file alone: the database can't be asked. */
function contextWithout(
  deps: AppDeps,
  actor: StepContext['actor'],
  draft: StepContext['draft'],
): StepContext {
  const { program } = deps.services.programs.current();
  return { draft, actor, program, calendar: createCalendar(calendarOf(program, [])), now: nowOf(deps) };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
