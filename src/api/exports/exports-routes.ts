import { EXPORT_MEDIA, EXPORT_TYPES, exportOpeningSchema } from '../../domain/exports/export.schema.js';
import { ok } from '../../domain/result.js';
import { exportsViewSchema, exportViewSchema } from '../../usecases/exports/export-view.schema.js';
import { makeExport } from '../../usecases/exports/make-export.js';
import { listExports, readExport } from '../../usecases/exports/read-exports.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { sendDocument } from '../documents/send-document.js';
import { file, json } from '../http/answer.js';
import { uuid } from '../http/path-params.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';
import { fewAtOnce } from '../middleware/few-at-once.js';
import { LANGUAGES } from '../text/texts.js';
import { renderExport } from './render-export.js';

const tag = 'Exports';

/** Each holds a whole case while it is made or sent. */
const queue = fewAtOnce({ most: 2, mostWaiting: 20 });

/** Files of a request for somebody outside: watermarked, for a few days, and only under a release. */
export const exportsRoutes: readonly Route[] = [
  route({
    id: 'listExports',
    method: 'get',
    path: '/ta-requests/{id}/exports',
    tag,
    summary: 'List the files of a request that can be downloaded, the latest first',
    access: 'exports.make',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('Its files', exportsViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => listExports(services, actor, params.id),
  }),
  route({
    id: 'makeExport',
    method: 'post',
    path: '/ta-requests/{id}/exports',
    tag,
    summary: 'Make a file of a request under a release',
    description:
      'It holds the parts that the release names, and no notes or drafts. Whose copy it is stands on each page of a PDF and first in CSV and JSON, where nothing begins a formula. Documents themselves are in the JSON alone. It can be downloaded for as many days as the program says, as long as the release is in force; then it is destroyed.',
    access: 'exports.make',
    fresh: true,
    queue,
    params: { id: uuid },
    body: exportOpeningSchema,
    answers: { 201: json('Made', exportViewSchema, ({ links }) => links.file) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body }) =>
      makeExport(services, actor, params.id, body, renderExport(services, LANGUAGES[0])),
  }),
  route({
    id: 'downloadExport',
    method: 'get',
    path: '/exports/{id}/file',
    tag,
    summary: 'Download a file of a request',
    description: 'Handing it out is logged. Once the release is revoked or over, it is refused.',
    access: 'exports.make',
    queue,
    params: { id: uuid },
    query: noQuery,
    answers: { 200: file('The file, as an attachment', EXPORT_TYPES) },
    problems: ['not-allowed-now'],
    async handle({ services, actor, params }) {
      const { name, format, content } = unwrap(await readExport(services, actor, params.id));
      return ok((res) => sendDocument(res, { view: { name, mediaType: EXPORT_MEDIA[format] }, content }));
    },
  }),
];
