import { Router } from 'express';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { paths } from '../../paths.js';
import { checkHandlers } from './check-handlers.js';
import { confirmFormHandlers } from './confirm/confirm-handlers.js';
import type { DraftStore } from './draft-store.js';
import { noticeHandlers } from './notice-handlers.js';
import { sentHandlers } from './sent-handlers.js';
import { startHandlers } from './start-handlers.js';
import type { FormStep } from './step.js';
import { stepHandlers } from './step-handlers.js';
import { deadlineStep } from './steps/deadline-step.js';
import { detailsStep } from './steps/details-step.js';
import { documentStep } from './steps/document-step.js';
import { factsStep } from './steps/facts-step.js';
import { kindStep } from './steps/kind-step.js';
import { resourcesStep } from './steps/resources-step.js';
import { roleStep } from './steps/role-step.js';
import { supervisorStep } from './steps/supervisor-step.js';
import { tVisaStep } from './steps/t-visa-step.js';
import { topicsStep } from './steps/topics-step.js';
import { talkHandler } from './talk-handler.js';

export const FORM_STEPS: readonly FormStep[] = [
  roleStep,
  detailsStep,
  supervisorStep,
  kindStep,
  documentStep,
  tVisaStep,
  topicsStep,
  resourcesStep,
  factsStep,
  deadlineStep,
];

/** The way from the door to a sent request. */
export function formRouter(deps: AppDeps, drafts: DraftStore, addresses: KnownAddresses): Router {
  const router = Router();
  const start = startHandlers(deps, drafts);
  router.get(paths.form.start, start.show);
  router.post(paths.form.start, start.answer);
  router.get(paths.talk, talkHandler(deps));

  for (const step of FORM_STEPS) {
    const { show, answer } = stepHandlers(step, deps, drafts);
    router.get(paths.form[step.id], show);
    router.post(paths.form[step.id], answer);
  }

  const notices = noticeHandlers(deps, drafts);
  router.get(paths.form.identifiers, notices.identifiers);
  router.get(paths.form.notReviewed, notices.notReviewed);
  router.get(paths.form.deadlineSoon, notices.deadlineSoon);

  const check = checkHandlers(deps, drafts, addresses);
  router.get(paths.form.check, check.show);
  router.post(paths.form.check, check.send);
  const sent = sentHandlers(deps, drafts, addresses);
  router.get(paths.form.sent, sent.show);
  router.post(paths.form.sent, sent.send);
  const confirm = confirmFormHandlers(deps, drafts, addresses);
  router.get(paths.form.confirm(':token'), confirm.show);
  router.post(paths.form.confirm(':token'), confirm.send);
  return router;
}
