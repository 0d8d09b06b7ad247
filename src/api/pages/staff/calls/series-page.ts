import type { Request, RequestHandler, Response } from 'express';
import { callSeriesWorkflowId } from '../../../../domain/calls/workflow-id.js';
import type { CallSeries } from '../../../../domain/program/call-series.schema.js';
import type { Services } from '../../../../ports/services.js';
import { decideOnSeries, getSeries } from '../../../../usecases/calls/decide-on-series.js';
import { seriesRule } from '../../../../usecases/calls/load-series.js';
import {
  type SeriesDecision,
  seriesDecisionSchema,
} from '../../../../usecases/calls/series-decision.schema.js';
import { statusOf } from '../../../errors.js';
import { notFound, unwrap } from '../../../http/unwrap.js';
import { seriesText as text } from '../../../text/staff-calls/series.js';
import {
  NO_ERRORS,
  type PageError,
  type PageErrors,
  pageErrors,
  problemErrors,
} from '../../../views/page-errors.js';
import { attempt } from '../../kit/attempt.js';
import { newCommandId } from '../../parts/command-of-form.js';
import type { Field, Values } from '../decide/decision-form.js';
import { dateParts, readDate, textsOf } from '../parts/date-parts.js';
import { fieldView } from '../parts/field-view.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { commandOfContent, shownCommandId } from './command-of-content.js';
import { heldUpNotice } from './held-up-notice.js';

const NAMES = [...dateParts('skip'), ...dateParts('extra'), 'topic', 'kind'];

/** `/staff/calls/series/:series`: skip a date, add a call, pause, resume; each a small form of its own. */
export function seriesPage(services: Services): RequestHandler {
  return (req, res) =>
    show(services, req, res, { values: {}, errors: NO_ERRORS, status: 200, commandId: newCommandId() });
}

export function changeSeries(services: Services): RequestHandler {
  return async (req, res) => {
    const series = seriesOf(services, req);
    const values = textsOf(req.body, NAMES);
    const again = (errors: PageErrors, status: number) =>
      show(services, req, res, { values, errors, status, commandId: shownCommandId(req.body) });
    const read = readChange(values);
    if (!read.ok) return again(pageErrors(req.texts, read.errors), 422);
    const commandId = commandOfContent(req.body, read.value);
    const decided = await attempt(services, 'series', 'try-again-decision', () =>
      decideOnSeries(services, req.actor, series.id, read.value, { commandId }),
    );
    if (!decided.ok) {
      const ids = { '/date': `${read.value.kind}-month` };
      return again(problemErrors(req.texts, decided.problem, ids), statusOf(decided.problem.code));
    }
    res.redirect(303, `${paths.callSeries(series.id)}?done=${read.value.kind}`);
  };
}

/** What was typed into one of the forms, as a decision; or the errors at its fields. */
export function readChange(values: Values): ReadChange {
  const { kind } = values;
  if (kind === 'pause' || kind === 'resume') return { ok: true, value: { kind } };
  if (kind !== 'skip' && kind !== 'extra') throw notFound();
  const date = readDate(values, kind);
  const errors = [
    ...(date === 'empty' ? [{ pointer: `/${kind}-month`, message: text.date.missing }] : []),
    ...(date === null ? [{ pointer: `/${kind}-month`, message: text.date.invalid }] : []),
    ...(kind === 'extra' && !values.topic ? [{ pointer: '/topic', message: text.topicMissing }] : []),
  ];
  if (errors.length > 0) return { ok: false, errors };
  const read = seriesDecisionSchema.safeParse(
    kind === 'skip' ? { kind, date } : { kind, date, topic: values.topic },
  );
  return read.success
    ? { ok: true, value: read.data }
    : { ok: false, errors: [{ pointer: '/topic', message: text.topicMissing }] };
}

type ReadChange = { ok: true; value: SeriesDecision } | { ok: false; errors: PageError[] };

async function show(
  services: Services,
  req: Request,
  res: Response,
  form: { values: Values; errors: PageErrors; status: number; commandId: string },
): Promise<void> {
  const series = seriesOf(services, req);
  const state = unwrap(await getSeries(services, req.actor, series.id));
  const wrong = Object.keys(form.errors.byField);
  const view = (field: Field) => fieldView(field, form.values, wrong);
  const { done } = req.query;
  renderStaff(res, 'calls/series-page.njk', {
    section: 'calls',
    title: text.title(series.title),
    text,
    heldUp: await heldUpNotice(
      services,
      req,
      callSeriesWorkflowId(series.id),
      services.programs.current().program.zone,
    ),
    paused: state.paused,
    skipField: view({ type: 'date', name: 'skip', legend: text.skip.legend, hint: text.date.hint }),
    extraFields: [
      view({ type: 'date', name: 'extra', legend: text.extra.legend, hint: text.date.hint }),
      view({
        type: 'select',
        name: 'topic',
        label: text.extra.topic,
        missing: text.topicMissing,
        choices: series.topics.map(({ topic, label }) => ({ value: topic, text: label })),
      }),
    ],
    extraIntro: text.extra.intro(series.startsAt),
    done: typeof done === 'string' ? (text.done[done] ?? null) : null,
    backLink: { href: paths.calls, text: text.back },
    ...form,
  });
}

function seriesOf(services: Services, req: Request): CallSeries {
  const { series } = req.params;
  const rule = typeof series === 'string' ? seriesRule(services, series) : null;
  if (!rule) throw notFound();
  return rule;
}
