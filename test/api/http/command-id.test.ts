import { describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import { commandId } from '../../../src/api/http/command-id.js';
import type { Actor } from '../../../src/domain/people/actor.js';

const ana: Actor = { kind: 'key', id: 'ana', role: 'admin', scopes: [] };
const rob: Actor = { ...ana, id: 'rob' };
const nobody: Actor = { kind: 'public' };

const idOf = (actor: Actor, originalUrl = '/api/v1/closures', key: string | undefined = 'k-1') =>
  commandId({ get: () => key, actor, originalUrl } as unknown as Request);

describe('an Idempotency-Key', () => {
  test('of the same caller at the same address is the same command', () => {
    expect(idOf(ana, '/api/v1/closures?preview=true')).toBe(idOf(ana));
  });

  test.each<[string, string, string]>([
    ['of another key’s owner', idOf(ana), idOf(rob)],
    ['at another address', idOf(ana), idOf(ana, '/api/v1/completions')],
    ['of nobody in particular', idOf(nobody), idOf(nobody)],
    ['that is missing', idOf(ana, undefined, ''), idOf(ana, undefined, '')],
  ])('%s is another', (_name, first, second) => {
    expect(second).not.toBe(first);
  });
});
