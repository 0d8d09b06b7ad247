import { escapeHtml } from './escape-html.js';

/**
 * The little markdown program pages use: headings, lists, paragraphs, bold. Everything else stays text.
 * Returns HTML that is safe to output: the source is escaped first.
 */
export function renderMarkdown(source: string): string {
  return source
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(renderBlock)
    .join('\n');
}

function renderBlock(block: string): string {
  const heading = /^(#{1,3}) (.+)$/.exec(block);
  if (heading) {
    const level = heading[1]?.length ?? 2;
    const size = level === 1 ? 'l' : level === 2 ? 'm' : 's';
    return `<h${level} class="govuk-heading-${size}">${inline(heading[2] ?? '')}</h${level}>`;
  }
  if (block.startsWith('- ')) {
    const items = block.split(/\n(?=- )/).map((item) => `<li>${inline(item.slice(2))}</li>`);
    return `<ul class="govuk-list govuk-list--bullet">${items.join('')}</ul>`;
  }
  return `<p class="govuk-body">${inline(block)}</p>`;
}

function inline(text: string): string {
  return escapeHtml(onOneLine(text))
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\b(1-)?\d{3}-\d{3}-\d{4}\b/g, '<a class="govuk-link" href="tel:$&">$&</a>');
}

const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
