import { v5 as uuidOf } from 'uuid';

/** The id of what follows from a command, such as the draft saved before it is submitted. Always the same one. */
export function followingCommand(commandId: string, step: string): string {
  return uuidOf(step, commandId);
}
