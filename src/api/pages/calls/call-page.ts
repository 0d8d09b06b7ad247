import type { RequestHandler } from 'express';
import { isLive } from '../../../domain/calls/call-statuses.js';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import { isOut } from '../../../domain/calls/registration-statuses.js';
import type { Actor } from '../../../domain/people/actor.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { CallView } from '../../../usecases/calls/call-view.schema.js';
import { seriesRule } from '../../../usecases/calls/load-series.js';
import { getCall } from '../../../usecases/calls/read-calls.js';
import { readRecap, registrationOf } from '../../../usecases/calls/read-recap.js';
import type { AppDeps, AppServices } from '../../app-deps.js';
import { notFound, unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { nowOf, param } from '../parts/page-deps.js';
import { type CallExtras, callExtras } from './call-extras.js';
import { callTag, inDoubt, startWords, windowWords } from './call-words.js';
import { askingSteps, audienceNote, audienceWords } from './series-words.js';
import { withZone, zoneItems, zoneOf } from './zones.js';

/** One call, for everybody: never a join link, an asker or a question. The recap is for registrants. */
export function callPage(deps: AppDeps): RequestHandler {
  const { services } = deps;
  return async (req, res) => {
    const { texts } = req;
    const { calls: text } = texts.calls;
    const { program } = services.programs.current();
    const now = nowOf(deps);
    const call = unwrap(await getCall(services, req.actor, param(req, 'id')));
    const series = seriesRule(services, call.series);
    const rule = series && topicRuleOf(series, call.topic);
    if (!series || !rule) throw notFound();
    const extras = (await callExtras(services, texts, [call.id]))(call.id);
    const viewerZone = zoneOf(req.query);
    const times = { now, zone: program.zone, viewerZone };
    const over = now >= call.endsAt;
    res.render('pages/calls/call.njk', {
      section: 'calls',
      title: `${call.title}: ${rule.label}`,
      text,
      backLink: withZone(paths.calls, viewerZone),
      call,
      tag: callTag(texts, call, now),
      start: startWords(texts, call, times),
      topic: text.topics[rule.topic],
      audience: text.page.audienceRoles(audienceWords(series, program)),
      audienceNote: audienceNote(texts, series, program),
      steps: askingSteps(texts, series, rule, program),
      window: windowWords(texts, call, times),
      zones: zoneItems(texts, viewerZone),
      banner: bannerOf(texts, call, extras, now),
      over,
      own: await ownPlace(services, texts, { actor: req.actor, seriesId: series.id }),
      signIn: (next: string) => `${paths.signIn}?next=${encodeURIComponent(next)}`,
      asksHowItWas: over && call.status !== 'cancelled' && now < (extras.pollClosesAt ?? ''),
      live: isLive(call.status) && !over,
      recap: extras.recapPublished
        ? ((await readRecap(services, req.actor, call.id)) ?? { hidden: true })
        : null,
      isPublic: req.actor.kind === 'public',
    });
  };
}

/** How the reader stands with the series, in a sentence; null: not registered, or not known. */
async function ownPlace(
  services: AppServices,
  { calls }: Texts,
  { actor, seriesId }: { actor: Actor; seriesId: string },
): Promise<string | null> {
  const status = await registrationOf(services, actor, seriesId);
  if (status === null) return null;
  const { own } = calls.calls.page;
  return isOut(status) ? own.out : own[status];
}

/** What has changed about the call, said first. */
function bannerOf(
  texts: Texts,
  call: CallView,
  extras: CallExtras,
  now: Instant,
): { title: string; lines: string[] } | null {
  const { calls: text } = texts.calls;
  if (call.status === 'cancelled') {
    const reason = (call.publicReason ?? call.cancelReason) as keyof typeof text.cancelled.because;
    const because = text.cancelled.because[reason] as string | undefined;
    const lines = [because ?? '', text.cancelled.next].filter((line) => line !== '');
    return { title: text.cancelled.title, lines };
  }
  const doubt = inDoubt(texts, call, extras, now);
  if (extras.moved !== null) {
    return { title: text.moved.title, lines: [extras.moved, ...(doubt ? [doubt.sentence] : [])] };
  }
  return doubt && { title: doubt.short, lines: [doubt.sentence] };
}
