import type { Request, RequestHandler } from 'express';
import { createZone } from '../../../domain/time/zone.js';
import { ownRefusal } from '../../../usecases/conduct/active-refusal.js';
import type { AppServices } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { type Elsewhere, goElsewhere, showInstead } from '../kit/elsewhere.js';

/**
 * Instead of the form, to somebody who is refused assistance: what that means, until when, how to appeal, and what stays
 * open. To whoever isn't signed in, not until when: the link of a form may have been forwarded.
 */
export function noAssistance(
  services: AppServices,
  { texts }: Request,
  refusal: { id: string; endsAt: string } | null,
  /** Until when a form that waits for its link is kept. */
  keptUntil: Date | null = null,
): Elsewhere {
  const { notice } = texts.requester;
  const { zone, organization } = services.programs.current().program;
  const { dateOf } = createZone(zone);
  // The end is the midnight after its last day.
  const last = refusal && dateOf(new Date(Date.parse(refusal.endsAt) - 1).toISOString());
  return showInstead(
    'pages/form/no-assistance.njk',
    {
      section: 'form',
      title: notice.refused.title,
      text: notice.refused,
      lead: keptUntil ? notice.refused.leadKept : notice.refused.lead,
      kept: keptUntil ? notice.refused.kept(texts.dates.dayOf(keptUntil.toISOString(), zone)) : null,
      until: last ? notice.refused.until(texts.dates.date(last)) : null,
      stays: [...notice.staysList, notice.hotline(organization.hotline)],
      client: notice.refused.client(organization.responseLine, notice.refused.anyHour),
      link: refusal
        ? { text: notice.refused.open, href: paths.myNotice(refusal.id) }
        : {
            text: notice.refused.signIn,
            href: `${paths.signIn}?next=${encodeURIComponent(paths.myRequests)}`,
          },
    },
    403,
  );
}

/** Before every page of the form: nobody fills in what will not be taken. */
export const refuseBeforeForm =
  (services: AppServices): RequestHandler =>
  async (req, res, next) => {
    const refusal = await ownRefusal(services, req.actor);
    if (!refusal) return next();
    res.set('Cache-Control', 'no-store');
    goElsewhere(res, noAssistance(services, req, refusal), (template, data) => res.render(template, data));
  };
