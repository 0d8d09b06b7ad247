import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { actorRef } from '../../domain/people/actor.js';

/**
 * Id of the command a POST carries. With an Idempotency-Key it follows from the actor, the address and the key, so
 * that a repeat reaches the workflow as the same update even when the first answer was lost.
 */
export function commandId(req: Request): string {
  const key = req.get('idempotency-key');
  if (!key) return randomUUID();
  return idFrom(JSON.stringify([actorRef(req.actor), req.originalUrl.split('?')[0], key]));
}

/** The id of what follows from a command, such as the draft saved before it is submitted. Always the same one. */
export function followingCommand(commandId: string, step: string): string {
  return idFrom(`${commandId}|${step}`);
}

/** A UUID that is the same for the same text. */
function idFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
