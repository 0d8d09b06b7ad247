import { escapeHtml } from '../../views/escape-html.js';

/** Escapes text and makes its web addresses links. Returns safe HTML. */
export function linkify(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/g)
    .map((part, index) => {
      const safe = escapeHtml(part);
      return index % 2 === 1 ? `<a class="govuk-link" href="${safe}">${safe}</a>` : safe;
    })
    .join('');
}
