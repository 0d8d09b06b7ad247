import type { RequestHandler } from 'express';
import type { Services } from '../../../../ports/services.js';
import { recordCompletion } from '../../../../usecases/completions/record-completion.js';
import { statusOf } from '../../../errors.js';
import { completionsText as text } from '../../../text/staff-admin.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../../views/page-errors.js';
import { textsOf } from '../parts/date-parts.js';
import { fieldView } from '../parts/field-view.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { COMPLETION_NAMES, completionFields, newSourceId, readCompletion } from './completion-form.js';

/** `/staff/completions`: records one by hand. */
export function completionPage(services: Services): RequestHandler {
  return async (req, res) => {
    const { program } = services.programs.current();
    const body = textsOf(req.body, [...COMPLETION_NAMES, 'sourceId']);
    const { sourceId = '', ...values } = body;
    const show = (errors: PageErrors, status: number) =>
      renderStaff(res, 'completions/completion.njk', {
        section: 'completions',
        title: text.title,
        intro: text.intro,
        button: text.save,
        sourceId: sourceId || newSourceId(),
        values,
        fields: completionFields(program).map((field) =>
          fieldView(field, values, Object.keys(errors.byField)),
        ),
        done: req.query.done === 'recorded' ? text.saved : req.query.done === 'known' ? text.known : null,
        errors,
        status,
      });
    if (req.method !== 'POST') return show(NO_ERRORS, 200);
    const read = readCompletion(values, {
      program,
      now: services.clock.now(),
      sourceId: sourceId || newSourceId(),
    });
    if (!read.ok) return show(pageErrors(req.texts, read.errors), 422);
    const recorded = await recordCompletion(services, req.actor, read.input);
    if (!recorded.ok)
      return show(problemErrors(req.texts, recorded.problem), statusOf(recorded.problem.code));
    res.redirect(303, `${staffPaths.completions}?done=${recorded.value.created ? 'recorded' : 'known'}`);
  };
}
