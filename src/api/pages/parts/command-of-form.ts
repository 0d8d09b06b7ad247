import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { type Fields, one } from '../kit/fields.js';

/** The id a form was given when it was shown: the same form sent twice is the same command. */
export function commandOfForm(fields: Fields): string {
  const id = one(fields, 'commandId');
  return isUuid(id) ? id : randomUUID();
}

/** A fresh one, for the hidden input. */
export function newCommandId(): string {
  return randomUUID();
}
