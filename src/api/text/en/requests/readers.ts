import type { Readers } from '../../../../domain/requests/readers.js';

/** Said at every field for words: who will read them. */
export function readersText(readers: Readers, hasSupervisor: boolean): string {
  switch (readers) {
    case 'case':
      return hasSupervisor
        ? 'The requester reads this after signing in, and so does a supervisor who has confirmed.'
        : 'The requester reads this after signing in.';
    case 'staff':
      return 'Only staff read this.';
    case 'nobody':
      return '';
  }
}

/** A draft changes its readers when it is sent. */
export const draftReaders = (hasSupervisor: boolean): string =>
  hasSupervisor
    ? 'Only staff read this until it is sent. Then the requester does, and a supervisor who has confirmed.'
    : 'Only staff read this until it is sent. Then the requester does.';
