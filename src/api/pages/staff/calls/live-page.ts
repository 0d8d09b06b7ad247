import type { RequestHandler, Response } from 'express';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../../domain/people/actor.js';
import { refuse } from '../../../../domain/result.js';
import { formatPair, formatShortDateTime } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { putQuestionOn } from '../../../../usecases/calls/put-question-on.js';
import { openQuestions } from '../../../../usecases/calls/questions/open-questions.js';
import { statusOf } from '../../../errors.js';
import { say } from '../../../text/say.js';
import { liveText as text } from '../../../text/staff-calls/live.js';
import { roomText } from '../../../text/staff-calls/room.js';
import { NO_ERRORS, type PageErrors } from '../../../views/page-errors.js';
import { attempt } from '../../kit/attempt.js';
import { fieldsOf, one } from '../../kit/fields.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { withoutAsker } from './agenda.js';
import { type BoardRow, boardRows } from './board-rows.js';
import { isAround, shownPresence } from './live-presence.js';
import { loadCall, type StaffCall } from './load-call.js';

/** A facilitator who has the page open through a call looks at each question once. */
const SAME_LOOK_MS = 60 * 60_000;
const EVERY_SECONDS = 20;
/** `/staff/calls/:id/live`: for the facilitator, which question is on, and who is in. */
export function livePage(services: Services): RequestHandler {
  return async (req, res) => {
    const call = await loadCall(services, req);
    await show(services, req.actor, res, call);
  };
}

/** POST: puts a question on, or takes it off. */
export function putOnPage(services: Services): RequestHandler {
  return async (req, res) => {
    const call = await loadCall(services, req);
    const wanted = one(fieldsOf(req.body), 'question');
    const put = await attempt(services, 'call-live', 'try-again-decision', async () =>
      wanted === '' || isUuid(wanted)
        ? putQuestionOn(services, req.actor, call.row.id, wanted || null)
        : refuse('question-not-selected'),
    );
    if (put.ok) return res.redirect(303, paths.callLive(call.row.id));
    const { code } = put.problem;
    const words =
      code === 'not-found' ? text.gone : code === 'not-allowed-now' ? text.over : say(req.texts, put.problem);
    const errors = { summary: [{ text: words }], byField: {} };
    await show(services, req.actor, res, call, { errors, status: statusOf(code) });
  };
}

async function show(
  services: Services,
  actor: Actor,
  res: Response,
  call: StaffCall,
  { errors = NO_ERRORS, status = 200 }: { errors?: PageErrors; status?: number } = {},
): Promise<void> {
  const { row, zone, now } = call;
  const rows = (await boardRows(services, call)).filter(({ selected }) => selected);
  const there = await shownPresence(services, call);
  const index = rows.findIndex(({ id }) => id === row.onQuestionId);
  const on = rows[index] ?? null;
  renderStaff(res, 'calls/live.njk', {
    section: 'calls',
    title: text.title,
    text,
    about: `${call.series.title} · ${formatPair(row.startsAt.toISOString(), zone)}`,
    errors,
    status,
    heading: on ? text.on(index + 1, rows.length) : rows.length ? text.noneOn : text.nothing,
    item: on && (await itemOf(services, actor, on, there.personIds)),
    previous: rows[index - 1]?.id ?? null,
    next: on ? (rows[index + 1]?.id ?? null) : null,
    first: on ? null : (rows[0]?.id ?? null),
    questions: rows.map((one, n) => ({
      id: one.id,
      name: text.number(n + 1),
      line: `${one.role}, ${one.about}`,
      on: one.id === on?.id,
      marks: there.personIds ? [inMark(there.personIds.has(one.row.personId))] : [],
    })),
    mayPut: row.status !== 'cancelled' && row.status !== 'completed',
    present: there.names,
    presentLine: there.line,
    asOf: text.asOf(formatShortDateTime(now, zone)),
    every: isAround(call) ? EVERY_SECONDS : null,
    refresh: paths.callLive(row.id),
    backLink: { href: paths.call(row.id), text: roomText.backToRoom },
  });
}

async function itemOf(services: Services, actor: Actor, on: BoardRow, personIds: Set<string> | null) {
  const words = await openQuestions(services, actor, [on.row], { sameLookMs: SAME_LOOK_MS });
  const asker = personIds && (personIds.has(on.row.personId) ? text.askerIn : text.askerOut);
  const { role, about, marks } = on;
  return { role, about, marks, words: withoutAsker(words.get(on.id) ?? '', on.row), asker };
}

function inMark(isIn: boolean) {
  return isIn
    ? { text: text.inMark, classes: 'moj-badge--green' }
    : { text: text.outMark, classes: 'moj-badge--grey' };
}
