import type { documentRefusals } from '../../../../domain/refusals/documents.js';
import type { RefusalSentences } from '../../sentences.js';

export const documentSentences: RefusalSentences<typeof documentRefusals> = {
  'no-such-document': 'There is no such document.',
  'only-own-documents': 'Only the requester and staff add documents to a request, or remove them.',
  'documents-while-open': 'Documents can be added while the request is open.',
  'documents-until-answered': 'Documents can be removed until we answer.',
  'too-many-documents': ({ most }) => `A request takes up to ${most} documents.`,
  'form-files-too-large': ({ megabytes }) =>
    `The documents of one form may have up to ${megabytes} MB together. Send this one from your request’s page, once we have the request.`,
  'document-being-checked': 'We are still checking this document for viruses. Try again in some minutes.',
  'document-infected': 'This document carried a virus. We destroyed it.',
  'document-unchecked': 'We could not check this document for viruses, so nobody can open it.',
  'file-empty': 'The file is empty.',
  'file-name-unreadable': 'The file’s name holds control characters. Rename the file and send it again.',
  'file-kind-not-taken': ({ taken }) =>
    `Send ${taken.join(', ')}; what is in the file must be what its name says.`,
  'one-file-needed': 'Send one file in the field "file" of a multipart/form-data body.',
};
