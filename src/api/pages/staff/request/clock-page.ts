import type { RequestHandler } from 'express';
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
    const { request: text } = req.texts.staff;
    const words = text.clockPage;
    renderStaff(res, 'request/clock.njk', {
      section: 'queue',
      title: words.title(view.reference),
      words,
      intro: words.intro(promiseBusinessDays, unwrap(await extensionDays(services, me, id))),
      due: dueWords(req.texts, view, services.clock.now(), services.programs.current().program.zone).long,
      rows: ledgerRows(req.texts, days),
      backLink: { href: staffPaths.request(id), text: text.backToRequest },
    });
  };
}
