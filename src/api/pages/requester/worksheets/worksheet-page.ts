import type { Program } from '../../../../domain/program/program.schema.js';
import { ok } from '../../../../domain/result.js';
import {
  WORKSHEET_COLUMNS,
  WORKSHEET_MOST,
  WORKSHEET_PARTS,
  type WorksheetWords,
  worksheetSchema,
} from '../../../../domain/worksheets/worksheet.schema.js';
import { type OwnWorksheet, readWorksheet } from '../../../../usecases/worksheets/own-worksheet.js';
import { saveWorksheet } from '../../../../usecases/worksheets/save-worksheet.js';
import type { AppDeps } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { paths } from '../../../paths.js';
import type { Texts } from '../../../text/texts.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { asTyped, type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type FormRoutes, formPage } from '../../kit/form-page.js';
import { param } from '../../parts/page-deps.js';
import { worksheetSaid } from './worksheet-words.js';

const nameOf = (part: string, column: string) => `${part}-${column}`;

/** A worksheet to fill in. Saving sends it to nobody. */
export function worksheetPage({ services }: AppDeps): FormRoutes {
  const programNow = () => services.programs.current().program;
  return formPage(services, {
    name: 'worksheet-saved',
    unavailable: 'try-again-typed-kept',
    load: async (req) => unwrap(await readWorksheet(services, req.actor, param(req, 'id'))),
    form: ({ words, version }, _standing, texts) => ({
      fields: fieldsOf(programNow(), words, texts),
      initial: initialOf(words),
      hidden: { version: String(version) },
      buttons: [{ text: texts.requester.worksheets.save }],
    }),
    view({ id, words, savedAt }, _standing, { texts, query }) {
      const t = texts.requester.worksheets;
      const { zone } = programNow();
      const said = worksheetSaid(programNow(), texts);
      const done = typeof query.done === 'string' && Object.hasOwn(t.done, query.done) ? query.done : null;
      return {
        section: 'my',
        title: said.title,
        template: 'pages/requester/worksheets/worksheet.njk',
        lead: [said.variants.find((one) => one.id === words.variant)?.label ?? '', t.noNames],
        saved: t.saved(texts.dates.dateTime(savedAt, zone)),
        done: done && t.done[done],
        links: [
          { text: t.attachLink, href: paths.myWorksheetAttaching(id) },
          { text: t.pdfLink, href: paths.myWorksheetPdf(id) },
          { text: t.eraseLink, href: paths.myWorksheetErasure(id) },
        ],
        backLink: paths.myWorksheets,
      };
    },
    read(fields, { words: { variant } }) {
      const part = (id: string) =>
        Object.fromEntries(WORKSHEET_COLUMNS.map((column) => [column, one(fields, nameOf(id, column))]));
      const parts = Object.fromEntries(WORKSHEET_PARTS.map((id) => [id, part(id)]));
      const read = worksheetSchema.safeParse({ label: one(fields, 'label'), variant, ...parts });
      const version = Number.parseInt(one(fields, 'version'), 10);
      if (read.success) return ok({ words: read.data, version: Number.isSafeInteger(version) ? version : 0 });
      return wrongFields(
        zodFieldErrors(read.error).map((error) => ({
          ...error,
          pointer: error.pointer.replace(/^\/(act|means|purpose)\//, '/$1-'),
        })),
      );
    },
    act: ({ words, version }, { req, page }) =>
      saveWorksheet(services, req.actor, { id: page.id, version, words }),
    afresh: true,
    retyped: (problem, fields, page, texts) =>
      problem.code === 'version-mismatch' ? withBoth(fields, page, texts) : fields,
    done: (_value, { page }) => `${paths.myWorksheet(page.id)}?done=saved`,
  });
}

function fieldsOf(program: Program, { variant }: WorksheetWords, texts: Texts): Field[] {
  const t = texts.requester.worksheets;
  return [
    {
      type: 'line',
      name: 'label',
      label: t.label,
      hint: t.labelHint,
      width: 20,
      autocomplete: 'off',
    },
    ...worksheetSaid(program, texts)
      .partsOf(variant)
      .map(
        ({ id, label, hint }): Field => ({
          type: 'group',
          name: id,
          legend: label,
          hint,
          fields: WORKSHEET_COLUMNS.map((column) => ({
            type: 'words',
            name: nameOf(id, column),
            label: t.columns[column],
            hint: t.columnHints[column],
            rows: 4,
            most: WORKSHEET_MOST,
          })),
        }),
      ),
  ];
}

const initialOf = (words: WorksheetWords): Fields => ({
  label: words.label ?? '',
  ...Object.fromEntries(
    WORKSHEET_PARTS.flatMap((part) =>
      WORKSHEET_COLUMNS.map((column) => [nameOf(part, column), words[part][column] ?? '']),
    ),
  ),
});

/** What was typed here, and below it what another window saved: no word of either is lost. */
function withBoth(fields: Fields, { words }: OwnWorksheet, texts: Texts): Fields {
  const between = `\n\n${texts.requester.worksheets.elsewhere}\n`;
  const both = Object.entries(initialOf(words)).map(([name, saved]) => {
    const here = asTyped(one(fields, name));
    const there = asTyped(String(saved));
    if (there === '' || here === there) return [name, here];
    return [name, here === '' ? there : `${here}${name === 'label' ? ' / ' : between}${there}`];
  });
  return { ...fields, ...Object.fromEntries(both) };
}
