import { emailSchema } from '../../domain/requests/submission.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { AppDeps } from '../app-deps.js';
import { localPath } from './local-path.js';

const PER_ADDRESS = 5;
const WINDOW_MS = 10 * 60_000;

/** Links sent lately by address (wall time): nobody's mailbox is filled from here. */
const sent = new Map<string, number[]>();

/**
 * Mails a sign-in link. The answer is the same whether or not the address is known, because everybody gets a link;
 * beyond five in ten minutes it is the same too, only that no further mail goes out.
 */
export async function requestSignInLink(
  deps: Pick<AppDeps, 'auth'>,
  input: { email: unknown; next?: unknown },
): Promise<Result<{ email: string }>> {
  const read = emailSchema.safeParse(input.email);
  if (!read.success) {
    const message = 'Enter an e-mail address, like name@example.org.';
    return refuse('invalid', message, [{ pointer: '/email', message }]);
  }
  const email = read.data;
  if (mayHaveAnother(email, Date.now())) {
    await deps.auth.send({ email, next: localPath(input.next) });
  }
  return ok({ email });
}

function mayHaveAnother(email: string, now: number): boolean {
  if (sent.size > 10_000) sent.clear();
  const recent = (sent.get(email) ?? []).filter((at) => now - at < WINDOW_MS);
  sent.set(email, [...recent, now].slice(-PER_ADDRESS - 1));
  return recent.length < PER_ADDRESS;
}
