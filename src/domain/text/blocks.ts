/**
 * A text with headings, lists and links, as a tree that owes nothing to any form it may take: a page, a PDF. What makes it
 * of Markdown (`read-markdown.ts`) lets nothing else in: no markup, no pictures, no other kinds of links, nothing nested
 * deeper than `MOST_DEPTH`.
 */
export type Block =
  | { type: 'heading'; level: HeadingLevel; content: Inline[] }
  | { type: 'paragraph'; content: Inline[] }
  /** `number` is the one that was written, and null where it is no numbered list. */
  | { type: 'list'; ordered: boolean; items: { number: number | null; blocks: Block[] }[] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'rule' };

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis'; content: Inline[] }
  /** `href` is an address of the web or of mail, as an address is written: ASCII without blanks. */
  | { type: 'link'; href: string; content: Inline[] }
  | { type: 'break' };

/** 1 is the first below the title of what the text stands on; no level is left out on the way down. */
export type HeadingLevel = 1 | 2 | 3;

/** Quotes and items of lists that may stand in one another, and so for what stands in a line. */
export const MOST_DEPTH = { blocks: 12, inline: 6 };

/** Whether the words of a link are where it leads: else that is told beside them wherever nobody can press it. */
export function saysItself({ href, content }: Extract<Inline, { type: 'link' }>): boolean {
  const bare = (address: string) => address.replace(/\/$/, '').replace(/^mailto:/, '');
  return bare(plainInline(content)) === bare(href);
}

/** What is read, without how it looks: for search, the first words, a text beside HTML. */
export function plainInline(content: readonly Inline[]): string {
  return content
    .map((one) => {
      if (one.type === 'break') return '\n';
      return one.type === 'text' ? one.text : plainInline(one.content);
    })
    .join('');
}
