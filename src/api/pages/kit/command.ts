import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { followingCommand } from '../../../usecases/following-command.js';
import { type Fields, one } from './fields.js';

/** The id a form was given when it was shown; a fresh one where none, or none of ours, came back. */
export function formIdOf(fields: Fields): string {
  const id = one(fields, 'commandId');
  return isUuid(id) ? id : randomUUID();
}

/**
 * The form as sent by this person: the same words by another are another form, and never show them what came of the
 * first one's. Whoever isn't signed in is nobody in particular, and a lost session is found again before a form is sent.
 */
export function sendersFormId(fields: Fields, actor: Actor): string {
  return followingCommand(formIdOf(fields), actorRef(actor));
}

/**
 * The command of a form: its id and what it asks for. The same form sent twice is one command; with other words,
 * say after a try whose words may still lie there pending, it is another.
 */
export function commandOf(formId: string, content: unknown): string {
  return followingCommand(formId, JSON.stringify(content) ?? '');
}
