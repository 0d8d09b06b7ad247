import type { z } from 'zod';

export interface ServiceAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON; undefined for an empty body, and `unreadable` for anything else. */
  body: unknown;
  unreadable: boolean;
}

/** An answer larger than this is none of the kind we ask for. */
const LARGEST = 20_000_000;

/** One request and its whole answer. Network failures, timeouts and cut answers are `no-answer`. */
export async function send(request: {
  method: string;
  url: URL;
  headers?: Record<string, string>;
  body?: string;
  token: string;
  timeout: number;
}): Promise<({ kind: 'answer' } & ServiceAnswer) | { kind: 'no-answer' }> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: {
        accept: 'application/json',
        ...(request.token ? { authorization: `Bearer ${request.token}` } : {}),
        ...request.headers,
      },
      body: request.body,
      // Else the token would follow wherever an answer points.
      redirect: 'manual',
      signal: AbortSignal.timeout(request.timeout),
    });
    if (Number(response.headers.get('content-length') ?? 0) > LARGEST) return { kind: 'no-answer' };
    const text = await response.text();
    return { kind: 'answer', status: response.status, headers: response.headers, ...parse(text) };
  } catch {
    // The error may quote the address asked for; nothing of it is kept.
    return { kind: 'no-answer' };
  }
}

function parse(text: string): { body: unknown; unreadable: boolean } {
  if (text.trim() === '') return { body: undefined, unreadable: false };
  try {
    return { body: JSON.parse(text), unreadable: false };
  } catch {
    return { body: undefined, unreadable: true };
  }
}

export function readAnswer<S extends z.ZodType>(
  answer: ServiceAnswer,
  schema: S,
): z.ZodSafeParseResult<z.output<S>> {
  // A body that is no JSON must not pass where an empty one would.
  return schema.safeParse(answer.unreadable ? Symbol('unreadable') : answer.body);
}
