import { type RequestHandler, Router } from 'express';
import type { AppServices } from '../../app-deps.js';
import { awayPage } from './absences/away-page.js';
import { changeAbsencePage } from './absences/change-absence-page.js';
import { answerAsks } from './answer/answer-asks.js';
import { isAnswerKind } from './answer/answer-load.js';
import { answerPage } from './answer/answer-page.js';
import { versionsPage } from './answer/versions-page.js';
import { agendaPage } from './calls/agenda.js';
import { attendancePage, tellApartPage } from './calls/attendance-page.js';
import { callRoom } from './calls/call-page.js';
import { decideCallPage } from './calls/decide-call-page.js';
import { livePage } from './calls/live-page.js';
import { questionPage } from './calls/question-page.js';
import { questionsBoard } from './calls/questions-board.js';
import { registrationPage } from './calls/registration-page.js';
import { registrationsPage } from './calls/registrations-list.js';
import { seriesBoard } from './calls/series-board.js';
import { seriesPage } from './calls/series-page.js';
import { closuresPage, previewPage, removeClosurePage } from './closures/closure-pages.js';
import { completionPage } from './completions/completion-page.js';
import { conductList } from './conduct/conduct-list.js';
import { decideReviewPage } from './conduct/decide-review-page.js';
import { openReviewPage } from './conduct/open-review-page.js';
import { reviewPage } from './conduct/review-page.js';
import { decidePage, takePage } from './decide/decide-page.js';
import { keysPage, revokeKeyPage } from './keys/key-pages.js';
import { mailPage } from './mail/mail-page.js';
import { myMailPage } from './mail/my-mail-page.js';
import { addMentorPage } from './mentors/add-mentor-page.js';
import { decideMentorPage } from './mentors/decide-mentor-page.js';
import { introductionPage } from './mentors/introduction-page.js';
import { mentorPage } from './mentors/mentor-page.js';
import { mentorsList } from './mentors/mentors-list.js';
import { proposePage } from './mentors/propose-page.js';
import { numbersPage } from './numbers/numbers-page.js';
import { organizationPage } from './organizations/organization-page.js';
import { otherMethods } from './other-methods.js';
import { addPages, type StaffRow, sendOnly } from './page-table.js';
import { addPersonPage, changePersonPage, listPeople } from './people/people-pages.js';
import { requesterPage } from './people/requester-page.js';
import { precedentPage } from './precedents/precedent-page.js';
import { precedentsList } from './precedents/precedents-list.js';
import { revisePage, suggestPage } from './precedents/write-pages.js';
import { assignPage } from './queue/assign-page.js';
import { queuePage } from './queue/queue-page.js';
import { firstViewPage, removeViewPage, viewsPage } from './queue/views-pages.js';
import { clockPage } from './request/clock-page.js';
import { requestPage } from './request/request-page.js';
import { requirePermission, requireStaff } from './require-staff.js';
import { settingsPage } from './settings/settings-page.js';
import { type DeskPage, staffPaths as paths, type StaffCallPage } from './staff-paths.js';
import { reassignPage } from './workload/reassign-page.js';
import { workloadPage } from './workload/workload-page.js';

