import { compiledLayout } from './compiled-layout.js';
import type { Block } from './text/mail-text.js';
import type { MailTexts } from './text/texts.js';

export interface HtmlParts {
  subject: string;
  title: string;
  organization: string;
  body: Block[];
  footer: string[];
  action: { label: string; link: string } | undefined;
}

/** Fills the layout. Every text is escaped here, once; one pass, so that no text can name another placeholder. */
export async function renderHtml({ language, frame }: MailTexts, parts: HtmlParts): Promise<string> {
  const { action } = parts;
  const html = await compiledLayout();
  const shown = action ? html : withoutAction(html);
  const values: Record<string, string> = {
    language: escapeHtml(language),
    subject: escapeHtml(parts.subject),
    title: escapeHtml(parts.title),
    organization: escapeHtml(parts.organization),
    body: parts.body.map(block).join(''),
    footer: parts.footer.map(block).join(''),
    link: escapeHtml(action?.link ?? ''),
    action: escapeHtml(action?.label ?? ''),
    'without-button': escapeHtml(frame.withoutButton),
  };
  return shown.replace(/%%([a-z-]+)%%/g, (_mark, name: string) => values[name] ?? '');
}

function withoutAction(html: string): string {
  const [before = '', after = ''] = html.split('%%action-start%%');
  return before + (after.split('%%action-end%%')[1] ?? '');
}

function block(content: Block): string {
  if (typeof content === 'string') return `<p>${escapeHtml(content)}</p>`;
  if ('links' in content) {
    const links = content.links.map(
      // A reference is not broken at its hyphens; a sentence must be, on a phone.
      ({ text, href }) =>
        `<a href="${escapeHtml(href)}"${text.includes(' ') ? '' : ' style="white-space:nowrap"'}>${escapeHtml(text)}</a>`,
    );
    return `<p><strong>${escapeHtml(content.lead)}</strong><br />${links.join(', ')}${escapeHtml(content.more)}</p>`;
  }
  return `<ul>${content.list.map((line) => `<li>${withLink(line)}</li>`).join('')}</ul>`;
}

/** An address of the program's file at the end of a line leads there. */
function withLink(line: string): string {
  const at = line.lastIndexOf('https://');
  const address = at < 0 ? '' : line.slice(at);
  if (address === '' || /\s/.test(address)) return escapeHtml(line);
  return `${escapeHtml(line.slice(0, at))}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] as string);
}
