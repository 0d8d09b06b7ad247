import type { z } from 'zod';
import type { Log } from '../../ports/log.js';
import type { Outcome } from '../../ports/outcome.js';
import { callService, PATIENCE, type Patience, type ServiceManners } from '../http/call-service.js';
import { done, retry } from '../http/outcomes.js';
import { createRateLimiter } from '../http/rate-limiter.js';
import { type WallTime, wallTime } from '../http/wall-time.js';
import { limitOf, refusalOf } from './zoom-refusals.js';
import type { ZoomSettings } from './zoom-settings.js';
import { createZoomTokens } from './zoom-tokens.js';

/** Zoom's label of an endpoint; a Pro account's limits per second, the smallest that can hold such meetings. */
const PER_SECOND = { light: 30, medium: 20, heavy: 10 } as const;
export type RateLabel = keyof typeof PER_SECOND;

export interface ZoomCall<S extends z.ZodType> {
  name: string;
  label: RateLabel;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  answer: S;
  /** See ServiceCall; true unless said. */
  repeatable?: boolean;
}

export interface ZoomClient {
  hostId: string;
  call<S extends z.ZodType>(call: ZoomCall<S>): Promise<Outcome<z.output<S>>>;
  /** Every page of a list, put together by `itemsOf`. */
  pages<S extends z.ZodType<{ next_page_token: string | null }>, T>(
    call: ZoomCall<S>,
    itemsOf: (page: z.output<S>) => T[],
  ): Promise<Outcome<T[]>>;
}

export interface ZoomDeps {
  settings: ZoomSettings;
  log: Log;
  time?: WallTime;
  patience?: Partial<Patience>;
}

/** More pages of 300 than any of our lists has. */
const MOST_PAGES = 200;

export function createZoomClient({ settings, log, time = wallTime, patience }: ZoomDeps): ZoomClient {
  const manners: ServiceManners = {
    log,
    time,
    patience: { ...PATIENCE, ...patience },
    refusalOf,
    limitOf: (answer) => limitOf(answer, time.now()),
  };
  const tokens = createZoomTokens(settings, manners);
  const limiter = (label: RateLabel) =>
    createRateLimiter({ limit: PER_SECOND[label], windowMs: 1_000 }, time);
  const limiters = { light: limiter('light'), medium: limiter('medium'), heavy: limiter('heavy') };

  const client: ZoomClient = {
    hostId: settings.hostId,
    call: ({ name, label, method = 'GET', path, query = {}, body, answer, repeatable = true }) => {
      const url = new URL(`${settings.apiUrl}${path}`);
      url.search = new URLSearchParams(query).toString();
      return callService(
        {
          name: `zoom.${name}`,
          method,
          url,
          ...(body === undefined
            ? {}
            : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
          answer,
          limiter: limiters[label],
          tokens,
          repeatable,
        },
        manners,
      );
    },
    async pages(call, itemsOf) {
      const items: ReturnType<typeof itemsOf> = [];
      let token: string | null = null;
      for (let count = 0; count < MOST_PAGES; count += 1) {
        const query: Record<string, string> = { page_size: '300', ...call.query };
        if (token) query.next_page_token = token;
        const got: Outcome<{ next_page_token: string | null }> = await client.call({ ...call, query });
        if (got.outcome !== 'done') return got;
        items.push(...itemsOf(got.value as Parameters<typeof itemsOf>[0]));
        const next = got.value.next_page_token;
        if (next === null) return done(items);
        // The same page again and again would never end.
        if (next === token) break;
        token = next;
      }
      return retry('malformed-answer', time.now() + 60_000);
    },
  };
  return client;
}
