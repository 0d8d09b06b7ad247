import type { Request } from 'express';
import { worksheetIsOfUse } from '../../../domain/calls/question-policy.js';
import type { TopicRule } from '../../../domain/calls/recurrence.js';
import { writtenIn } from '../../../domain/worksheets/worksheet.schema.js';
import { hasOwnWorksheet } from '../../../usecases/calls/questions/question-worksheet.js';
import { listWorksheets, type OwnWorksheet } from '../../../usecases/worksheets/own-worksheet.js';
import type { AppDeps } from '../../app-deps.js';
import type { Texts } from '../../text/texts.js';
import type { PageError } from '../../views/page-errors.js';
import { type Fields, one } from '../kit/fields.js';
import type { Field } from '../kit/form.js';
import { worksheetPdf } from '../requester/worksheets/worksheet-pdf.js';
import { worksheetSaid } from '../requester/worksheets/worksheet-words.js';

const NAME = 'worksheet';
const KEEP = 'keep';
const NONE = 'none';

/** One's own worksheets in which something is written, and whether the question has one. */
export interface Worksheets {
  own: OwnWorksheet[];
  attached: boolean;
}

/** Null: none are offered. */
interface Offering {
  worksheets: Worksheets | null;
}

/** Null: the call takes nothing that a worksheet is of use for. */
export async function worksheetsFor(
  { services }: AppDeps,
  { actor }: Request,
  { rule, questionId }: { rule: TopicRule; questionId: string | null },
): Promise<Worksheets | null> {
  if (!worksheetIsOfUse(rule.questionsAbout)) return null;
  const [own, attached] = await Promise.all([
    listWorksheets(services, actor),
    questionId !== null && hasOwnWorksheet(services, actor, questionId),
  ]);
  return { own: own.filter(({ words }) => writtenIn(words).length > 0), attached };
}

export const initialWorksheet = (worksheets: Worksheets | null): Fields =>
  worksheets ? { [NAME]: worksheets.attached ? KEEP : NONE } : {};

export function worksheetField({ services }: AppDeps, texts: Texts, { worksheets }: Offering): Field[] {
  if (!worksheets || (worksheets.own.length === 0 && !worksheets.attached)) return [];
  const text = texts.calls.aboutCall.ask.attach;
  const { worksheets: words } = texts.requester;
  const { program } = services.programs.current();
  const { variants } = worksheetSaid(program, texts);
  const labelOf = (variant: string) => variants.find(({ id }) => id === variant)?.label ?? '';
  return [
    {
      type: 'radios',
      name: NAME,
      legend: text.legend,
      hint: text.hint,
      small: true,
      choices: [
        ...(worksheets.attached ? [{ value: KEEP, text: text.keep }] : []),
        ...worksheets.own.map(({ id, words: { label, variant }, savedAt }) => ({
          value: id,
          text: label ?? words.unnamed,
          hint: text.detail(labelOf(variant), words.saved(texts.dates.shortDateTime(savedAt, program.zone))),
        })),
        { value: NONE, text: text.none },
      ],
    },
  ];
}

/** The worksheet to attach; null: none. */
export const chosenWorksheet = ({ worksheets }: Offering, fields: Fields): OwnWorksheet | null =>
  worksheets?.own.find(({ id }) => id === one(fields, NAME)) ?? null;

/** One that is there no longer is asked about: nothing else goes out than was chosen. */
export function worksheetErrors(texts: Texts, asking: Offering, fields: Fields): PageError[] {
  const value = one(fields, NAME);
  const known = value === '' || value === KEEP || value === NONE || !asking.worksheets;
  if (known || chosenWorksheet(asking, fields)) return [];
  return [{ pointer: `/${NAME}`, message: texts.calls.aboutCall.ask.attach.gone }];
}

/** The copy that goes along; null takes one away that is there; undefined leaves all as it is. */
export async function worksheetCopy(
  { services }: AppDeps,
  texts: Texts,
  { asking, fields }: { asking: Offering; fields: Fields },
): Promise<Buffer | null | undefined> {
  const chosen = chosenWorksheet(asking, fields);
  if (!chosen) return one(fields, NAME) === NONE && asking.worksheets ? null : undefined;
  const { program } = services.programs.current();
  return services.pdf.write(worksheetPdf(chosen, { program, texts }));
}
