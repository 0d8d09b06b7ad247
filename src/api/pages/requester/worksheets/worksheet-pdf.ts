import type { Program } from '../../../../domain/program/program.schema.js';
import { WORKSHEET_COLUMNS } from '../../../../domain/worksheets/worksheet.schema.js';
import type { PdfBlock, PdfDocument } from '../../../../ports/pdf.js';
import type { OwnWorksheet } from '../../../../usecases/worksheets/own-worksheet.js';
import type { Texts } from '../../../text/texts.js';
import { worksheetSaid } from './worksheet-words.js';

const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', runs: [{ text }] });
const heading = (level: 1 | 2 | 3, text: string): PdfBlock => ({ kind: 'heading', level, runs: [{ text }] });

/** The worksheet on paper: a heading for each part, and what was written down of it. The same words make the same file. */
export function worksheetPdf(
  { words, savedAt }: OwnWorksheet,
  { program, texts }: { program: Program; texts: Texts },
): PdfDocument {
  const t = texts.requester.worksheets;
  const said = worksheetSaid(program, texts);
  const variant = said.variants.find(({ id }) => id === words.variant);
  return {
    title: said.title,
    lang: texts.language,
    head: program.organization.name,
    pageOf: t.pdf.pageOf,
    madeAt: new Date(savedAt),
    blocks: [
      heading(1, said.title),
      { kind: 'paragraph', runs: [{ text: `${t.pdf.about}: `, bold: true }, { text: variant?.label ?? '' }] },
      ...(words.label
        ? [
            {
              kind: 'paragraph' as const,
              runs: [{ text: `${t.pdf.label}: `, bold: true }, { text: words.label }],
            },
          ]
        : []),
      paragraph(t.saved(texts.dates.dateTime(savedAt, program.zone))),
      ...said
        .partsOf(words.variant)
        .flatMap(({ id, label, hint }) => [
          heading(2, label),
          { kind: 'paragraph' as const, runs: [{ text: hint, italic: true }] },
          ...WORKSHEET_COLUMNS.flatMap((column) => [
            heading(3, t.columns[column]),
            paragraph(words[id][column] ?? t.pdf.nothing),
          ]),
        ]),
    ],
  };
}
