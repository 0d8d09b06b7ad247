import { as } from './row.js';

/** About documents of a request. */
export const documentRefusals = {
  'no-such-document': as('not-found'),
  'only-own-documents': as('forbidden'),
  'documents-while-open': as('not-allowed-now'),
  'documents-until-answered': as('not-allowed-now'),
  'too-many-documents': as<{ most: number }>('not-allowed-now'),
  'form-files-too-large': as<{ megabytes: number }>('not-allowed-now'),
  'document-being-checked': as('not-allowed-now'),
  'document-infected': as('not-allowed-now'),
  'document-unchecked': as('not-allowed-now'),
  'file-empty': as('invalid'),
  'file-name-unreadable': as('invalid'),
  'file-kind-not-taken': as<{ taken: readonly string[] }>('unsupported-file'),
  'one-file-needed': as('invalid'),
};
