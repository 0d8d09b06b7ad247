import { cleanData } from './clean-data.js';
import { type HtmlParts, renderHtml } from './html.js';
import type { MailData } from './mail-data.js';
import { renderText } from './plain-text.js';
import { subjectFrom, textOf } from './subject-of.js';

/**
 * Subject, plain text and HTML of one mail, from neutral facts only. The first call of a process compiles the
 * layout; later ones take a tenth of a millisecond. Throws MailDataError on an unknown kind or a link that is none.
 */
export async function renderMail(
  kind: string,
  data: MailData,
): Promise<{ subject: string; text: string; html: string; headers?: Record<string, string> }> {
  const words = textOf(kind);
  const facts = cleanData(data);
  const greeting = facts.recipientName ? `Hello ${facts.recipientName},` : 'Hello,';
  const label = typeof words.action === 'string' ? words.action : words.action(facts);
  const parts: HtmlParts = {
    subject: subjectFrom(words, facts),
    title: words.title(facts),
    organization: facts.organizationName,
    body: [greeting, ...words.body(facts).filter((block) => block !== undefined)],
    footer: footerOf(facts),
    action: facts.link === undefined ? undefined : { label, link: facts.link },
  };
  return {
    subject: parts.subject,
    text: renderText(parts),
    html: await renderHtml(parts),
    ...(facts.unsubscribeLink ? { headers: unsubscribeHeaders(facts.unsubscribeLink) } : {}),
  };
}

/** RFC 8058: mail programs offer their own button, which sends one POST to this address. */
function unsubscribeHeaders(link: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function footerOf({ organizationName, contactEmail, contactPhone, unsubscribeLink }: MailData): string[] {
  const phone = contactPhone ? ` or ${contactPhone}` : '';
  return [
    `${organizationName}. Questions about this message: ${contactEmail}${phone}.`,
    'Please send no details about any person or matter by e-mail.',
    ...(unsubscribeLink ? [`To get no more mail about our calls and workshops: ${unsubscribeLink}`] : []),
  ];
}
