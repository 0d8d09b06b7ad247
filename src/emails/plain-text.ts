import type { HtmlParts } from './html.js';
import type { MailTexts } from './text/texts.js';

/** The same mail for readers without HTML. */
export function renderText({ frame }: MailTexts, { title, body, action, footer }: HtmlParts): string {
  const blocks = body.map((block) => {
    if (typeof block === 'string') return block;
    if ('list' in block) return block.list.map((line) => `- ${line}`).join('\n');
    const links = block.links.map(({ text, href }) => `- ${text}: ${href}`);
    return [block.lead, ...links, ...(block.more ? [`-${block.more}`] : [])].join('\n');
  });
  const button = action ? [`${frame.labelInText(action.label)}\n${action.link}`] : [];
  return `${[title, ...blocks, ...button, ['-- ', ...footer].join('\n')].join('\n\n')}\n`;
}
