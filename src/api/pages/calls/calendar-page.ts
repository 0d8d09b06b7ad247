import type { RequestHandler } from 'express';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import { addDays } from '../../../domain/time/add-days.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { CallView } from '../../../usecases/calls/call-view.schema.js';
import { listCalls } from '../../../usecases/calls/read-calls.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { calendarOfToday, nowOf } from '../parts/page-deps.js';
import { type CallExtras, callExtras } from './call-extras.js';
import { callTag, inDoubt, startWords, windowWords } from './call-words.js';
import { audienceNote, audienceWords, topicLines } from './series-words.js';
import { withZone, zoneItems, zoneOf } from './zones.js';

const AHEAD_DAYS = 130;
/** A quarter of weekly calls; more stands in the feed. */
const MOST_SHOWN = 9;

/** The coming calls of each series, for everybody. */
export function calendarPage(deps: AppDeps): RequestHandler {
  const { services } = deps;
  return async (req, res) => {
    const { texts } = req;
    const { calls: text, callWords } = texts.calls;
    const { program } = services.programs.current();
    const now = nowOf(deps);
    const viewerZone = zoneOf(req.query);
    const today = (await calendarOfToday(deps)).dateOf(now);
    const calls = unwrap(
      await listCalls(services, req.actor, { from: today, to: addDays(today, AHEAD_DAYS) }),
    ).filter((call) => call.endsAt > now);
    const extras = await callExtras(
      services,
      texts,
      calls.map(({ id }) => id),
    );
    const times = { now, zone: program.zone, viewerZone };
    const row = (series: CallSeries, call: CallView) => ({
      href: withZone(paths.call(call.id), viewerZone),
      ...startWords(texts, call, times),
      topic: topicRuleOf(series, call.topic)?.label ?? series.title,
      tag: callTag(texts, call, now),
      note: noteOf(texts, call, extras(call.id), now),
      window: windowWords(texts, call, times),
    });
    res.render('pages/calls/calendar.njk', {
      section: 'calls',
      title: text.title,
      text,
      zones: zoneItems(texts, viewerZone),
      isPerson: req.actor.kind === 'person',
      series: program.callSeries.map((series) => ({
        id: series.id,
        title: series.title,
        when: callWords(series, program.zone).whenAlone,
        audience: audienceWords(series, program),
        audienceNote: audienceNote(texts, series, program),
        topics: topicLines(texts, series),
        feed: `${services.appUrl}${paths.callFeed(series.id)}`,
        calls: calls
          .filter((call) => call.series === series.id)
          .slice(0, MOST_SHOWN)
          .map((call) => row(series, call)),
      })),
    });
  };
}

/** What is out of the ordinary about a call, in a few words. */
function noteOf(texts: Texts, call: CallView, extras: CallExtras, now: Instant): string | null {
  const notes = [extras.moved && texts.calls.calls.moved.title, inDoubt(texts, call, extras, now)?.short];
  return notes.filter(Boolean).join('. ') || null;
}
