import type { RequestHandler } from 'express';
import type { Actor } from '../../../domain/people/actor.js';
import type { Submission } from '../../../domain/requests/submission.schema.js';
import { ok, type Result } from '../../../domain/result.js';
import { ownPassedCourses } from '../../../usecases/completions/own-passed-courses.js';
import { dropFormFiles } from '../../../usecases/forms/form-files.js';
import type { AppDeps } from '../../app-deps.js';
import { type KnownAddresses, openedForm } from '../../auth/known-addresses.js';
import { callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { leadTo } from '../kit/elsewhere.js';
import { fieldsOf, one } from '../kit/fields.js';
import { type Asked, formPage } from '../kit/form-page.js';
import { calendarOfToday, nowOf } from '../parts/page-deps.js';
import { checkSections } from './check-view.js';
import { type Draft, emptyDraft, sentBy, sentDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { sendForm } from './send-form.js';
import { createSendOnce } from './send-once.js';
import { asksFiles, isReview } from './steps/files-step.js';
import { FORM_STEPS, firstOpenStep, nextPath, progress } from './steps.js';
import { toSubmission } from './to-submission.js';

/** The page with all answers, and sending them. */
export function checkPage(
  deps: AppDeps,
  drafts: DraftStore,
  addresses: KnownAddresses,
): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;
  const sendOnce = createSendOnce<Result<string>>();
  const program = () => services.programs.current().program;

  return formPage(services, {
    name: 'check',
    unavailable: 'try-again-not-saved',
    async load(req) {
      const kept = (await drafts.read(req))?.draft;
      const isOther = kept?.formToken !== one(fieldsOf(req.body), 'formToken');
      if (req.method === 'POST' && (!kept || isOther)) return leadTo(paths.form.start);
      const draft = kept ?? emptyDraft();
      if (draft.sentTo !== undefined) return leadTo(draft.sentTo);
      return firstOpenStep(draft, program()) === null ? draft : leadTo(nextPath(draft, program()));
    },
    form: ({ formToken }, _standing, { requester: { form } }) => ({
      hidden: { formToken },
      fields: [
        {
          type: 'checkboxes',
          name: 'acknowledgesScope',
          choices: [{ value: 'yes', text: form.check.scope.label, hint: form.check.scope.hint }],
        },
      ],
      buttons: [{ text: form.check.send }],
    }),
    async view(draft, _standing, { actor, texts }) {
      const { form } = texts.requester;
      const { n, of, more } = progress('check', draft, program());
      return {
        template: 'pages/form/check.njk',
        section: 'form',
        title: form.check.title,
        caption: form.step(n, of, more),
        text: form.check,
        backLink: paths.form.courtDate,
        whose: whoseIsIt(texts, draft, actor),
        sections: checkSections(texts, sentBy(draft, actor), program()),
        outcomeText: form.outcome,
        outcome: await outcome(draft, texts, actor),
      };
    },
    read: (fields, draft, { actor }) =>
      toSubmission(sentBy(draft, actor), program(), one(fields, 'acknowledgesScope') === 'yes'),
    act: (submission, asked) => sendOnce(asked.page.formToken, () => send(submission, asked)),
    hrefOf(pointer) {
      const step = FORM_STEPS.find(({ pointers }) => pointers.some((prefix) => pointer.startsWith(prefix)));
      return step && paths.form[step.id];
    },
    done(sentTo, { req, res, page: { formToken, details } }) {
      // Staff send for others, whose links they don't open.
      if (req.actor.kind === 'public' && details)
        addresses.remember(req, res, openedForm({ id: formToken, email: details.email }));
      return sentTo;
    },
  });

  /** Null also where the database is away: the page and what stands on it come first. */
  async function outcome(draft: Draft, texts: Texts, actor: Actor): Promise<Outcome | null> {
    const read = toSubmission(sentBy(draft, actor), program(), true);
    if (!read.ok) return null;
    try {
      const passed = await ownPassedCourses(services, actor);
      const here = { texts, program: program(), calendar: await calendarOfToday(deps), now: nowOf(deps) };
      const lacksFile = asksFiles(draft, program()) && isReview(draft, program()) && !draft.files?.length;
      return outcomeOf(read.value, { ...here, passed, confirms: actor.kind === 'public', lacksFile });
    } catch (error) {
      services.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'outcome not foreseen');
      return null;
    }
  }

  async function send(
    submission: Submission,
    { page: draft, req, res }: Asked<Draft>,
  ): Promise<Result<string>> {
    // Another press of the button may have been through since this one read the form.
    const kept = await drafts.read(req);
    const sentTo = kept?.draft.sentTo;
    if (sentTo !== undefined) return ok(sentTo);
    const from = { actor: req.actor, caller: callerOf(req, deps.config) };
    // Documents of a kind of help that takes none are not sent along unseen.
    if (kept && !asksFiles(draft, program())) await dropFormFiles(services, kept.id);
    const sent = await sendForm(deps, from, submission, draft.formToken, kept?.id);
    if (sent.ok) await drafts.save(req, res, sentDraft(draft, sent.value));
    return sent;
  }
}

/** Filled in under another address than that of who is signed in: said before it is sent as theirs. */
function whoseIsIt({ requester }: Texts, { details }: Draft, actor: Actor): string | null {
  if (actor.kind !== 'person' || !details || details.email === actor.email) return null;
  return requester.form.check.whose(details.email, actor.email);
}
