import type { Request } from 'express';
import { validate as isUuid } from 'uuid';
import { ok } from '../../../../domain/result.js';
import { putQuestionOn } from '../../../../usecases/calls/put-question-on.js';
import { openQuestions } from '../../../../usecases/calls/questions/open-questions.js';
import type { AppServices } from '../../../app-deps.js';
import type { Texts } from '../../../text/texts.js';
import { one } from '../../kit/fields.js';
import type { Button, Form } from '../../kit/form.js';
import { inWords, wrongFields } from '../../kit/form-errors.js';
import { staffForm } from '../staff-form.js';
import type { Reader } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { withoutAsker } from './agenda.js';
import { type BoardRow, boardRows } from './board-rows.js';
import { isAround, shownPresence } from './live-presence.js';
import { loadCall, type StaffCall } from './load-call.js';

/** A facilitator who has the page open through a call looks at each question once. */
const SAME_LOOK_MS = 60 * 60_000;
const EVERY_SECONDS = 20;
interface Live {
  call: StaffCall;
  rows: BoardRow[];
  /** Index of the question that is on; -1: none is. */
  index: number;
}

/** `/staff/calls/:id/live`: for the facilitator, which question is on, and who is in. POST: puts one on, or takes it off. */
export const livePage = (services: AppServices) =>
  staffForm(services, {
    name: 'call-live',
    async load(req): Promise<Live> {
      const call = await loadCall(services, req);
      const rows = (await boardRows(services, req.texts, call)).filter(({ selected }) => selected);
      return { call, rows, index: rows.findIndex(({ id }) => id === call.row.onQuestionId) };
    },
    form: () => null,
    others: (live, _standing, texts) => buttonsOf(texts, live),
    view: (live, _standing, req) => viewOf(services, live, req),
    read(fields, _live, { texts }) {
      const wanted = one(fields, 'question');
      return wanted === '' || isUuid(wanted)
        ? ok(wanted || null)
        : wrongFields([{ pointer: '', message: texts.staff.calls.aboutCall.live.gone }], 'not-found');
    },
    act: (question, { req, page }) => putQuestionOn(services, req.actor, page.call.row.id, question),
    refused(problem, _live, _question, texts) {
      const text = texts.staff.calls.aboutCall.live;
      const words = { 'not-found': text.gone, 'not-allowed-now': text.over } as Record<string, string>;
      const own = words[problem.code];
      return own ? inWords(problem, own) : problem;
    },
    done: (_value, { page }) => paths.aboutCall('live', page.call.row.id),
  });

/** One for each question, and for what comes before and after the one that is on. */
function buttonsOf(texts: Texts, { call: { row }, rows, index }: Live): Record<string, Form | Form[]> {
  const text = texts.staff.calls.aboutCall.live;
  if (row.status === 'cancelled' || row.status === 'completed') return {};
  const put = (question: string, words: string, look: Partial<Button> = {}): Form => ({
    action: paths.aboutCall('live', row.id),
    which: { question },
    buttons: [{ text: words, ...look }],
  });
  const [first, previous, next] = [rows[0], rows[index - 1], rows[index + 1]];
  const on = index >= 0;
  return {
    ...(!on && first ? { first: put(first.id, text.first) } : {}),
    ...(on && previous ? { previous: put(previous.id, text.previous, { style: 'secondary' }) } : {}),
    ...(on && next ? { next: put(next.id, text.next) } : {}),
    ...(on ? { off: put('', text.takeOff, { style: 'secondary' }) } : {}),
    each: rows.map(({ id }, n) =>
      put(id, text.putOn, { style: 'secondary', hiddenText: text.number(n + 1) }),
    ),
  };
}

async function viewOf(services: AppServices, { call, rows, index }: Live, { actor, texts }: Request) {
  const { callPage, aboutCall } = texts.staff.calls;
  const text = aboutCall.live;
  const { row, zone, now } = call;
  const there = await shownPresence(services, texts, call);
  const on = rows[index] ?? null;
  return {
    template: 'calls/live.njk',
    section: 'calls' as const,
    title: text.title,
    text,
    about: `${call.series.title} · ${texts.dates.pair(row.startsAt.toISOString(), zone)}`,
    heading: on ? text.on(index + 1, rows.length) : rows.length ? text.noneOn : text.nothing,
    item: on && (await itemOf(services, { actor, texts }, on, there.personIds)),
    questions: rows.map((one, n) => ({
      name: text.number(n + 1),
      line: `${one.role}, ${one.about}`,
      on: one.id === on?.id,
      marks: there.personIds ? [inMark(text, there.personIds.has(one.row.personId))] : [],
    })),
    present: there.names,
    presentLine: there.line,
    asOf: text.asOf(texts.dates.shortDateTime(now, zone)),
    every: isAround(call) ? EVERY_SECONDS : null,
    refresh: paths.aboutCall('live', row.id),
    backLink: { href: paths.call(row.id), text: callPage.backToRoom },
  };
}

async function itemOf(
  services: AppServices,
  { actor, texts }: Reader,
  on: BoardRow,
  personIds: Set<string> | null,
) {
  const text = texts.staff.calls.aboutCall.live;
  const words = await openQuestions(services, actor, [on.row], { sameLookMs: SAME_LOOK_MS });
  const asker = personIds && (personIds.has(on.row.personId) ? text.askerIn : text.askerOut);
  const { role, about, marks } = on;
  return { role, about, marks, words: withoutAsker(texts, words.get(on.id) ?? '', on.row), asker };
}

function inMark(text: Texts['staff']['calls']['aboutCall']['live'], isIn: boolean) {
  return isIn
    ? { text: text.inMark, classes: 'moj-badge--green' }
    : { text: text.outMark, classes: 'moj-badge--grey' };
}
