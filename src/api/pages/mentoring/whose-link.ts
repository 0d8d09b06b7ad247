import type { Request, Response } from 'express';
import type { LinkHolder } from '../../../usecases/mentors/by-link.js';
import { trySupervisorAddress } from '../../../usecases/requests/try-supervisor-address.js';
import type { AppDeps } from '../../app-deps.js';
import { type KnownAddresses, openedBy } from '../../auth/known-addresses.js';
import { callerOf } from '../../http/caller.js';
import { problem } from '../../http/problem.js';
import type { Texts } from '../../text/texts.js';
import { fieldsOf, one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { param } from '../parts/page-deps.js';
import { signedInAs } from '../parts/signed-in-as.js';
import { typedAddress } from '../parts/whose-address.js';

/** `too-many`, `wrong`: an address was typed that it wasn't mailed to. */
export type Whose = 'known' | 'named' | 'unknown' | 'wrong' | 'too-many';

export const isHolder = (whose: Whose): boolean => whose === 'known' || whose === 'named';

/**
 * A link that was passed on speaks for nobody: a browser in which its holder isn't signed in names the address first, and
 * one of somebody else is told that it isn't theirs (throws `forbidden`).
 */
export async function whoseLink(
  { services, config }: AppDeps,
  addresses: KnownAddresses,
  { req, res }: { req: Request; res: Response },
  holder: LinkHolder,
): Promise<Whose> {
  const mark = openedBy(holder.email, `mentoring/${holder.id}`);
  if ('id' in req.actor) {
    if (req.actor.id === holder.personId || signedInAs(req.actor) === holder.email) return 'known';
    throw problem('mentor-link-not-yours');
  }
  if (addresses.knows(req, mark)) return 'known';
  if (req.method !== 'POST') return 'unknown';
  const email = typedAddress(one(fieldsOf(req.body), 'email'));
  if (email === null) return 'wrong';
  const from = { token: param(req, 'token'), network: callerOf(req, config).ref };
  const tried = await trySupervisorAddress(services, holder, { typed: email, ...from });
  if (tried !== 'right') return tried;
  addresses.remember(req, res, mark);
  return 'named';
}

/** What is wrong with the address typed; null: nothing, or nobody was asked. */
export function wrongAddress(whose: Whose, { requester }: Texts) {
  const { whose: text } = requester.mentoring;
  if (whose === 'wrong') return wrongFields([{ pointer: '/email', message: text.wrong }]);
  if (whose !== 'too-many') return null;
  return wrongFields([{ pointer: '/email', message: text.tooMany }], 'too-many-requests');
}

/** Who holds the link that reached their mailbox alone, and knows whose it is, is taken for them. */
export const actorOf = ({ personId: id, name, email }: LinkHolder) => ({
  kind: 'person' as const,
  ...{ id, name, email },
});