/** Pages about the desk and what it has, by their addresses below `/staff/`, and who may open them. */
const OF_THE_DESK: Record<DeskPage, StaffRow> = {
  calls: { who: 'calls.decide', of: (services) => ({ show: seriesBoard(services) }) },
  'calls/series/:series': { who: 'calls.series', of: seriesPage },
  registrations: { who: 'calls.registrations', of: (services) => ({ show: registrationsPage(services) }) },
  'registrations/:id': { who: 'calls.registrations', of: registrationPage },
  closures: { who: 'closures.read', sends: 'closures.edit', of: closuresPage },
  'closures/preview': { who: 'closures.edit', of: (services) => sendOnly(previewPage(services)) },
  'closures/:date/remove': { who: 'closures.edit', of: removeClosurePage },
  mail: { who: 'messages.read', of: (services) => ({ show: mailPage(services).show }) },
  'mail/mine': { of: myMailPage },
  'mail/:id/resolve': { who: 'messages.resolve', of: (services) => sendOnly(mailPage(services)) },
  completions: { who: 'completions.record', of: completionPage },
  assign: { of: assignPage },
  views: { of: viewsPage },
  'views/:id/first': { of: (services) => sendOnly(firstViewPage(services)) },
  'views/:id/remove': { of: (services) => sendOnly(removeViewPage(services)) },
  numbers: { of: (services) => ({ show: numbersPage(services) }) },
  workload: { who: 'work.reassign', of: (services) => ({ show: workloadPage(services) }) },
  'colleagues/:id/reassign': { who: 'work.reassign', of: reassignPage },
  away: { who: 'absences.read', sends: 'absences.set', of: awayPage },
  'away/:id': { who: 'absences.set', of: changeAbsencePage },
  'requesters/:id': { who: 'people.read', of: requesterPage },
  'organizations/:id': { who: 'organizations.read', sends: 'organizations.mend', of: organizationPage },
  conduct: { who: 'conduct.review', of: (services) => ({ show: conductList(services) }) },
  'conduct/open/:person': { who: 'conduct.review', of: openReviewPage },
  'conduct/:id': { who: 'conduct.review', of: (services) => ({ show: reviewPage(services) }) },
  'conduct/:id/decide/:kind': { who: 'conduct.review', of: decideReviewPage },
  mentors: { who: 'mentors.keep', of: (services) => ({ show: mentorsList(services) }) },
  'mentors/add': { who: 'mentors.keep', of: addMentorPage },
  'mentors/propose/:request': { who: 'mentors.keep', of: proposePage },
  'mentors/:id': { who: 'mentors.keep', of: mentorPage },
  'mentors/:id/decide/:kind': { who: 'mentors.keep', of: decideMentorPage },
  'introductions/:id': { who: 'mentors.keep', of: introductionPage },
  precedents: { who: 'precedents.read', of: (services) => ({ show: precedentsList(services) }) },
  'precedents/suggest/:id': { who: 'precedents.write', of: suggestPage },
  'precedents/:id': { who: 'precedents.read', sends: 'precedents.write', of: precedentPage },
  'precedents/:id/revise': { who: 'precedents.write', of: revisePage },
  people: { who: 'admin.users', of: (services) => ({ show: listPeople(services) }) },
  'people/add': { who: 'admin.users', of: addPersonPage },
  'people/:id': { who: 'admin.users', of: changePersonPage },
  keys: { who: 'admin.keys', of: keysPage },
  'keys/:id/revoke': { who: 'admin.keys', of: (services) => sendOnly(revokeKeyPage(services)) },
  settings: { who: 'settings.high-volume', of: settingsPage },
};

/** Pages about a call, by their addresses below `/staff/calls/:id/`. */
const ABOUT_A_CALL: Record<StaffCallPage, StaffRow> = {
  questions: { who: 'calls.questions', sends: 'calls.decide', of: questionsBoard },
  'questions/:question': { who: 'calls.questions', of: questionPage },
  agenda: { who: 'calls.questions', of: (services) => ({ show: agendaPage(services) }) },
  live: { who: 'calls.questions', of: livePage },
  attendance: { who: 'calls.attendance', of: attendancePage },
  'attendance/:attendee': { who: 'calls.attendance', of: (services) => sendOnly(tellApartPage(services)) },
};

/** The staff pages; mounted at the root, all their addresses begin with `/staff`. */
export function staffRouter({ services }: { services: AppServices }): Router {
  const router = Router();
  router.use('/staff', requireStaff);
  router.get(paths.queue, queuePage(services));
  router.get(paths.requestPattern, requestPage(services));
  router.get(paths.clockPattern, clockPage(services));
  router.post(paths.takePattern, takePage(services).send);
  router.get(paths.versionsPattern, versionsPage(services));
  const [decide, answer] = [decidePage(services), answerPage(services)];
  const ofKind = (other: RequestHandler, ofAnswer: RequestHandler): RequestHandler => {
    return (req, res, next) => (isAnswerKind(req.params.kind) ? ofAnswer : other)(req, res, next);
  };
  router
    .route(paths.decidePattern)
    .get(ofKind(decide.show, answer.show))
    .post(
      ofKind((_req, _res, next) => next(), answerAsks(services)),
      ofKind(decide.send, answer.send),
    );
  router.get(paths.callPattern, requirePermission('calls.decide'), callRoom(services));
  const decideCall = decideCallPage(services);
  router
    .route(paths.callDecidePattern)
    .all(requirePermission('calls.decide'))
    .get(decideCall.show)
    .post(decideCall.send);
  addPages(router, '/staff/calls/:id', ABOUT_A_CALL, services);
  addPages(router, '/staff', OF_THE_DESK, services);
  router.use(otherMethods(router));
  return router;
}
