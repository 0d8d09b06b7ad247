import type { Response } from 'express';
import type { Services } from '../../../../activities/ports.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { RequestContent } from '../../../requests/request-content.js';
import { decisionText } from '../../../text/staff-decisions.js';
import { requestText } from '../../../text/staff-request.js';
import type { PageErrors } from '../../../views/page-errors.js';
import { fieldView } from '../parts/field-view.js';
import { byline } from '../request/conversation.js';
import type { StaffRequest } from '../request/load-request.js';
import { othersCases } from '../request/others-cases.js';
import { requestHead } from '../request/request-head.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import type { DecisionForm, Values } from './decision-form.js';
import { sendPreview } from './send-preview.js';
import { seenOf } from './stale.js';

/** These end the request or can't be taken back; their button says so by its color and the intro in words. */
const FINAL: readonly DecisionKind[] = ['decline', 'redirect', 'merge', 'send-response'];
const SHOWS_DRAFT: readonly DecisionKind[] = ['submit-for-review', 'return-response', 'send-response'];

export function showDecision(
  res: Response,
  services: Services,
  page: {
    kind: DecisionKind;
    request: StaffRequest;
    content: RequestContent;
    form: DecisionForm;
    values: Values;
    commandId: string;
    errors: PageErrors;
    status: number;
    digest?: string;
  },
): void {
  const { kind, request, content, values, errors } = page;
  const { view, program } = request;
  const text = decisionText[kind];
  const context = { now: services.clock.now(), zone: program.zone, program };
  renderStaff(res, 'decide/decide.njk', {
    section: 'queue',
    title: text.title,
    intro: text.intro,
    endsToo:
      (kind === 'decline' || kind === 'redirect') && request.answersToo.length > 0
        ? requestText.endsToo(request.answersToo.map(({ reference }) => reference))
        : null,
    button: text.button,
    second: kind === 'draft-response' && program.responseReview === 'required' ? SUBMIT : null,
    final: FINAL.includes(kind),
    head: requestHead(view, context),
    fields: page.form.fields.map((field) => fieldView(field, values, Object.keys(errors.byField))),
    values,
    errors,
    status: page.status,
    commandId: page.commandId,
    digest: page.digest ?? '',
    seen: seenOf(request, content),
    preview: kind === 'send-response' ? sendPreview(view, program) : null,
    previewWords: requestText.preview,
    draft: SHOWS_DRAFT.includes(kind) ? draftOf(content, program.zone) : null,
    returned:
      kind === 'draft-response'
        ? lastReturn(content, program.zone)
        : answeredBy(kind, view, content, program.zone),
    content,
    answersToo: othersCases(request.answersToo),
    caseWords: requestText,
    backLink: { href: staffPaths.request(view.id), text: requestText.backToRequest },
  });
}

const SUBMIT = { value: 'submit', text: requestText.submitToo };

function draftOf({ draft }: RequestContent, zone: string) {
  const heading = requestText.draftForReview;
  return draft
    ? { heading, byline: byline(draft, zone), body: draft.body }
    : { heading, byline: null, body: requestText.preview.none };
}

/** What the requester wrote that this decision answers. */
function answeredBy(kind: DecisionKind, view: RequestView, { threads }: RequestContent, zone: string) {
  const field =
    kind === 'reply' && view.messageWaitingSince
      ? 'message'
      : (kind === 'reopen' || kind === 'refuse-reopening') && view.reopeningAskedAt
        ? 'reopening-request'
        : null;
  const written = threads.filter((entry) => entry.field === field).at(-1);
  return (
    written && {
      heading: requestText.threads[written.field],
      byline: byline(written, zone),
      body: written.body,
    }
  );
}

/** What a reviewer wanted changed, while the draft hasn't been saved since. */
function lastReturn({ threads, draft }: RequestContent, zone: string) {
  const note = threads.filter(({ field }) => field === 'return-note').at(-1);
  if (!note || (draft && draft.at > note.at)) return null;
  return { heading: requestText.threads['return-note'], byline: byline(note, zone), body: note.body };
}
