import type { RequestHandler, Response } from 'express';
import { callDecisionSchema } from '../../../../domain/calls/call-decision.schema.js';
import { timeLeft } from '../../../../domain/calls/question-window.js';
import type { Actor } from '../../../../domain/people/actor.js';
import { formatPair } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { decideOnCall } from '../../../../usecases/calls/decide-on-call.js';
import { openQuestions } from '../../../../usecases/calls/questions/open-questions.js';
import { statusOf } from '../../../errors.js';
import { say } from '../../../text/say.js';
import { questionText } from '../../../text/staff-calls/question.js';
import { roomText } from '../../../text/staff-calls/room.js';
import { questionsText as text, timeLeftWords } from '../../../text/staff-calls/selection-board.js';
import type { Texts } from '../../../text/texts.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../../views/page-errors.js';
import { attempt } from '../../kit/attempt.js';
import { fieldsOf, many } from '../../kit/fields.js';
import { newCommandId } from '../../parts/command-of-form.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall } from './allowed-on-call.js';
import { boardRows } from './board-rows.js';
import { commandOfContent, shownCommandId } from './command-of-content.js';
import { loadCall, type StaffCall } from './load-call.js';

interface Form {
  /** Null: as stored. */
  chosen: string[] | null;
  errors: PageErrors;
  status: number;
  commandId: string;
  withText: boolean;
  done?: string | null;
}

/** `/staff/calls/:id/questions`: who asks what, in order, with a check mark for each place on the call. */
export function questionsBoard(services: Services): RequestHandler {
  return async (req, res) => {
    const call = await loadCall(services, req);
    const withText = req.query.text === 'shown';
    const form = { chosen: null, errors: NO_ERRORS, status: 200, commandId: newCommandId(), withText };
    await show(services, req.actor, res, call, {
      ...form,
      done:
        req.query.done === 'select' ? text.saved : req.query.done === 'move' ? questionText.move.done : null,
    });
  };
}

/** POST: keeps the choice. What was checked stays checked after a refusal. */
export function selectQuestions(services: Services): RequestHandler {
  return async (req, res) => {
    const call = await loadCall(services, req);
    const fields = fieldsOf(req.body);
    const chosen = many(fields, 'question');
    const withText = fields.text === 'shown';
    const again = (errors: PageErrors, status: number) =>
      show(services, req.actor, res, call, {
        chosen,
        errors,
        status,
        withText,
        commandId: shownCommandId(req.body),
      });
    const { maxQuestions } = call.rule;
    if (chosen.length > maxQuestions) return again(errorOf(req.texts, text.tooMany(maxQuestions)), 422);
    const read = callDecisionSchema.safeParse({ kind: 'select', questionIds: chosen });
    if (!read.success) return again(errorOf(req.texts, text.gone), 422);
    const decided = await attempt(services, 'call-select', 'try-again-decision', () =>
      decideOnCall(services, req.actor, call.row.id, read.data, {
        commandId: commandOfContent(req.body, read.data),
      }),
    );
    if (!decided.ok) {
      const { problem } = decided;
      const errors = problem.errors?.length
        ? errorOf(req.texts, say(req.texts, problem))
        : problemErrors(req.texts, problem);
      return again(errors, statusOf(problem.code));
    }
    res.redirect(303, `${paths.callQuestions(call.row.id)}?done=select${withText ? '&text=shown' : ''}`);
  };
}

const errorOf = (texts: Texts, message: string) => pageErrors(texts, [{ pointer: '/question', message }]);

async function show(
  services: Services,
  actor: Actor,
  res: Response,
  call: StaffCall,
  form: Form,
): Promise<void> {
  const { row, rule, zone, now } = call;
  const rows = await boardRows(services, call);
  const words = form.withText
    ? await openQuestions(
        services,
        actor,
        rows.map((one) => one.row),
      )
    : null;
  const chosen = form.chosen ?? rows.filter(({ selected }) => selected).map(({ id }) => id);
  const mayChoose = allowedOnCall(call).select;
  const taken = rows.filter(({ id }) => chosen.includes(id)).length;
  renderStaff(res, 'calls/questions.njk', {
    section: 'calls',
    title: text.title,
    text,
    about: `${call.series.title} · ${formatPair(row.startsAt.toISOString(), zone)} · ${rule.label}`,
    order: `${text.order} ${rule.worksheetFirst ? text.worksheetFirst : text.firstCome}`,
    places: text.places(taken, rule.maxQuestions),
    state: stateWords(call, mayChoose),
    legend: text.legend(rule.maxQuestions),
    mayChoose,
    rows: rows.map(({ row: question, ...view }) => ({
      ...view,
      chosen: chosen.includes(view.id),
      words: words?.get(question.id) ?? null,
      openLabel: text.open(view.number),
    })),
    showHref: `${paths.callQuestions(row.id)}${form.withText ? '' : '?text=shown'}`,
    links: [
      { href: paths.callAgenda(row.id), text: roomText.agenda },
      { href: paths.callLive(row.id), text: roomText.live },
    ],
    backLink: { href: paths.call(row.id), text: roomText.backToRoom },
    now,
    ...form,
  });
}

function stateWords({ row, status, zone, now }: StaffCall, mayChoose: boolean): string[] {
  if (status === 'cancelled') return [text.cancelled];
  if (status === 'planned') return [text.notYet];
  if (!mayChoose) return [text.over];
  const until = row.selectUntil.toISOString();
  const left = timeLeft({ at: now, until });
  return [text.until(formatPair(until, zone)), ...(left ? [text.left(timeLeftWords(left))] : [])];
}
