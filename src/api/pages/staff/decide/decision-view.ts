import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import type { RequestContent } from '../../../../usecases/requests/request-content.js';
import type { AppServices } from '../../../app-deps.js';
import type { Texts } from '../../../text/texts.js';
import { escapeHtml } from '../../../views/escape-html.js';
import { markdownHtml } from '../../../views/markdown-html.js';
import { byline } from '../request/conversation.js';
import type { StaffRequest } from '../request/load-request.js';
import { othersCases } from '../request/others-cases.js';
import { requestHead } from '../request/request-head.js';
import { staffPaths } from '../staff-paths.js';
import { sheetOf } from './decision-forms.js';
import { sendPreview } from './send-preview.js';

/** Which decision about which request, and what staff read of it. */
export interface ToDecide {
  kind: DecisionKind;
  request: StaffRequest;
  content: RequestContent;
  /** Follow-up tasks that are open. */
  openTasks: number;
  /** Who has typed an answer that goes with this decision. */
  unsent: string[];
}

/** What stands around the form of a decision: the request in a line, what it answers, what goes out, the case. */
export function decisionView(
  services: AppServices,
  texts: Texts,
  { kind, request, content, openTasks, unsent }: ToDecide,
) {
  const { view, program, answersToo } = request;
  const { request: words, decisions } = texts.staff;
  const text = decisions[kind];
  const sheet = sheetOf(kind);
  const context = { texts, now: services.clock.now(), zone: program.zone, program };
  return {
    template: 'decide/decide.njk',
    section: 'queue' as const,
    title: text.title,
    intro: text.intro,
    endsToo:
      sheet.endsOthers && answersToo.length > 0
        ? words.endsToo(answersToo.map(({ reference }) => reference))
        : null,
    endsUnsent: unsent.length > 0 ? words.endsUnsent(unsent) : null,
    endsTasks: sheet.endsTasks && openTasks > 0 ? words.endsTasks(openTasks) : null,
    head: requestHead(view, context),
    preview: kind === 'send-response' ? sendPreview(texts, view, program) : null,
    previewWords: words.preview,
    instead:
      kind === 'send-response' && request.allowed.includes('return-response')
        ? { href: staffPaths.decide(view.id, 'return-response'), text: words.preview.instead }
        : null,
    draft: sheet.showsDraft ? draftOf(texts, content, program.zone) : null,
    returned: sheet.beside?.(request, content, texts) ?? null,
    content,
    answersToo: othersCases(texts, answersToo),
    caseWords: words,
    backLink: { href: staffPaths.request(view.id), text: words.backToRequest },
  };
}

function draftOf(texts: Texts, { draft }: RequestContent, zone: string) {
  const { request: words } = texts.staff;
  const heading = words.draftForReview;
  return draft
    ? { heading, byline: byline(texts, draft, zone), body: markdownHtml(draft.body, 2) }
    : { heading, byline: null, body: `<p class="govuk-body">${escapeHtml(words.preview.none)}</p>` };
}
