import { escapeHtml } from './escape-html.js';

/** Escapes text and makes its web addresses links. Returns safe HTML. */
export function linkify(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/g)
    .map((part, index) => (index % 2 === 1 ? linked(part) : escapeHtml(part)))
    .join('');
}

/** What ends the sentence is no part of the address. */
function linked(part: string): string {
  let end = part.length;
  while (end > 0 && '.,;:!?)]'.includes(part.charAt(end - 1))) end -= 1;
  const address = escapeHtml(part.slice(0, end));
  return `<a class="govuk-link" href="${address}">${address}</a>${escapeHtml(part.slice(end))}`;
}
