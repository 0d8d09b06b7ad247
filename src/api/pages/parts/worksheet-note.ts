import type { Program } from '../../../domain/program/program.schema.js';
import { worksheetFits } from '../../../domain/worksheets/of-use.js';
import { WORKSHEET_KIND } from '../../../domain/worksheets/worksheet.schema.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { Choice, Field } from '../kit/form.js';

type About = Parameters<typeof worksheetFits>[0];

/** Where documents are taken: the EMP worksheet need not be a file, it can be filled in here. Nothing where one is there. */
export function worksheetNote(
  about: About,
  program: Program,
  { requester: { worksheets } }: Texts,
  there: readonly { documentKind: string }[],
): Field[] {
  if (!worksheetFits(about, program)) return [];
  if (there.some(({ documentKind }) => documentKind === WORKSHEET_KIND)) return [];
  const { text, link } = worksheets.besideFiles;
  return [{ type: 'note', text, links: [{ text: link, href: paths.myWorksheets }] }];
}

/** What may be sent along: no worksheet where it says nothing to what is asked. */
export function documentChoices(about: About, program: Program): Choice[] {
  const fits = worksheetFits(about, program);
  return program.documents
    .filter(({ id, reviewed }) => reviewed && (fits || id !== WORKSHEET_KIND))
    .map(({ id, label }) => ({ value: id, text: label }));
}
