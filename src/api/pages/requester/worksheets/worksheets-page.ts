import { ok } from '../../../../domain/result.js';
import { WORKSHEET_VARIANTS } from '../../../../domain/worksheets/worksheet.schema.js';
import { listWorksheets } from '../../../../usecases/worksheets/own-worksheet.js';
import { startWorksheet } from '../../../../usecases/worksheets/start-worksheet.js';
import type { AppDeps } from '../../../app-deps.js';
import { paths } from '../../../paths.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type FormRoutes, formPage } from '../../kit/form-page.js';
import { worksheetSaid } from './worksheet-words.js';

/** One's EMP worksheets, and a form that begins another. */
export function worksheetsPage({ services }: AppDeps): FormRoutes {
  const programNow = () => services.programs.current().program;
  return formPage(services, {
    name: 'worksheet-started',
    unavailable: 'try-again-typed-kept',
    load: async (req) => ({ worksheets: await listWorksheets(services, req.actor) }),
    form: (_page, _standing, texts) => ({
      fields: [
        {
          type: 'radios',
          name: 'variant',
          legend: texts.requester.worksheets.variant,
          size: 'm',
          choices: worksheetSaid(programNow(), texts).variants.map(({ id, label, hint }) => ({
            value: id,
            text: label,
            ...(hint ? { hint } : {}),
          })),
          missing: texts.requester.worksheets.noVariant,
        },
      ],
      buttons: [{ text: texts.requester.worksheets.start }],
    }),
    view({ worksheets }, _standing, { texts, query }) {
      const t = texts.requester.worksheets;
      const { zone, retention, ...program } = programNow();
      const said = worksheetSaid({ zone, retention, ...program }, texts);
      return {
        section: 'my',
        title: t.listTitle,
        template: 'pages/requester/worksheets/worksheets.njk',
        lead: [said.lead, t.private(retention.worksheetDays)],
        nothing: worksheets.length === 0 ? t.none : null,
        rows: worksheets.map(({ id, words, savedAt }) => ({
          href: paths.myWorksheet(id),
          label: words.label ?? t.unnamed,
          about: said.variants.find((one) => one.id === words.variant)?.label,
          saved: t.saved(texts.dates.shortDateTime(savedAt, zone)),
        })),
        done: query.done === 'erased' ? t.done.erased : null,
        backLink: paths.myRequests,
      };
    },
    read(fields) {
      const variant = WORKSHEET_VARIANTS.find((known) => known === one(fields, 'variant'));
      return variant ? ok(variant) : wrongFields([]);
    },
    act: (variant, { req, commandId }) => startWorksheet(services, req.actor, { id: commandId, variant }),
    done: ({ id }) => `${paths.myWorksheet(id)}?done=started`,
  });
}
