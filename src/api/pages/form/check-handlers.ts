import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../../../domain/people/actor.js';
import { ok, type Problem } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { type KnownAddresses, openedForm } from '../../auth/known-addresses.js';
import { statusOf } from '../../errors.js';
import { callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import { formText } from '../../text/form.js';
import { NO_ERRORS, type PageErrors, pageErrors } from '../../views/page-errors.js';
import { fieldsOf, one } from '../kit/fields.js';
import { checkSections } from './check-view.js';
import { type Draft, emptyDraft, sentBy, sentDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';
import { sendForm } from './send-form.js';
import { createSendOnce } from './send-once.js';
import { firstOpenStep, nextPath } from './steps.js';
import { toSubmission } from './to-submission.js';

const text = formText.check;

/** The page with all answers, and sending them. */
export function checkHandlers(
  deps: AppDeps,
  drafts: DraftStore,
  addresses: KnownAddresses,
): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;
  const sendOnce = createSendOnce<Awaited<ReturnType<typeof sendForm>>>();
  const program = () => services.programs.current().program;

  const render = (req: Request, res: Response, draft: Draft, errors: PageErrors, status = 200) =>
    res.status(status).render('pages/form/check.njk', {
      section: 'form',
      title: text.title,
      text: formText,
      backLink: paths.form.deadline,
      whose: whoseIsIt(draft, req.actor),
      sections: checkSections(sentBy(draft, req.actor), program()),
      formToken: draft.formToken,
      errors,
    });

  async function send(req: Request, res: Response, draft: Draft) {
    const checked = toSubmission(
      sentBy(draft, req.actor),
      program(),
      one(fieldsOf(req.body), 'acknowledgesScope') === 'yes',
    );
    if (!checked.ok) return render(req, res, draft, submissionErrors(checked.errors), 422);
    const { submission } = checked;
    const sent = await sendOnce(draft.formToken, async () => {
      // Another press of the button may have been through since this one read the form.
      const sentTo = (await drafts.read(req))?.draft.sentTo;
      if (sentTo !== undefined) return ok(sentTo);
      const sent = await sendForm(
        deps,
        { actor: req.actor, caller: callerOf(req, deps.config) },
        submission,
        draft.formToken,
      );
      if (sent.ok) await drafts.save(req, res, sentDraft(draft, sent.value));
      return sent;
    });
    // Staff send for others, whose links they don't open.
    if (sent.ok && req.actor.kind === 'public')
      addresses.remember(req, res, openedForm({ id: draft.formToken, email: submission.requester.email }));
    if (!sent.ok) return render(req, res, draft, refusalErrors(sent.problem), statusOf(sent.problem.code));
    res.redirect(303, sent.value);
  }

  return {
    async show(req, res) {
      const draft = (await drafts.read(req))?.draft ?? emptyDraft();
      if (draft.sentTo !== undefined) return res.redirect(303, draft.sentTo);
      if (firstOpenStep(draft, program()) !== null) return res.redirect(303, nextPath(draft, program()));
      render(req, res, draft, NO_ERRORS);
    },
    async send(req, res) {
      const kept = await drafts.read(req);
      const token = one(fieldsOf(req.body), 'formToken');
      if (!kept || kept.draft.formToken !== token) return res.redirect(303, paths.form.start);
      const { draft } = kept;
      if (draft.sentTo !== undefined) return res.redirect(303, draft.sentTo);
      if (firstOpenStep(draft, program()) !== null) return res.redirect(303, nextPath(draft, program()));
      try {
        await send(req, res, draft);
      } catch (error) {
        services.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'form not sent');
        render(req, res, draft, { summary: [{ text: formText.unavailable }], byField: {} }, 503);
      }
    },
  };
}

/** Filled in under another address than that of who is signed in: said before it is sent as theirs. */
function whoseIsIt({ details }: Draft, actor: Actor): string | null {
  if (actor.kind !== 'person' || !details || details.email === actor.email) return null;
  return text.whose(details.email, actor.email);
}

/** Which question an error of the whole submission belongs to. */
const STEP_OF: [prefix: string, path: string][] = [
  ['/requester/role', paths.form.role],
  ['/requester', paths.form.details],
  ['/supervisor', paths.form.supervisor],
  ['/kind', paths.form.kind],
  ['/documentKind', paths.form.document],
  ['/tVisaRelated', paths.form.tVisa],
  ['/topics', paths.form.topics],
  ['/reviewedResources', paths.form.resources],
  ['/facts', paths.form.facts],
  ['/questions', paths.form.facts],
  ['/clientAlias', paths.form.facts],
  ['/courtOrFilingDeadline', paths.form.deadline],
];

function submissionErrors(errors: NonNullable<Problem['errors']>): PageErrors {
  const page = pageErrors(errors);
  return {
    ...page,
    summary: errors.map(({ pointer, message }) => {
      const step = STEP_OF.find(([prefix]) => pointer.startsWith(prefix));
      return { text: message, href: step ? step[1] : `#${pointer.slice(1)}` };
    }),
  };
}

function refusalErrors(problem: Problem): PageErrors {
  if (problem.errors?.length) return submissionErrors(problem.errors);
  return { summary: [{ text: problem.detail }], byField: {} };
}
