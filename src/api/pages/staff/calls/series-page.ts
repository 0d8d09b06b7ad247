import type { Request } from 'express';
import { callSeriesWorkflowId } from '../../../../domain/calls/workflow-id.js';
import type { CallSeries } from '../../../../domain/program/call-series.schema.js';
import { ok, type Problem } from '../../../../domain/result.js';
import { decideOnSeries, getSeries } from '../../../../usecases/calls/decide-on-series.js';
import { seriesRule } from '../../../../usecases/calls/load-series.js';
import {
  type SeriesDecision,
  seriesDecisionSchema,
} from '../../../../usecases/calls/series-decision.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { notFound, unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { PageProblem, Read } from '../../../views/page-errors.js';
import { readDate } from '../../kit/date-field.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { heldUpNotice } from '../held-up-notice.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

type SeriesText = Texts['staff']['desk']['calls/series/:series'];

/** `/staff/calls/series/:series`: skip a date, add a call, pause, resume; each a small form of its own. */
export const seriesPage = (services: AppServices) =>
  staffForm(services, {
    name: 'series',
    async load(req) {
      const series = seriesOf(services, req);
      const { paused } = unwrap(await getSeries(services, req.actor, series.id));
      return { series, paused };
    },
    form: (_page, _standing, texts) => skipForm(texts.staff.desk['calls/series/:series']),
    others: ({ series, paused }, _standing, texts) => ({
      extra: extraForm(texts.staff.desk['calls/series/:series'], series),
      pause: pauseForm(texts.staff.desk['calls/series/:series'], paused),
    }),
    async view({ series, paused }, _standing, req) {
      const { done } = req.query;
      const text = req.texts.staff.desk['calls/series/:series'];
      const { zone } = services.programs.current().program;
      return {
        template: 'calls/series-page.njk',
        section: 'calls',
        title: text.title(series.title),
        text,
        heldUp: await heldUpNotice(services, req, callSeriesWorkflowId(series.id), zone),
        paused,
        extraIntro: text.extra.intro(series.startsAt),
        done: typeof done === 'string' ? (text.done[done] ?? null) : null,
        backLink: { href: paths.desk('calls'), text: text.back },
      };
    },
    read: (fields, _page, { texts }) => readChange(texts, fields),
    act: (decision, { page, req, commandId }) =>
      decideOnSeries(services, req.actor, page.series.id, decision, { commandId }),
    refused: (problem, _page, { kind }) => atDateOf(kind, problem),
    done: (_value, { page, fields }) =>
      `${paths.desk('calls/series/:series', page.series.id)}?done=${one(fields, 'kind')}`,
  });

const skipForm = (text: SeriesText): Form => ({
  which: { kind: 'skip' },
  fields: [{ type: 'date', name: 'skip', legend: text.skip.legend, hint: text.date.hint }],
  buttons: [{ text: text.skip.button }],
});

const pauseForm = (text: SeriesText, paused: boolean): Form =>
  paused
    ? { which: { kind: 'resume' }, buttons: [{ text: text.resume.button }] }
    : { which: { kind: 'pause' }, buttons: [{ text: text.pause.button, style: 'warning' }] };

const extraForm = (text: SeriesText, { topics }: CallSeries): Form => ({
  which: { kind: 'extra' },
  fields: [
    { type: 'date', name: 'extra', legend: text.extra.legend, hint: text.date.hint },
    {
      type: 'select',
      name: 'topic',
      label: text.extra.topic,
      missing: text.topicMissing,
      choices: topics.map(({ topic, label }) => ({ value: topic, text: label })),
    },
  ],
  buttons: [{ text: text.extra.button }],
});

/** What was typed into one of the forms, as a decision; or the errors at its fields. */
export function readChange(texts: Texts, fields: Fields): Read<SeriesDecision> {
  const kind = one(fields, 'kind');
  if (kind === 'pause' || kind === 'resume') return ok({ kind });
  if (kind !== 'skip' && kind !== 'extra') throw notFound();
  const date = readDate(texts, fields, kind);
  if (!date.ok) return wrongFields(date.errors);
  const { topicMissing } = texts.staff.desk['calls/series/:series'];
  const topic = kind === 'extra' ? { topic: one(fields, 'topic') } : {};
  const read = seriesDecisionSchema.safeParse({ kind, date: date.date, ...topic });
  return read.success ? ok(read.data) : wrongFields([{ pointer: '/topic', message: topicMissing }]);
}

/** Refusals speak of the date; each form has one of its own. */
const atDateOf = (form: string, problem: Problem): PageProblem =>
  problem.errors
    ? {
        ...problem,
        errors: problem.errors.map((error) =>
          error.pointer === '/date' ? { ...error, pointer: `/${form}` } : error,
        ),
      }
    : problem;

function seriesOf(services: AppServices, { params: { series } }: Request): CallSeries {
  const rule = typeof series === 'string' ? seriesRule(services, series) : null;
  if (!rule) throw notFound();
  return rule;
}
