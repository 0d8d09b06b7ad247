import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../domain/people/actor.js';
import type { Permission } from '../../domain/people/permissions.js';
import type { ProblemCode } from '../../domain/refusals/problem-code.js';
import type { Result } from '../../domain/result.js';
import type { Caller } from '../../usecases/limits/caller.js';
import type { AppDeps } from '../app-deps.js';
import type { Answer, Answers, Outcome } from './answer.js';
import { type Input, inputOf } from './input.js';
import { type NamesIn, namesIn, type PathParam } from './path-params.js';

/** One call of an operation: who asks for what, read by its schemas. */
export interface Call<Param extends string = string, Query = unknown, Body = unknown>
  extends Pick<AppDeps, 'services' | 'rehearsal'> {
  actor: Actor;
  /** Whose tries are counted together. */
  caller: Caller;
  params: Record<Param, string>;
  query: Query;
  body: Body;
  command: {
    /** A repeat with the same Idempotency-Key has the same. */
    commandId: string;
    /** The version asked for; undefined: any, or the operation isn't versioned. */
    ifMatch: number | undefined;
  };
}

type Taken<B> = B extends Input<infer T> ? T : B extends z.ZodType ? z.output<B> : undefined;
type Asked<Q> = Q extends z.ZodType ? z.output<Q> : undefined;

/** An operation, as it is written down. */
interface Sheet<Path extends string, Q, B, A extends Answers> {
  /** Name of the function that a generated client has for it. */
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below /api/v1, e.g. `/ta-requests/{id}`. */
  path: Path;
  tag: string;
  summary: string;
  description?: string;
  /** Its row of the permission table. */
  access: Permission;
  /** True, or where it is for this body: of a session the second factor, or the link, was used in the last ten minutes. */
  fresh?: true | ((body: unknown) => boolean);
  /** One for each name in the path. */
  params: { [Name in NamesIn<Path>]: PathParam };
  /** Left out, whatever is asked is passed over. */
  query?: Q;
  /** A JSON body; `optional`, `orCsv` and `upload` say otherwise. */
  body?: B;
  /** What is said before anything else is found wrong with the body. */
  first?(call: Pick<Call, 'services' | 'actor'>, body: unknown): Result<null>;
  /** Waits for its turn. */
  queue?: RequestHandler;
  answers: A;
  /** Beside those that any operation of its kind may answer; see `codesOf`. */
  problems: readonly ProblemCode[];
  /** Honours If-Match. */
  versioned?: true;
  handle(call: Call<NamesIn<Path>, Asked<Q>, Taken<B>>): Result<Outcome<A>> | Promise<Result<Outcome<A>>>;
}

/** An operation of the API: what registers it, documents it and checks its answers. */
export interface Route
  extends Omit<Sheet<string, z.ZodObject, Input, Record<number, Answer>>, 'params' | 'problems' | 'handle'> {
  params: Record<string, PathParam>;
  /** Every code that it may answer. */
  problems: ReadonlySet<ProblemCode>;
  handle(call: Call): Result<unknown> | Promise<Result<unknown>>;
}

/** A path without names needs no `params`. */
type OrNone<S> = S extends { params: infer P }
  ? keyof P extends never
    ? Omit<S, 'params'> & { params?: P }
    : S
  : S;

/** One expression says all of an operation. */
export function route<
  const Path extends string,
  A extends Answers,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | Input | undefined = undefined,
>(sheet: OrNone<Sheet<Path, Q, B, A>>): Route {
  const said = sheet as unknown as Route & { body?: z.ZodType | Input; problems: readonly ProblemCode[] };
  return {
    ...said,
    params: said.params ?? {},
    body: said.body && inputOf(said.body),
    problems: codesOf(said),
  };
}

/** Its own problems, and those that are answered before it is asked. */
function codesOf({
  method,
  path,
  versioned,
  problems,
}: Pick<Route, 'method' | 'path' | 'versioned'> & { problems: readonly ProblemCode[] }): Set<ProblemCode> {
  const codes = new Set<ProblemCode>(problems);
  // Control characters in a query are refused wherever they are sent, and so is a key that isn't one or lacks a scope.
  codes.add('invalid').add('unauthenticated').add('forbidden').add('too-many-requests');
  codes.add('database-unavailable').add('wrong-host');
  if (namesIn(path).length > 0) codes.add('not-found');
  // Of a session that waits for its second factor.
  codes.add('second-factor-required');
  // A body that can't be read is refused even where none is wanted.
  if (method !== 'get') codes.add('malformed').add('too-large');
  // The first call with a key may be on its way still.
  if (method === 'post') codes.add('idempotency-key-reused').add('not-allowed-now');
  if (versioned) codes.add('version-mismatch');
  return codes;
}
