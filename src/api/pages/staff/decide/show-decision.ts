import type { Response } from 'express';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import type { Services } from '../../../../ports/services.js';
import type { RequestContent } from '../../../../usecases/requests/request-content.js';
import { decisionText } from '../../../text/staff-decisions.js';
import { requestText } from '../../../text/staff-request.js';
import type { Texts } from '../../../text/texts.js';
import type { PageErrors } from '../../../views/page-errors.js';
import { fieldView } from '../parts/field-view.js';
import { byline } from '../request/conversation.js';
import type { StaffRequest } from '../request/load-request.js';
import { othersCases } from '../request/others-cases.js';
import { requestHead } from '../request/request-head.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import type { DecisionForm, Values } from './decision-form.js';
import { sheetOf } from './decision-forms.js';
import { sendPreview } from './send-preview.js';
import { seenOf } from './stale.js';

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
  const sheet = sheetOf(kind);
  const { texts } = res.req;
  const context = { texts, now: services.clock.now(), zone: program.zone, program };
  renderStaff(res, 'decide/decide.njk', {
    section: 'queue',
    title: text.title,
    intro: text.intro,
    endsToo:
      sheet.endsOthers && request.answersToo.length > 0
        ? requestText.endsToo(request.answersToo.map(({ reference }) => reference))
        : null,
    button: text.button,
    second: kind === 'draft-response' && program.responseReview === 'required' ? SUBMIT : null,
    final: sheet.final === true,
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
    draft: sheet.showsDraft ? draftOf(texts, content, program.zone) : null,
    returned: sheet.beside?.(request, content, texts) ?? null,
    content,
    answersToo: othersCases(texts, request.answersToo),
    caseWords: requestText,
    backLink: { href: staffPaths.request(view.id), text: requestText.backToRequest },
  });
}

const SUBMIT = { value: 'submit', text: requestText.submitToo };

function draftOf(texts: Texts, { draft }: RequestContent, zone: string) {
  const heading = requestText.draftForReview;
  return draft
    ? { heading, byline: byline(texts, draft, zone), body: draft.body }
    : { heading, byline: null, body: requestText.preview.none };
}
