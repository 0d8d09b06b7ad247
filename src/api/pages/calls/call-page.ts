import type { RequestHandler } from 'express';
import { isLive } from '../../../domain/calls/call-statuses.js';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import type { Actor } from '../../../domain/people/actor.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { CallView } from '../../../usecases/calls/call-view.schema.js';
import { seriesRule } from '../../../usecases/calls/load-series.js';
import { getCall } from '../../../usecases/calls/read-calls.js';
import type { AppDeps } from '../../app-deps.js';
import { notFound, unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { callsText } from '../../text/calls.js';
import { nowOf, param } from '../parts/page-deps.js';
import { type CallExtras, callExtras } from './call-extras.js';
import { callTag, inDoubt, startWords, windowWords } from './call-words.js';
import { readRecap, registrationOf } from './read-recap.js';
import { askingSteps, audienceNote, audienceWords } from './series-words.js';
import { withZone, zoneItems, zoneOf } from './zones.js';

/** One call, for everybody: never a join link, an asker or a question. The recap is for registrants. */
export function callPage(deps: AppDeps): RequestHandler {
  const { services } = deps;
  return async (req, res) => {
    const { program } = services.programs.current();
    const now = nowOf(deps);
    const call = unwrap(await getCall(services, req.actor, param(req, 'id')));
    const series = seriesRule(services, call.series);
    const rule = series && topicRuleOf(series, call.topic);
    if (!series || !rule) throw notFound();
    const extras = (await callExtras(services, [call.id]))(call.id);
    const viewerZone = zoneOf(req.query);
    const times = { now, zone: program.zone, viewerZone };
    const over = now >= call.endsAt;
    res.render('pages/calls/call.njk', {
      section: 'calls',
      title: `${call.title}: ${rule.label}`,
      text: callsText,
      backLink: withZone(paths.calls, viewerZone),
      call,
      tag: callTag(call, now),
      start: startWords(call, times),
      topic: callsText.topics[rule.topic],
      audience: callsText.page.audienceRoles(audienceWords(series, program)),
      audienceNote: audienceNote(series, program),
      steps: askingSteps(series, rule, program),
      window: windowWords(call, times),
      zones: zoneItems(viewerZone, callsText.zone.none),
      banner: bannerOf(call, extras, now),
      over,
      own: await ownPlace(services, req.actor, series.id),
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
async function ownPlace({ db }: AppDeps['services'], actor: Actor, seriesId: string): Promise<string | null> {
  const status = await registrationOf(db, actor, seriesId);
  if (status === null) return null;
  const { own } = callsText.page;
  return status === 'approved' || status === 'pending' ? own[status] : own.out;
}

/** What has changed about the call, said first. */
function bannerOf(
  call: CallView,
  extras: CallExtras,
  now: Instant,
): { title: string; lines: string[] } | null {
  if (call.status === 'cancelled') {
    const reason = (call.publicReason ?? call.cancelReason) as keyof typeof callsText.cancelled.because;
    const because = callsText.cancelled.because[reason] as string | undefined;
    const lines = [because ?? '', callsText.cancelled.next].filter((line) => line !== '');
    return { title: callsText.cancelled.title, lines };
  }
  const doubt = inDoubt(call, extras, now);
  if (extras.moved !== null) {
    return { title: callsText.moved.title, lines: [extras.moved, ...(doubt ? [doubt.sentence] : [])] };
  }
  return doubt && { title: doubt.short, lines: [doubt.sentence] };
}
