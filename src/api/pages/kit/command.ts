import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { followingCommand } from '../../../usecases/following-command.js';
import { type Fields, one } from './fields.js';

/** The id a form was given when it was shown; a fresh one where none, or none of ours, came back. */
export function formIdOf(fields: Fields): string {
  const id = one(fields, 'commandId');
  return isUuid(id) ? id : randomUUID();
}

/**
 * The command of a form: its id and what it asks for. The same form sent twice is one command; with other words,
 * say after a try whose words may still lie there pending, it is another.
 */
export function commandOf(formId: string, content: unknown): string {
  return followingCommand(formId, JSON.stringify(content) ?? '');
}
