import type { ExportFormat } from '../../domain/exports/export.schema.js';
import type { ExportedCase, ExportMark } from '../../domain/exports/exported-case.js';
import { csvRow } from '../../domain/text/csv-cell.js';
import type { PdfBlock } from '../../ports/pdf.js';
import type { AppServices } from '../app-deps.js';
import type { Texts } from '../text/texts.js';

/**
 * A request as a file: whose copy it is stands on each page of a PDF and in the first row of CSV and JSON. Used for what goes to
 * somebody outside, and for a person's own copy.
 */
export function renderExport(
  services: Pick<AppServices, 'pdf' | 'programs'>,
  texts: Texts,
): (format: ExportFormat, content: ExportedCase, mark: ExportMark) => Promise<Buffer> {
  return async (format, content, mark) => {
    if (format === 'json') return Buffer.from(jsonOf(texts, content, mark));
    if (format === 'csv') return Buffer.from(csvOf(services, texts, content, mark));
    return pdfOf(services, texts, content, mark);
  };
}

function jsonOf(texts: Texts, content: ExportedCase, mark: ExportMark): string {
  const { documents, ...rest } = content;
  const files = documents?.map((document) => ({ ...document, content: document.content.toString('base64') }));
  const note = texts.staff.sharing.file.note;
  return `${JSON.stringify({ export: { ...mark, note }, ...rest, documents: files ?? null }, null, 2)}\n`;
}

function csvOf(
  services: Pick<AppServices, 'programs'>,
  texts: Texts,
  content: ExportedCase,
  mark: ExportMark,
): string {
  const rows = sectionsOf(services, texts, content).flatMap(({ title, items }) =>
    items.map(({ head, body }) => csvRow([title, head, body])),
  );
  // A spreadsheet knows by the mark at the beginning that it is UTF-8.
  return `\ufeff${[csvRow([markOf(services, texts, mark)]), ...rows].join('\r\n')}\r\n`;
}

function pdfOf(
  services: Pick<AppServices, 'pdf' | 'programs'>,
  texts: Texts,
  content: ExportedCase,
  mark: ExportMark,
): Promise<Buffer> {
  const t = texts.staff.sharing.file;
  const line = markOf(services, texts, mark);
  const blocks: PdfBlock[] = [
    heading(1, t.title(content.reference)),
    paragraph(line),
    paragraph(t.note),
    ...sectionsOf(services, texts, content).flatMap(({ title, items }) => [
      heading(2, title),
      ...items.flatMap(({ head, body }) => [
        ...(head ? [heading(3, head)] : []),
        ...body.split(/\n{2,}/).map(paragraph),
      ]),
    ]),
  ];
  return services.pdf.write({
    title: t.title(content.reference),
    lang: texts.language,
    head: line,
    mark: line,
    pageOf: texts.requester.request.response.pageOf,
    madeAt: new Date(mark.madeAt),
    blocks,
  });
}

interface Section {
  title: string;
  items: { head: string; body: string }[];
}

/** What stands in it, part by part: of documents their names, for a PDF can't hold them. */
function sectionsOf(
  { programs }: Pick<AppServices, 'programs'>,
  texts: Texts,
  { contact, question, documents, answer, letters }: ExportedCase,
): Section[] {
  const t = texts.staff.sharing.file;
  const { zone } = programs.current().program;
  const when = (at: string) => texts.dates.dateTime(at, zone);
  return [
    ...(contact
      ? [
          {
            title: t.contact,
            items: [
              { head: contact.name, body: [contact.email, contact.organization].filter(Boolean).join('\n') },
            ],
          },
        ]
      : []),
    ...(question
      ? [
          {
            title: t.question,
            items: [
              ...(question.clientAlias ? [{ head: t.label, body: question.clientAlias }] : []),
              { head: t.facts, body: question.facts },
              { head: t.questions, body: question.questions },
            ],
          },
        ]
      : []),
    ...(documents
      ? [{ title: t.documents, items: documents.map(({ name, at }) => ({ head: name, body: when(at) })) }]
      : []),
    ...(answer ? [{ title: t.answer, items: [{ head: when(answer.sentAt), body: answer.body }] }] : []),
    ...(letters
      ? [
          {
            title: t.letters,
            items: letters.map(({ from, at, body }) => ({
              head: `${t.from[from as keyof typeof t.from] ?? t.from.staff}, ${when(at)}`,
              body,
            })),
          },
        ]
      : []),
  ];
}

function markOf(
  { programs }: Pick<AppServices, 'programs'>,
  texts: Texts,
  { id, recipient, madeAt }: ExportMark,
): string {
  const { zone } = programs.current().program;
  const whose = recipient.length > MOST_OF_NAME ? `${recipient.slice(0, MOST_OF_NAME)}…` : recipient;
  return texts.staff.sharing.file.mark(whose, texts.dates.shortDateTime(madeAt, zone), id);
}

/** So much of a name stands on one line of a page. */
const MOST_OF_NAME = 60;

const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', runs: [{ text }] });
const heading = (level: 1 | 2 | 3, text: string): PdfBlock => ({ kind: 'heading', level, runs: [{ text }] });
