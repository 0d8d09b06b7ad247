import { z } from 'zod';
import type { Actor } from '../../domain/people/actor.js';
import { refuseUnserved } from '../../domain/requests/intake.js';
import { type Submission, submissionSchema } from '../../domain/requests/submission.schema.js';
import type { Services } from '../../ports/services.js';
import { parse } from '../http/parse.js';
import { problem, unwrap } from '../http/unwrap.js';

const claimedRole = z.object({ requester: z.object({ role: z.string().trim() }) });

/**
 * Reads a submission. Survivors and members of the public are told of the hotline before anything else is found
 * wrong with what they sent. People submit for themselves; keys and staff for anybody.
 * @throws ProblemError `role-not-served`, `invalid`.
 */
export function parseSubmission(
  services: Pick<Services, 'programs'>,
  actor: Actor,
  body: unknown,
): Submission {
  const claimed = claimedRole.safeParse(body);
  const unserved = refuseUnserved(services.programs.current().program, claimed.data?.requester.role);
  if (unserved) unwrap(unserved);
  const submission = parse(submissionSchema, body);
  if (actor.kind === 'person' && submission.requester.email !== actor.email) {
    const message = 'Send it under the address you are signed in with.';
    throw problem('invalid', message, [{ pointer: '/requester/email', message }]);
  }
  return submission;
}
