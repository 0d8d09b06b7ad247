import type { RequestHandler, Response } from 'express';
import { type Actor, actorRef, isStaff } from '../../domain/people/actor.js';
import { type Claim, claimKey } from '../../usecases/idempotency/claim-key.js';
import type { AppServices } from '../app-deps.js';
import { problem, problemAt } from '../http/problem.js';
import { bodyDigest } from '../idempotency/body-digest.js';

/**
 * `Idempotency-Key` on POSTs: one execution per actor and key; the same body gets the stored answer, another one
 * 422. Only accepted answers are kept (sealed); a refused body leaves nothing, so it may be sent again corrected.
 * Of staff with another role than before nothing is known: they may not read any more what they were answered then.
 */
export function idempotency(services: AppServices): RequestHandler {
  return async (req, res, next) => {
    const key = req.get('idempotency-key');
    // Nobody in particular has no keys of their own: one stranger must not read another's answer.
    if (req.method !== 'POST' || key === undefined || req.actor.kind === 'public') return next();
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw problemAt('', 'idempotency-key-unreadable');
    }
    const actor = whoAsks(req.actor);
    const route = req.originalUrl;
    const digest = bodyDigest(services.vault, req);
    const claim = await claimKey(services, { actor, key, route });
    if (claim.state === 'running') {
      throw problem('first-call-still-runs');
    }
    if (claim.state === 'answered') {
      if (claim.route !== route || claim.bodyHash !== digest) {
        throw problem('key-used-elsewhere');
      }
      for (const [name, value] of Object.entries(claim.answer.headers)) res.set(name, value);
      res.set('Idempotency-Replayed', 'true').status(claim.answer.status).json(claim.answer.body);
      return;
    }
    keepOrRelease(services, res, claim, digest);
    next();
  };
}

const whoAsks = (actor: Actor): string =>
  isStaff(actor) ? `${actorRef(actor)} as ${actor.role}` : actorRef(actor);

/**
 * Keeps an accepted answer before it is sent, else frees the key. Follows what the handler says, not the connection:
 * a caller who hangs up early and tries again must still find the first call running.
 */
function keepOrRelease(
  services: AppServices,
  res: Response,
  claim: Extract<Claim, { state: 'mine' }>,
  digest: string,
): void {
  let kept = false;
  const send = res.json.bind(res);
  res.json = (body: unknown) => {
    if (kept || res.statusCode < 200 || res.statusCode > 299) return send(body);
    kept = true;
    claim
      .keep({
        bodyHash: digest,
        answer: { status: res.statusCode, headers: keptHeaders(res), body: res.locals.kept ?? body },
      })
      .catch((error: Error) =>
        services.log.error({ code: 'idempotency-not-kept', name: error.name }, 'answer not kept'),
      )
      .finally(() => send(body));
    return res;
  };
  const end = res.end.bind(res) as (...args: unknown[]) => Response;
  res.end = ((...args: unknown[]) => {
    if (kept) return end(...args);
    kept = true;
    void claim.release().finally(() => end(...args));
    return res;
  }) as Response['end'];
}

function keptHeaders(res: Response): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of ['Location', 'ETag']) {
    const value = res.get(name);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}
