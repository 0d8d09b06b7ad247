import type { RequestHandler } from 'express';
import { suggestAddress } from '../../../domain/people/suggest-address.js';
import { emailSchema } from '../../../domain/requests/submission.schema.js';
import { ok, type Result, refuseFor } from '../../../domain/result.js';
import type { Caller } from '../../../usecases/limits/caller.js';
import { mayHoldForm } from '../../../usecases/requests/may-hold-form.js';
import {
  mailAgain,
  moveSubmission,
  waitingForm,
  wasMailed,
} from '../../../usecases/requests/waiting-submission.js';
import type { AppDeps } from '../../app-deps.js';
import { type KnownAddresses, openedForm } from '../../auth/known-addresses.js';
import { callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import type { Read } from '../../views/page-errors.js';
import { leadTo } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { erasedOn, filledInOn, ownDateNear } from '../parts/form-days.js';
import type { DraftStore } from './draft-store.js';
import { sentFormId } from './sent-form-id.js';

/**
 * After sending: where the link went, to be corrected or mailed again by the browser that sent the form, and by no
 * other. What became of the form meanwhile is not told here: its sender need not be who they said they were.
 */
export function sentPage(
  deps: AppDeps,
  drafts: DraftStore,
  addresses: KnownAddresses,
): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;
  return formPage(services, {
    name: 'form-sent',
    unavailable: 'try-again-nothing-lost',
    async load(req) {
      const id = await sentFormId(drafts, req);
      if (id === null && req.method === 'POST') return leadTo(paths.form.sent);
      const waiting = id === null ? null : await waitingForm(services, id);
      const unsent = waiting !== null && !(await wasMailed(services, waiting));
      return { id: id ?? '', waiting, unsent, suggestion: waiting && suggestAddress(waiting.email) };
    },
    form: ({ waiting }, _standing, { requester: { confirmation } }) =>
      waiting && {
        fields: [
          {
            type: 'line',
            name: 'email',
            label: confirmation.sent.address,
            size: 'regular',
            email: true,
            autocomplete: 'email',
            spellcheck: false,
          },
        ],
        buttons: [{ text: confirmation.sent.change, style: 'secondary' }],
      },
    others({ waiting, unsent, suggestion }, _standing, texts) {
      const text = texts.requester.confirmation.sent;
      const again = unsent ? text.unsent.send : text.sendAgain;
      return {
        ...(waiting && {
          again: { buttons: [{ text: again, name: 'again', value: 'yes', style: 'secondary' }] },
        }),
        ...(suggestion && {
          suggestion: {
            classes: 'govuk-inset-text',
            which: { email: suggestion },
            buttons: [
              { text: text.takeSuggestion(suggestion), classes: 'govuk-!-margin-bottom-0 desk-block' },
            ],
          },
        }),
      };
    },
    view({ id, waiting, unsent, suggestion }, _standing, { texts, query }) {
      const text = texts.requester.confirmation.sent;
      const done = typeof query.done === 'string' ? text.done[query.done] : undefined;
      return {
        template: 'pages/form/sent.njk',
        section: 'form',
        title: unsent ? text.unsent.title : text.title,
        text,
        unsent,
        done: waiting ? done : undefined,
        wentOut: query.done !== 'later',
        nothing: id === '' ? text.elsewhere : text.over,
        waiting: waiting && {
          email: waiting.email,
          step: unsent ? text.unsent.step : text.step(filledInOn(deps, texts, waiting)),
          erased: text.erased(erasedOn(deps, texts, waiting)),
          ownDate: ownDateNear(deps, texts, waiting),
          suggestion,
        },
      };
    },
    /** An address to send to instead; null: to the same one again. */
    read(fields, _page, { texts: { requester } }): Read<string | null> {
      if (one(fields, 'again') === 'yes') return ok(null);
      const email = emailSchema.safeParse(one(fields, 'email'));
      return email.success
        ? ok(email.data)
        : wrongFields([{ pointer: '/email', message: requester.confirmation.sent.addressError }]);
    },
    async act(email, { page: { id }, req, res }) {
      const caller = callerOf(req, deps.config);
      const sent = email === null ? await mailAgain(services, id, caller) : await move(id, email, caller);
      if (!sent.ok && sent.problem.code !== 'not-found') return sent;
      if (email !== null) addresses.remember(req, res, openedForm({ id, email }));
      const done = email === null ? 'again' : 'changed';
      return ok(sent.ok && !sent.value ? 'later' : done);
    },
    refused: (problem) => refuseFor(problem, ['/email']).problem,
    done: (what) => `${paths.form.sent}?done=${what}`,
  });

  async function move(id: string, email: string, caller: Caller): Promise<Result<boolean>> {
    const may = await mayHoldForm(services, caller);
    return may.ok ? moveSubmission(services, id, email, caller) : may;
  }
}
