import type { Response } from 'express';
import { headOf } from '../../domain/program/letterhead.schema.js';
import { readMarkdown } from '../../domain/text/read-markdown.js';
import type { PdfBlock, PdfDocument } from '../../ports/pdf.js';
import type { AnswerLetter } from '../../usecases/requests/answer-letter.js';
import type { AppServices } from '../app-deps.js';
import { sendDocument } from '../documents/send-document.js';
import type { Texts } from '../text/texts.js';
import { pdfBlocks } from '../views/markdown-pdf.js';

/** Sends the answer as a tagged PDF, the letter that its page shows. */
export function sendAnswerPdf(res: Response, services: AppServices, letter: AnswerLetter): void {
  const document = answerDocument(res.req.texts, services, letter);
  services.pdf.write(document).then(
    (content) =>
      sendDocument(res, { view: { name: `${letter.reference}.pdf`, mediaType: 'application/pdf' }, content }),
    (error) => res.req.next?.(error),
  );
}

/** Pure but for the time it is made at. */
export function answerDocument(
  texts: Texts,
  { programs, clock }: Pick<AppServices, 'programs' | 'clock'>,
  letter: AnswerLetter,
): PdfDocument {
  const text = texts.requester.request.response;
  const { organization, zone } = programs.current().program;
  const { name, role } = letter.writtenBy;
  const above = headOf(organization);
  const head: [string, string][] = [
    [text.reference, letter.reference],
    [text.to, [letter.to.name, letter.to.organization].filter(Boolean).join(', ')],
    ...(letter.copyTo ? [[text.copyTo, letter.copyTo] as [string, string]] : []),
    [text.from, text.signed(name, role, organization.name)],
    [text.received, texts.dates.dateTime(letter.receivedAt, zone)],
  ];
  return {
    title: `${text.title}, ${letter.reference}`,
    lang: texts.language,
    head: `${organization.name} · ${organization.email}`,
    pageOf: text.pageOf,
    madeAt: clock.now(),
    blocks: [
      {
        kind: 'paragraph',
        runs: [{ text: above.name, bold: true }, ...above.lines.map((line) => ({ text: `\n${line}` }))],
      },
      { kind: 'heading', level: 1, runs: [{ text: text.title }] },
      paragraph(text.sent(texts.dates.pair(letter.sentAt, zone))),
      {
        kind: 'paragraph',
        runs: head.flatMap(([key, value], at) => [
          { text: `${at > 0 ? '\n' : ''}${key}: `, bold: true },
          { text: value },
        ]),
      },
      ...pdfBlocks(readMarkdown(letter.body)),
      { kind: 'rule' },
      { kind: 'heading', level: 2, runs: [{ text: text.questionAsked }] },
      ...letter.question.split(/\n{2,}/).map(paragraph),
    ],
  };
}

const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', runs: [{ text }] });
