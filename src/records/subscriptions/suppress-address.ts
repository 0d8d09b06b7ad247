import type { Transaction } from '../../activities/ports.js';

/**
 * Mail to an address came back, or was called spam: no call mail goes there any more, whatever is asked for later.
 * Answers whether the address is known.
 */
export async function suppressAddress(
  tx: Transaction,
  { email, reason }: { email: string; reason: 'bounce' | 'complaint' },
): Promise<boolean> {
  const { count } = await tx.subscription.updateMany({
    // A complaint outlives a bounce.
    where: { email: email.toLowerCase(), ...(reason === 'bounce' ? { suppressed: null } : {}) },
    data: { suppressed: reason },
  });
  return count > 0 || (await tx.subscription.count({ where: { email: email.toLowerCase() } })) > 0;
}
