import { messageRefusal, reopeningRefusal } from '../../../domain/requests/correspondence.js';
import { isOpen } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { type Elsewhere, leadTo } from '../kit/elsewhere.js';
import type { FormGone } from '../kit/show-again.js';

/** Leads to the page of a request that has no use for a form any more. */
export const leadToRequest = ({ texts }: { texts: Texts }, view: RequestView): Elsewhere =>
  leadTo(paths.myRequest(view.id), tooLate(texts, view));

/** Told to who typed into that form before: why it is gone, and the way their words can still go. Pure. */
export function tooLate(texts: Texts, view: RequestView): FormGone {
  const text = texts.requester.tooLate;
  const { id, reference, status } = view;
  const way =
    reopeningRefusal(status, view.reopeningAskedAt) === null
      ? { ...text.reopening, href: paths.myRequestPage(id, 'reopening') }
      : messageRefusal(status) === null
        ? { ...text.message, href: paths.myRequestPage(id, 'message') }
        : { ...text.page, href: paths.myRequest(id) };
  return {
    title: text.title,
    notice: isOpen(status) ? text.goesOn(reference) : text.ended(reference, status),
    lead: way.lead,
    link: { text: way.link, href: way.href },
  };
}
