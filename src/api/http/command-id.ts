import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { v5 as uuidOf } from 'uuid';
import { actorRef } from '../../domain/people/actor.js';

/** Namespace of ids that follow from an Idempotency-Key. */
const COMMANDS = '6c1f2d0a-8a57-4d0e-9a51-2f7b5a0c9e34';

/**
 * Id of the command a POST carries. With an Idempotency-Key it follows from the actor, the address and the key, so
 * that a repeat reaches the workflow as the same update even when the first answer was lost.
 */
export function commandId(req: Request): string {
  const key = req.get('idempotency-key');
  // Nobody in particular has no keys of their own: one stranger's call is never taken for another's.
  if (!key || req.actor.kind === 'public') return randomUUID();
  return uuidOf(JSON.stringify([actorRef(req.actor), req.originalUrl.split('?')[0], key]), COMMANDS);
}
