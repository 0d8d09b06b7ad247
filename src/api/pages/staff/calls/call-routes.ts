import { Router } from 'express';
import type { Services } from '../../../../ports/services.js';
import { requirePermission } from '../require-staff.js';
import { staffPaths as paths } from '../staff-paths.js';
import { agendaPage } from './agenda.js';
import { attendancePage, enterAttendance, tellApart } from './attendance-page.js';
import { callDecisionPage, decideCallPage } from './decide-call-page.js';
import { livePage, putOnPage } from './live-page.js';
import { changeQuestionPage, questionPage } from './question-page.js';
import { questionsBoard, selectQuestions } from './questions-board.js';
import { decideRegistrationPage, registrationPage } from './registration-page.js';
import { registrationsPage } from './registrations-list.js';
import { callRoom } from './room.js';
import { seriesBoard } from './series-board.js';
import { changeSeries, seriesPage } from './series-page.js';

/** The staff pages of the calls: series, a call's room, its questions, who was there, registrations. */
export function callRoutes(services: Services): Router {
  const router = Router();
  const [decide, series] = [requirePermission('calls.decide'), requirePermission('calls.series')];
  const questions = requirePermission('calls.questions');
  const attendance = requirePermission('calls.attendance');
  const registrations = requirePermission('calls.registrations');
  router.get(paths.calls, decide, seriesBoard(services));
  router.route(paths.callSeriesPattern).all(series).get(seriesPage(services)).post(changeSeries(services));
  router.get(paths.callPattern, decide, callRoom(services));
  router
    .route(paths.callDecidePattern)
    .all(decide)
    .get(callDecisionPage(services))
    .post(decideCallPage(services));
  router
    .route(paths.callQuestionsPattern)
    .all(questions)
    .get(questionsBoard(services))
    .post(decide, selectQuestions(services));
  router
    .route(paths.callQuestionPattern)
    .all(questions)
    .get(questionPage(services))
    .post(changeQuestionPage(services));
  router.get(paths.callAgendaPattern, questions, agendaPage(services));
  router.route(paths.callLivePattern).all(questions).get(livePage(services)).post(putOnPage(services));
  router
    .route(paths.callAttendancePattern)
    .all(attendance)
    .get(attendancePage(services))
    .post(enterAttendance(services));
  router.post(paths.callAttendeePattern, attendance, tellApart(services));
  router.get(paths.registrations, registrations, registrationsPage(services));
  router
    .route(paths.registrationPattern)
    .all(registrations)
    .get(registrationPage(services))
    .post(decideRegistrationPage(services));
  return router;
}
