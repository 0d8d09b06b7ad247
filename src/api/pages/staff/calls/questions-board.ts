import type { Request } from 'express';
import { callDecisionSchema } from '../../../../domain/calls/call-decision.schema.js';
import { timeLeft } from '../../../../domain/calls/question-window.js';
import { ok } from '../../../../domain/result.js';
import { decideOnCall } from '../../../../usecases/calls/decide-on-call.js';
import { openQuestions } from '../../../../usecases/calls/questions/open-questions.js';
import type { AppServices } from '../../../app-deps.js';
import { say } from '../../../text/say.js';
import type { Texts } from '../../../text/texts.js';
import { fieldsOf, many, one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall } from './allowed-on-call.js';
import { type BoardRow, boardRows } from './board-rows.js';
import { loadCall, type StaffCall } from './load-call.js';

interface Board {
  call: StaffCall;
  rows: BoardRow[];
  mayChoose: boolean;
  /** Whether the words are shown, which is logged. */
  withText: boolean;
}

/**
 * `/staff/calls/:id/questions`: who asks what, in order, with a check mark for each place on the call. POST: keeps the
 * choice. What was checked stays checked after a refusal.
 */
export const questionsBoard = (services: AppServices) =>
  staffForm(services, {
    name: 'call-select',
    async load(req): Promise<Board> {
      const call = await loadCall(services, req);
      const asked = req.method === 'POST' ? one(fieldsOf(req.body), 'text') : req.query.text;
      const rows = await boardRows(services, req.texts, call);
      return { call, rows, mayChoose: allowedOnCall(call).select, withText: asked === 'shown' };
    },
    form: ({ rows, mayChoose, withText }, _standing, texts) =>
      mayChoose && rows.length > 0
        ? {
            ...(withText ? { hidden: { text: 'shown' } } : {}),
            fields: [{ type: 'own', name: 'question' }],
            initial: { question: rows.filter(({ selected }) => selected).map(({ id }) => id) },
            buttons: [{ text: texts.staff.calls.aboutCall.questions.save }],
          }
        : null,
    view: (board, { typed }, req) => viewOf(services, board, many(typed, 'question'), req),
    read(fields, { call }, { texts }) {
      const text = texts.staff.calls.aboutCall.questions;
      const chosen = many(fields, 'question');
      const { maxQuestions } = call.rule;
      if (chosen.length > maxQuestions) return wrongFields([atList(text.tooMany(maxQuestions))]);
      const read = callDecisionSchema.safeParse({ kind: 'select', questionIds: chosen });
      return read.success ? ok(read.data) : wrongFields([atList(text.gone)]);
    },
    act: (decision, { req, page, commandId }) =>
      decideOnCall(services, req.actor, page.call.row.id, decision, { commandId }),
    refused: (problem, _page, _input, texts) =>
      problem.errors?.length ? { ...problem, errors: [atList(say(texts, problem))] } : problem,
    done: (_value, { page: { call, withText } }) =>
      `${paths.aboutCall('questions', call.row.id)}?done=select${withText ? '&text=shown' : ''}`,
  });

const atList = (message: string) => ({ pointer: '/question', message });

async function viewOf(
  services: AppServices,
  { call, rows, mayChoose, withText }: Board,
  chosen: string[],
  { actor, query, texts }: Request,
) {
  const { callPage, aboutCall } = texts.staff.calls;
  const text = aboutCall.questions;
  const question = aboutCall['questions/:question'];
  const { row, rule, zone } = call;
  const questions = rows.map((one) => one.row);
  const words = withText ? await openQuestions(services, actor, questions) : null;
  const marked = mayChoose ? chosen : rows.filter(({ selected }) => selected).map(({ id }) => id);
  const taken = rows.filter(({ id }) => marked.includes(id)).length;
  return {
    template: 'calls/questions.njk',
    section: 'calls' as const,
    title: text.title,
    text,
    about: `${call.series.title} · ${texts.dates.pair(row.startsAt.toISOString(), zone)} · ${rule.label}`,
    order: `${text.order} ${rule.worksheetFirst ? text.worksheetFirst : text.firstCome}`,
    places: text.places(taken, rule.maxQuestions),
    state: stateWords(texts, call, mayChoose),
    legend: text.legend(rule.maxQuestions),
    withText,
    rows: rows.map(({ row: asked, ...view }) => ({
      ...view,
      chosen: marked.includes(view.id),
      words: words?.get(asked.id) ?? null,
      openLabel: text.open(view.number),
    })),
    showHref: `${paths.aboutCall('questions', row.id)}${withText ? '' : '?text=shown'}`,
    links: [
      { href: paths.aboutCall('agenda', row.id), text: callPage.agenda },
      { href: paths.aboutCall('live', row.id), text: callPage.live },
    ],
    done: query.done === 'select' ? text.saved : query.done === 'move' ? question.move.done : null,
    backLink: { href: paths.call(row.id), text: callPage.backToRoom },
  };
}

function stateWords(texts: Texts, { row, status, zone, now }: StaffCall, mayChoose: boolean): string[] {
  const { timeLeft: leftWords, aboutCall } = texts.staff.calls;
  const text = aboutCall.questions;
  if (status === 'cancelled') return [text.cancelled];
  if (status === 'planned') return [text.notYet];
  if (!mayChoose) return [text.over];
  const until = row.selectUntil.toISOString();
  const left = timeLeft({ at: now, until });
  return [text.until(texts.dates.pair(until, zone)), ...(left ? [text.left(leftWords(left))] : [])];
}
