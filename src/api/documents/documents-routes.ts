import { ok } from '../../domain/result.js';
import { addDocument } from '../../usecases/documents/add-document.js';
import {
  type DocumentView,
  documentFields,
  documentQuery,
  documentViewSchema,
} from '../../usecases/documents/document.schema.js';
import { MEDIA_TYPES } from '../../usecases/documents/media-type.js';
import { listDocuments, readDocument } from '../../usecases/documents/read-documents.js';
import { removeDocument } from '../../usecases/documents/remove-document.js';
import { pageOf, shortListQuery } from '../../usecases/lists/page-of.schema.js';
import { empty, file, json } from '../http/answer.js';
import { upload } from '../http/input.js';
import { listOf } from '../http/list-of.js';
import { uuid } from '../http/path-params.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';
import { fewAtOnce } from '../middleware/few-at-once.js';
import { sendDocument } from './send-document.js';

const tag = 'TA requests';
const byAge = {
  name: 'documents',
  keyOf: ({ createdAt, id }: DocumentView) => `${createdAt}/${id}`,
  key: /^[\d-]+T[\d:.]+Z\/[\da-f-]{36}$/,
};

const ofRequest = {
  path: '/ta-requests/{id}/documents',
  tag,
  params: { id: uuid },
} as const;
const one = {
  path: '/ta-requests/{id}/documents/{documentId}',
  tag,
  params: { id: uuid, documentId: uuid },
} as const;

export const documentsRoutes: readonly Route[] = [
  route({
    ...ofRequest,
    id: 'listDocuments',
    access: 'requests.content',
    method: 'get',
    summary: 'List the documents of a request',
    query: shortListQuery,
    answers: { 200: json('Documents', listOf(documentViewSchema)) },
    problems: [],
    handle: async ({ services, actor, params, query }) =>
      pageOf(unwrap(await listDocuments(services, actor, params.id)), query, byAge),
  }),
  route({
    ...ofRequest,
    id: 'addDocument',
    access: 'requests.act-for-requester',
    method: 'post',
    summary: 'Add a document',
    description:
      'PDF, DOCX, ODT, RTF, TXT, PNG, JPEG, HEIC or TIFF, up to 10 MB. `scan` says whether it can be opened yet: where the desk has a virus scanner, nobody can before it is `clean`.',
    body: upload(documentFields),
    answers: { 201: json('Kept, sealed', documentViewSchema, ({ links }) => links.self) },
    problems: ['unsupported-file'],
    handle: ({ services, actor, params, body: { file, fields } }) =>
      addDocument(services, actor, params.id, { ...file, ...fields }),
  }),
  route({
    ...one,
    id: 'readDocument',
    access: 'requests.content',
    method: 'get',
    summary: 'Download a document',
    description:
      'Reading is logged. While it is checked for viruses, or was found to carry one, it is `not-allowed-now`. It always comes as an attachment; `as=preview` is taken for the sake of who sends it, and changes nothing.',
    query: documentQuery,
    // Each is opened as a whole before it is sent.
    queue: fewAtOnce({ most: 3, mostWaiting: 200 }),
    answers: { 200: file('The file', MEDIA_TYPES) },
    problems: ['not-allowed-now'],
    async handle({ services, actor, params }) {
      const document = unwrap(await readDocument(services, actor, params));
      return ok((res) => sendDocument(res, document));
    },
  }),
  route({
    ...one,
    id: 'removeDocument',
    access: 'requests.act-for-requester',
    method: 'delete',
    summary: 'Remove a document, until the answer',
    description:
      'For the requester, and staff who act for them. Its name and content are erased; the timeline says that a document was removed.',
    answers: { 204: empty('Removed') },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params }) => removeDocument(services, actor, params),
  }),
];
