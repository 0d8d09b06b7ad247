import { createHash, randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import type { Values } from './decision-form.js';

/** Fingerprint of what was typed; goes with a form shown again after the engine was away. */
export function digestOf(values: Values): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);
}

/**
 * The command a form sends: its hidden id, so that a double click decides once. After an attempt that may have
 * left its words pending (`digest` says which), other words need another id, or the old ones would count.
 */
export function commandOf(body: Record<string, unknown>, values: Values): string {
  const { commandId, digest } = body;
  const usable = typeof commandId === 'string' && isUuid(commandId);
  if (!usable) return randomUUID();
  if (typeof digest === 'string' && digest !== '' && digest !== digestOf(values)) return randomUUID();
  return commandId;
}
