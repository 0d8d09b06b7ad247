import type { RequestHandler } from 'express';
import { readFollowUp } from '../../../../usecases/requests/read-follow-up.js';
import { extensionDays, getRequest, requestClock } from '../../../../usecases/requests/read-request.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { dueWords } from '../parts/due-words.js';
import { staffUser } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { ledgerRows } from './ledger-rows.js';

/** `/staff/requests/:id/clock`: the due date explained day by day. */
export function clockPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const id = uuidParam(req.params.id);
    const me = staffUser(req.actor);
    const view = unwrap(await getRequest(services, me, id));
    const { days, promiseBusinessDays } = unwrap(await requestClock(services, me, id));
    const followUp = view.followUp ? unwrap(await readFollowUp(services, me, id)) : null;
    const { zone } = services.programs.current().program;
    const { request: text } = req.texts.staff;
    const words = text.clockPage;
    renderStaff(res, 'request/clock.njk', {
      section: 'queue',
      title: words.title(view.reference),
      words,
      intro: words.intro(promiseBusinessDays, unwrap(await extensionDays(services, me, id))),
      due: dueWords(req.texts, view, services.clock.now(), zone).long,
      rows: ledgerRows(req.texts, days),
      followUp: followUp && {
        intro: words.followUpIntro(req.texts.dates.pair(followUp.dueAt, zone)),
        rows: ledgerRows(req.texts, followUp.days),
      },
      backLink: { href: staffPaths.request(id), text: text.backToRequest },
    });
  };
}
