import type { Request, RequestHandler, Router } from 'express';
import type { AppDeps } from '../app-deps.js';
import { isFreshly } from '../auth/sign-in-state.js';
import { allow } from './access.js';
import { sendAnswer } from './answer.js';
import { callerOf } from './caller.js';
import { commandId } from './command-id.js';
import { ifMatch } from './if-match.js';
import { parse } from './parse.js';
import { notFound, problem, unwrap } from './problem.js';
import type { Call, Route } from './route.js';

/** Lets the router answer these operations, in their order. */
export function registerRoutes(router: Router, routes: readonly Route[], deps: AppDeps): void {
  for (const route of routes) {
    const { method, path, access, fresh, queue } = route;
    const handlers = [allow(access), ...(fresh ? [askFresh(fresh)] : []), ...(queue ? [queue] : [])];
    router[method](path.replace(/\{(\w+)\}/g, ':$1'), ...handlers, async (req, res) => {
      const outcome = unwrap(await route.handle(read(route, req, deps)));
      sendAnswer(res, route.answers, outcome);
    });
  }
}

const askFresh =
  (asks: NonNullable<Route['fresh']>): RequestHandler =>
  (req, _res, next) => {
    if ((asks === true || asks(req.body)) && !isFreshly(req)) throw problem('factor-asked-again');
    next();
  };

/** @throws ProblemError `invalid`, or `not-found` for what can't be an id. */
function read({ params, query, body, first, versioned }: Route, req: Request, deps: AppDeps): Call {
  const { services, rehearsal, config } = deps;
  const { actor } = req;
  const asked = query && parse(query, req.query);
  const ids = Object.entries(params).map(([name, schema]) => {
    const id = schema.safeParse(req.params[name]);
    if (!id.success) throw notFound();
    return [name, id.data];
  });
  if (first) unwrap(first({ services, actor }, req.body));
  return {
    services,
    rehearsal,
    actor,
    caller: callerOf(req, config),
    params: Object.fromEntries(ids),
    query: asked,
    body: body?.read(req),
    command: { commandId: commandId(req), ifMatch: versioned && ifMatch(req) },
  };
}
