import { followingCommand } from '../../../../usecases/following-command.js';
import { commandOf } from '../decide/command-of.js';

/**
 * The command of a form: its hidden id and what it decides. The same form sent twice decides once; sent again
 * with other words, or another form of the same page, it is another decision.
 */
export function commandOfContent(body: unknown, decision: unknown): string {
  const id = commandOf((body ?? {}) as Record<string, unknown>, {});
  return followingCommand(id, JSON.stringify(decision));
}

/** The hidden id as it was sent, so that the form shown again is the same form. */
export function shownCommandId(body: unknown): string {
  return commandOf((body ?? {}) as Record<string, unknown>, {});
}
