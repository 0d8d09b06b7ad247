import type { Request } from 'express';
import { wouldEraseWords } from '../../../domain/precedents/decide-precedent.js';
import type { AppServices } from '../../app-deps.js';
import { one } from '../kit/fields.js';
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
import { erasePage } from './erasures/erase-page.js';
import { erasuresPage } from './erasures/erasures-page.js';
import { holdPage, wouldLift } from './erasures/hold-page.js';
import { exportsPage } from './exports/exports-page.js';
import { keysPage, revokeKeyPage } from './keys/key-pages.js';
import { rotateKeyPage } from './keys/rotate-key-page.js';
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
import { type StaffRow, sendOnly } from './page-table.js';
import { addPersonPage, changePersonPage, listPeople } from './people/people-pages.js';
import { requesterPage } from './people/requester-page.js';
import { resetFactorPage } from './people/reset-factor-page.js';
import { precedentPage } from './precedents/precedent-page.js';
import { precedentsList } from './precedents/precedents-list.js';
import { revisePage, suggestPage } from './precedents/write-pages.js';
import { privacyList } from './privacy/privacy-list.js';
import { privacyPage } from './privacy/privacy-page.js';
import { assignPage } from './queue/assign-page.js';
import { queuePage } from './queue/queue-page.js';
import { firstViewPage, removeViewPage, viewsPage } from './queue/views-pages.js';
import { releasePage } from './releases/release-page.js';
import { releasesPage } from './releases/releases-page.js';
import { clockPage } from './request/clock-page.js';
import { documentPage } from './request/document-page.js';
import { requestPage } from './request/request-page.js';
import { securityPage } from './security/security-page.js';
import { settingsPage } from './settings/settings-page.js';
import type { DeskPage, StaffCallPage } from './staff-paths.js';
import { breakWallPage } from './walls/break-wall-page.js';
import { wallsPage } from './walls/walls-page.js';
import { reassignPage } from './workload/reassign-page.js';
import { workloadPage } from './workload/workload-page.js';

/** The queue, requests and calls, by their addresses below `/staff`. */
const QUEUE_AND_CALLS: Record<string, StaffRow> = {
  '': { who: 'requests.read', of: (services) => ({ show: queuePage(services) }) },
  '/requests/:id': { who: 'requests.read', of: (services) => ({ show: requestPage(services) }) },
  '/requests/:id/clock': { who: 'requests.read', of: (services) => ({ show: clockPage(services) }) },
  '/requests/:id/documents/:document': {
    who: 'requests.read',
    of: (services) => ({ show: documentPage(services) }),
  },
  '/requests/:id/take': { who: 'requests.decide', of: (services) => sendOnly(takePage(services)) },
  '/requests/:id/versions': { who: 'requests.read', of: (services) => ({ show: versionsPage(services) }) },
  '/requests/:id/decide/:kind': { who: 'requests.decide', of: decideOrAnswer },
  '/calls/:id': { who: 'calls.decide', of: (services) => ({ show: callRoom(services) }) },
  '/calls/:id/decide/:kind': { who: 'calls.decide', of: decideCallPage },
};

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
  'mail/mine': { who: 'messages.read', of: myMailPage },
  'mail/:id/resolve': { who: 'messages.resolve', of: (services) => sendOnly(mailPage(services)) },
  completions: { who: 'completions.record', of: completionPage },
  assign: { who: 'requests.decide', of: assignPage },
  views: { who: 'requests.read', of: viewsPage },
  'views/:id/first': { who: 'requests.read', of: (services) => sendOnly(firstViewPage(services)) },
  'views/:id/remove': { who: 'requests.read', of: (services) => sendOnly(removeViewPage(services)) },
  'walls/:id': { who: 'walls.set', of: wallsPage },
  'walls/:id/:wall': { who: 'walls.break', fresh: 'sends', of: breakWallPage },
  'releases/:id': { who: 'releases.read', sends: 'releases.make', fresh: 'sends', of: releasesPage },
  'exports/:id': { who: 'exports.make', fresh: 'sends', of: exportsPage },
  'releases/:id/:release': { who: 'releases.decide', of: releasePage },
  numbers: { who: 'requests.read', of: (services) => ({ show: numbersPage(services) }) },
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
  'precedents/:id': {
    ...{ who: 'precedents.read', sends: 'precedents.write', of: precedentPage },
    fresh: (fields) => wouldEraseWords(one(fields, 'kind')),
  },
  'precedents/:id/revise': { who: 'precedents.write', of: revisePage },
  people: { who: 'admin.users', of: (services) => ({ show: listPeople(services) }) },
  'people/add': { who: 'admin.users', fresh: 'page', of: addPersonPage },
  'people/:id': { who: 'admin.users', fresh: 'page', of: changePersonPage },
  'people/:id/reset': { who: 'admin.users', fresh: 'page', of: resetFactorPage },
  keys: { who: 'admin.keys', fresh: 'sends', of: keysPage },
  'keys/:id': { who: 'admin.keys', fresh: 'sends', of: rotateKeyPage },
  'keys/:id/revoke': {
    ...{ who: 'admin.keys', fresh: 'sends' },
    of: (services) => sendOnly(revokeKeyPage(services)),
  },
  erasures: { who: 'erasures.make', of: (services) => ({ show: erasuresPage(services) }) },
  'erasures/request/:id': { who: 'erasures.make', fresh: 'sends', of: erasePage('request') },
  'erasures/person/:id': { who: 'erasures.make', fresh: 'sends', of: erasePage('person') },
  privacy: { who: 'privacy.read', of: (services) => ({ show: privacyList(services) }) },
  'privacy/:id': { who: 'privacy.decide', fresh: 'sends', of: privacyPage },
  'holds/request/:id': { who: 'holds.set', fresh: wouldLift, of: holdPage('request') },
  'holds/person/:id': { who: 'holds.set', fresh: wouldLift, of: holdPage('person') },
  security: { who: 'security.events', of: (services) => ({ show: securityPage(services) }) },
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

/** Every page of staff by its address below `/staff`, in the order the router asks. */
export const STAFF_PAGES: Record<string, StaffRow> = {
  ...QUEUE_AND_CALLS,
  ...below('/calls/:id/', ABOUT_A_CALL),
  ...below('/', OF_THE_DESK),
};

function below(root: string, table: Record<string, StaffRow>): Record<string, StaffRow> {
  return Object.fromEntries(Object.entries(table).map(([address, row]) => [`${root}${address}`, row]));
}

/** Answers are written in an editor of their own. */
function decideOrAnswer(services: AppServices): ReturnType<StaffRow['of']> {
  const [decide, answer, asks] = [decidePage(services), answerPage(services), answerAsks(services)];
  const isAnswer = (req: Request) => isAnswerKind(req.params.kind);
  return {
    show: (req, res, next) => (isAnswer(req) ? answer : decide).show(req, res, next),
    send: [
      (req, res, next) => (isAnswer(req) ? asks(req, res, next) : next()),
      (req, res, next) => (isAnswer(req) ? answer : decide).send(req, res, next),
    ],
  };
}
