import { type RequestHandler, Router } from 'express';
import type { AppServices } from '../../../app-deps.js';
import { requirePermission } from '../require-staff.js';
import { staffPaths as paths } from '../staff-paths.js';
import { agendaPage } from './agenda.js';
import { attendancePage, tellApartPage } from './attendance-page.js';
import { callRoom } from './call-page.js';
import { decideCallPage } from './decide-call-page.js';
import { livePage } from './live-page.js';
import { questionPage } from './question-page.js';
import { questionsBoard } from './questions-board.js';
import { registrationPage } from './registration-page.js';
import { registrationsPage } from './registrations-list.js';
import { seriesBoard } from './series-board.js';
import { seriesPage } from './series-page.js';

/** The staff pages of the calls: series, a call's page, its questions, who was there, registrations. */
export function callRoutes(services: AppServices): Router {
  const router = Router();
  const [decide, series] = [requirePermission('calls.decide'), requirePermission('calls.series')];
  const questions = requirePermission('calls.questions');
  const attendance = requirePermission('calls.attendance');
  const registrations = requirePermission('calls.registrations');
  const page = (
    path: string,
    who: RequestHandler,
    { show, send }: Record<'show' | 'send', RequestHandler>,
    sends: RequestHandler = who,
  ) => router.route(path).all(who).get(show).post(sends, send);

  router.get(paths.calls, decide, seriesBoard(services));
  page(paths.callSeriesPattern, series, seriesPage(services));
  router.get(paths.callPattern, decide, callRoom(services));
  page(paths.callDecidePattern, decide, decideCallPage(services));
  page(paths.callQuestionsPattern, questions, questionsBoard(services), decide);
  page(paths.callQuestionPattern, questions, questionPage(services));
  router.get(paths.callAgendaPattern, questions, agendaPage(services));
  page(paths.callLivePattern, questions, livePage(services));
  page(paths.callAttendancePattern, attendance, attendancePage(services));
  router.post(paths.callAttendeePattern, attendance, tellApartPage(services).send);
  router.get(paths.registrations, registrations, registrationsPage(services));
  page(paths.registrationPattern, registrations, registrationPage(services));
  return router;
}
