import type { PdfBlock, PdfDocument } from '../../ports/pdf.js';
import {
  COPY_PARTS,
  type CopyEntry,
  type CopyValue,
  type CopyWords,
  type PersonCopy,
} from '../../usecases/privacy/person-copy.js';
import type { Texts } from '../text/texts.js';

const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', runs: [{ text }] });
const heading = (level: 1 | 2 | 3, text: string): PdfBlock => ({ kind: 'heading', level, runs: [{ text }] });

/** Somebody's copy on paper; whose it is and when it was made stands on every page. */
export function copyDocument(texts: Texts, zone: string, copy: PersonCopy): PdfDocument {
  const { copy: t } = texts.requester.privacy;
  const { madeFor, madeAt, parts } = copy;
  const when = texts.dates.dateTime(madeAt, zone);
  return {
    title: t.title,
    lang: texts.language,
    head: t.head(`${madeFor.name} <${madeFor.email}>`, when),
    pageOf: t.pageOf,
    madeAt: new Date(madeAt),
    blocks: [
      heading(1, t.title),
      paragraph(t.head(`${madeFor.name} <${madeFor.email}>`, when)),
      paragraph(t.lead),
      ...COPY_PARTS.flatMap((part) => [
        heading(2, t.parts[part]),
        ...(parts[part].length === 0 ? [paragraph(t.none)] : parts[part].flatMap(entryBlocks)),
      ]),
    ],
  };

  function entryBlocks(entry: CopyEntry): PdfBlock[] {
    const lines = Object.entries(entry).filter(([, value]) => !isWords(value));
    const words = Object.values(entry).filter(isWords).flat();
    return [
      {
        kind: 'paragraph',
        runs: lines.flatMap(([name, value], at) => [
          { text: `${at > 0 ? '\n' : ''}${labelOf(name)}: `, bold: true },
          { text: said(value) },
        ]),
      },
      ...words.flatMap(({ what, at, from, words: body }) => [
        heading(
          3,
          [labelOf(what), from && labelOf(from), at && texts.dates.dateTime(at, zone)]
            .filter(Boolean)
            .join(', '),
        ),
        ...body.split(/\n{2,}/).map(paragraph),
      ]),
      { kind: 'rule' },
    ];
  }

  function said(value: CopyValue): string {
    if (value === null || value === '') return '–';
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (Array.isArray(value)) return value.length > 0 ? value.join('; ') : '–';
    return String(value);
  }
}

const isWords = (value: CopyValue): value is CopyWords[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === 'object';

/** Names of the file for computers, as people read them: `receivedAt`, `follow-up-answer`. */
function labelOf(name: string): string {
  const words = name
    .replace(/([A-Z])/g, ' $1')
    .replace(/-/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
