import { documentOf } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { WORKSHEET_KIND } from '../../../domain/worksheets/worksheet.schema.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { Field } from '../kit/form.js';

/** Where documents are taken: the EMP worksheet need not be a file, it can be filled in here. */
export function worksheetNote(program: Program, { requester: { worksheets } }: Texts): Field[] {
  if (!documentOf(program, WORKSHEET_KIND)) return [];
  const { text, link } = worksheets.besideFiles;
  return [{ type: 'note', text, links: [{ text: link, href: paths.myWorksheets }] }];
}
