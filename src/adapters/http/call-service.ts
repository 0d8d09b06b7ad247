import type { z } from 'zod';
import type { Log } from '../../ports/log.js';
import type { Outcome } from '../../ports/outcome.js';
import { done, refused, retry } from './outcomes.js';
import type { RateLimiter } from './rate-limiter.js';
import { readRetryAfter } from './retry-after.js';
import { readAnswer, type ServiceAnswer, send } from './send.js';
import type { WallTime } from './wall-time.js';

/** How patient one call is. It holds an activity meanwhile, so long waits are handed back as `retry`. */
export interface Patience {
  attempts: number;
  /** Longest single wait inside of the call, in ms. */
  longestWait: number;
  /** For one answer, in ms. */
  timeout: number;
}

/** What failed through a whole call is given this long at least, in ms. */
const LATER = 30_000;

export const PATIENCE: Patience = { attempts: 4, longestWait: 10_000, timeout: 10_000 };

/** Bearer tokens of a service. */
export interface AccessTokens {
  current(): Promise<Outcome<string>>;
  /** A newer one than `stale`, which was refused. Concurrent callers get the same. */
  renew(stale: string): Promise<Outcome<string>>;
}

/** What differs between services. Gets the service's words to judge; only codes come out. */
export interface ServiceManners {
  log: Log;
  time: WallTime;
  patience: Patience;
  refusalOf(answer: ServiceAnswer): string;
  /** For 429: a code, and the moment if the service names it in its own way. */
  limitOf(answer: ServiceAnswer): { code: string; at?: number };
}

export interface ServiceCall<S extends z.ZodType> {
  /** For the log: `zoom.registrants.add`. */
  name: string;
  method: string;
  url: URL;
  headers?: Record<string, string>;
  body?: string;
  answer: S;
  limiter: RateLimiter;
  tokens: AccessTokens | null;
  /** False where a lost answer may have made something: the caller looks before asking again. */
  repeatable: boolean;
}

/**
 * One call to an outside service, with waits and repeats. Never throws for what services do: refusals, limits,
 * outages and malformed answers are outcomes.
 */
export async function callService<S extends z.ZodType>(
  call: ServiceCall<S>,
  manners: ServiceManners,
): Promise<Outcome<z.output<S>>> {
  const result = await attempt(call, manners);
  if (result.outcome !== 'done') {
    manners.log.warn(
      { call: call.name, outcome: result.outcome, code: result.code },
      'an outside service said no',
    );
  }
  return result;
}

async function attempt<S extends z.ZodType>(
  call: ServiceCall<S>,
  manners: ServiceManners,
): Promise<Outcome<z.output<S>>> {
  const { time, patience } = manners;
  let renewed = false;
  let token = call.tokens ? await call.tokens.current() : done('');
  for (let tried = 1; ; tried += 1) {
    if (token.outcome !== 'done') return token;
    await call.limiter.take();
    const answer = await send({ ...call, token: token.value, timeout: patience.timeout });
    if (answer.kind === 'answer' && answer.status === 401 && call.tokens && !renewed) {
      renewed = true;
      token = await call.tokens.renew(token.value);
      tried -= 1;
      continue;
    }
    const verdict = judge(answer, call, manners, tried);
    if (verdict.kind === 'end') return verdict.outcome;
    const wait = verdict.at - time.now();
    if (tried >= patience.attempts || wait > patience.longestWait || !verdict.again) {
      return retry(verdict.code, Math.max(verdict.at, time.now() + LATER));
    }
    if (wait > 0) await time.sleep(wait);
  }
}

type Verdict<T> =
  | { kind: 'end'; outcome: Outcome<T> }
  | { kind: 'later'; code: string; at: number; again: boolean };

function judge<S extends z.ZodType>(
  answer: Awaited<ReturnType<typeof send>>,
  call: ServiceCall<S>,
  { time, refusalOf, limitOf }: ServiceManners,
  tried: number,
): Verdict<z.output<S>> {
  const now = time.now();
  const soon = now + 500 * 2 ** (tried - 1);
  if (answer.kind === 'no-answer')
    return { kind: 'later', code: 'no-answer', at: soon, again: call.repeatable };
  if (answer.status === 429) {
    const { code, at } = limitOf(answer);
    // Refused before anything was done, so it may be asked again whatever it is.
    return {
      kind: 'later',
      code,
      at: at ?? readRetryAfter(answer.headers.get('retry-after'), now) ?? soon,
      again: true,
    };
  }
  if (answer.status >= 500) {
    const at = readRetryAfter(answer.headers.get('retry-after'), now) ?? soon;
    return { kind: 'later', code: 'unavailable', at, again: call.repeatable };
  }
  if (answer.status >= 300) return { kind: 'end', outcome: refused(refusalOf(answer)) };
  const read = readAnswer(answer, call.answer);
  if (read.success) return { kind: 'end', outcome: done(read.data) };
  return { kind: 'later', code: 'malformed-answer', at: now + 60_000, again: false };
}
