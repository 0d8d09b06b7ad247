import { mayMentorBeProposed } from '../../../../domain/mentors/may-be-proposed.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { isOpen } from '../../../../domain/requests/statuses.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { RequestContent } from '../../../../usecases/requests/request-content.js';
import type { Texts } from '../../../text/texts.js';
import { markdownHtml } from '../../../views/markdown-html.js';
import { introductionRow } from '../mentors/introduction-row.js';
import { staffPaths } from '../staff-paths.js';
import { byline } from './conversation.js';

type Introduction = Parameters<typeof introductionRow>[1];
type Feedback = {
  answered: keyof Texts['staff']['request']['feedback']['choices'];
  at: string;
  comment: string | null;
};

/** As the requester reads it, below the headings of this page. */
const shown = (body: string) => markdownHtml(body, 2);

/** The answer as sent, or the draft while it is being worked on. */
export function shownAnswer(
  texts: Texts,
  { status }: RequestView,
  { answer, draft, zone }: { answer: string | null; draft: RequestContent['draft']; zone: string },
): { heading: string; byline: string | null; body: string } | null {
  const { request: words } = texts.staff;
  if (answer !== null) return { heading: words.answer, byline: null, body: shown(answer) };
  if (!draft || !isOpen(status)) return null;
  return { heading: words.draft, byline: byline(texts, draft, zone), body: shown(draft.body) };
}

/** What a colleague is to read and send. */
export function shownFollowUpDraft(texts: Texts, view: RequestView, { draft }: RequestContent, zone: string) {
  if (view.followUp?.status !== 'open' || !draft) return null;
  const heading = texts.staff.request.followUpDraft;
  return { heading, byline: byline(texts, draft, zone), body: shown(draft.body) };
}

/** Mentors proposed from here, and the way to propose one, where it makes sense. Null: the program has none. */
export function mentoringCard(
  texts: Texts,
  { id: requestId, status }: Pick<RequestView, 'id' | 'status'>,
  program: Program,
  introductions: readonly Introduction[],
) {
  const { card, propose } = texts.staff.desk.mentors;
  if (!program.referrals.mentors && introductions.length === 0) return null;
  return {
    title: card.title,
    nothing: card.nothing,
    rows: introductions.map((one) => introductionRow(texts, one, program)),
    propose:
      program.referrals.mentors && mayMentorBeProposed(status)
        ? { text: propose.link, href: staffPaths.desk('mentors/propose/:request', requestId) }
        : null,
  };
}

/** How the requester says it was. */
export function feedbackCard(
  { dates, staff: { request: words } }: Texts,
  given: Feedback | null,
  zone: string,
) {
  return (
    given && {
      title: words.feedback.title,
      rows: [
        { key: words.feedback.answered, value: words.feedback.choices[given.answered] },
        { key: words.feedback.when, value: dates.shortDateTime(given.at, zone) },
      ],
      commentTitle: words.feedback.comment,
      comment: given.comment,
    }
  );
}
