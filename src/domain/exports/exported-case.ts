import type { ReleasePart } from '../releases/release-scope.js';
import type { Instant } from '../time/instant.js';

/** Whose copy a file is: on each of its pages, and in its first row. */
export interface ExportMark {
  /** Of the file. */
  id: string;
  recipient: string;
  madeAt: Instant;
}

export interface ExportedText {
  /** Of the catalogue of case texts. */
  field: string;
  from: string;
  at: Instant;
  body: string;
}

export interface ExportedDocument {
  name: string;
  documentKind: string;
  mediaType: string;
  at: Instant;
  content: Buffer;
}

/** What of a request goes into a file: what the requester themself could read of it, and of that the parts that were allowed. */
export interface ExportedCase {
  reference: string;
  receivedAt: Instant;
  parts: readonly ReleasePart[];
  contact: { name: string; email: string; organization: string | null } | null;
  question: { clientAlias: string | null; facts: string; questions: string } | null;
  documents: ExportedDocument[] | null;
  answer: { body: string; sentAt: Instant } | null;
  letters: ExportedText[] | null;
}
