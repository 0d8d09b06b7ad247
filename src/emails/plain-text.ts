import type { HtmlParts } from './html.js';

/** The same mail for readers without HTML. */
export function renderText({ title, body, action, footer }: HtmlParts): string {
  const blocks = body.map((block) =>
    typeof block === 'string' ? block : block.list.map((line) => `- ${line}`).join('\n'),
  );
  const button = action ? [`${action.label}:\n${action.link}`] : [];
  return `${[title, ...blocks, ...button, ['-- ', ...footer].join('\n')].join('\n\n')}\n`;
}
