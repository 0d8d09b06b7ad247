import {
  EXPORT_FORMATS,
  type ExportOpening,
  exportOpeningSchema,
} from '../../../../domain/exports/export.schema.js';
import { ok } from '../../../../domain/result.js';
import type { ExportView } from '../../../../usecases/exports/export-view.schema.js';
import { makeExport } from '../../../../usecases/exports/make-export.js';
import { listExports } from '../../../../usecases/exports/read-exports.js';
import { listReleases } from '../../../../usecases/releases/read-releases.js';
import type { ReleaseView } from '../../../../usecases/releases/release-view.schema.js';
import { getRequest } from '../../../../usecases/requests/read-request.js';
import type { AppServices } from '../../../app-deps.js';
import { renderExport } from '../../../exports/render-export.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

interface ExportsPage {
  id: string;
  reference: string;
  releases: ReleaseView[];
  files: ExportView[];
}

/** `/staff/exports/:id`: a director makes a file of a request for whoever a release names, and downloads it. */
export const exportsPage = (services: AppServices): FormRoutes =>
  staffForm<ExportsPage, ExportOpening, ExportView>(services, {
    name: 'case-exported',
    async load({ actor, params }) {
      const id = uuidParam(params.id);
      const { reference } = unwrap(await getRequest(services, actor, id));
      const { items } = unwrap(await listReleases(services, actor, id));
      const { items: files } = unwrap(await listExports(services, actor, id));
      return {
        id,
        reference,
        files,
        releases: items.filter(({ inForce, recipient }) => inForce && recipient),
      };
    },
    form({ releases }, _standing, { staff, dates }) {
      const t = staff.desk['exports/:id'];
      if (releases.length === 0) return null;
      return {
        fields: [
          {
            type: 'radios',
            name: 'releaseId',
            ...t.release,
            choices: releases.map(({ id, recipient, parts, until }) => ({
              value: id,
              text: recipient ?? '',
              hint: t.covers(parts.map((part) => staff.sharing.parts[part]).join('; '), dates.date(until)),
            })),
          },
          {
            type: 'radios',
            name: 'format',
            ...t.format,
            choices: EXPORT_FORMATS.map((value) => ({ value, ...t.formats[value] })),
          },
        ],
        initial: {
          format: 'pdf',
          ...(releases[0] && releases.length === 1 ? { releaseId: releases[0].id } : {}),
        },
        buttons: [{ text: t.button }],
      };
    },
    view({ id, reference, files, releases }, _standing, { texts, query }) {
      const t = texts.staff.desk['exports/:id'];
      const { zone } = services.programs.current().program;
      const when = (at: string) => texts.dates.shortDateTime(at, zone);
      return {
        template: 'exports/exports.njk',
        section: 'queue',
        title: t.title(reference),
        text: t,
        lines: t.lead,
        asks: releases.length > 0,
        done: query.done === 'made' ? t.done : null,
        backLink: { href: paths.desk('releases/:id', id), text: t.back },
        files: files.map(({ format, madeAt, expiresAt, handedOut, links }) => ({
          text: t.file(format.toUpperCase(), when(madeAt)),
          more: t.fileMore(when(expiresAt), handedOut),
          href: links.file,
        })),
      };
    },
    read(fields) {
      const read = exportOpeningSchema.safeParse({
        releaseId: one(fields, 'releaseId'),
        format: one(fields, 'format'),
      });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (opening, { req, page }) =>
      makeExport(services, req.actor, page.id, opening, renderExport(services, req.texts)),
    afresh: true,
    done: (_made, { page }) => `${paths.desk('exports/:id', page.id)}?done=made`,
  });
