import { randomUUID } from 'node:crypto';
import { type Fields, one } from './fields.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id a form was given when it was shown: the same form sent twice is the same command. */
export function commandOfForm(fields: Fields): string {
  const id = one(fields, 'commandId');
  return UUID.test(id) ? id : randomUUID();
}

/** A fresh one, for the hidden input. */
export function newCommandId(): string {
  return randomUUID();
}
