import type { z } from 'zod';
import type { Database } from '../../ports/database.js';
import type { Log } from '../../ports/log.js';
import type { Outcome } from '../../ports/outcome.js';
import type { Vault } from '../../ports/vault.js';
import { callService, PATIENCE, type Patience, type ServiceManners } from '../http/call-service.js';
import { createRateLimiter } from '../http/rate-limiter.js';
import type { ServiceAnswer } from '../http/send.js';
import { type WallTime, wallTime } from '../http/wall-time.js';
import type { NationBuilderSettings } from './nationbuilder-settings.js';
import { createNationBuilderTokens } from './nationbuilder-tokens.js';
import { SIGNUP_FIELDS } from './signup-schemas.js';

const JSON_API = 'application/vnd.api+json';

export interface NationBuilderClient {
  /** `path` below /api/v2. Every answer holds only the fields we read. */
  call<S extends z.ZodType>(call: {
    name: string;
    method?: 'GET' | 'PATCH';
    path: string;
    query?: Record<string, string>;
    body?: unknown;
    answer: S;
  }): Promise<Outcome<z.output<S>>>;
}

export interface NationBuilderDeps {
  settings: NationBuilderSettings;
  db: Database;
  vault: Vault;
  log: Log;
  time?: WallTime;
  patience?: Partial<Patience>;
}

/** How calls to the nation are made and their refusals named. */
export function nationBuilderManners({ log, time = wallTime, patience }: NationBuilderDeps): ServiceManners {
  return { log, time, patience: { ...PATIENCE, ...patience }, refusalOf, limitOf };
}

export function createNationBuilderClient(deps: NationBuilderDeps): NationBuilderClient {
  const manners = nationBuilderManners(deps);
  const tokens = createNationBuilderTokens({ ...deps, manners });
  const limiter = createRateLimiter({ limit: 250, windowMs: 10_000 }, manners.time);
  return {
    call({ name, method = 'GET', path, query = {}, body, answer }) {
      const url = new URL(`${deps.settings.url}/api/v2${path}`);
      url.search = new URLSearchParams({ 'fields[signups]': SIGNUP_FIELDS, ...query }).toString();
      return callService(
        {
          name: `nationbuilder.${name}`,
          method,
          url,
          headers: { accept: JSON_API, ...(body === undefined ? {} : { 'content-type': JSON_API }) },
          body: body === undefined ? undefined : JSON.stringify(body),
          answer,
          limiter,
          tokens,
          // Reads, and changes that are the same when made twice.
          repeatable: true,
        },
        manners,
      );
    },
  };
}

const REFUSALS: Record<number, string> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  422: 'invalid',
};

function refusalOf({ status }: ServiceAnswer): string {
  return REFUSALS[status] ?? `nationbuilder-${status}`;
}

function limitOf({ headers }: ServiceAnswer): { code: string; at?: number } {
  // Retry-After comes first (callService reads it); without one, the end of the window is named.
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN);
  const named = headers.get('retry-after') === null && Number.isFinite(reset);
  return { code: 'rate-limited', ...(named ? { at: reset * 1000 } : {}) };
}
