import type { RecordServices } from '../../ports/services.js';
import { recordSecurity } from '../security/record-security.js';
import { unsubscribeLink } from './tokens.js';

export interface Subscriber {
  email: string;
  name: string;
  /** Their way out, for whatever is sent to them. */
  unsubscribe: string;
}

/** Who wants word of a list at present, so that the team can keep the promise made to them: by address. */
export async function subscribersOf(
  services: Pick<RecordServices, 'db' | 'vault' | 'appUrl' | 'clock' | 'whence'>,
  list: string,
): Promise<Subscriber[]> {
  const rows = await services.db.subscription.findMany({
    where: { lists: { has: list }, status: 'confirmed', emailUpdates: true, suppressed: null },
    select: { id: true, email: true, name: true },
    orderBy: { email: 'asc' },
  });
  await recordSecurity(services.db, services, {
    kind: 'exported',
    actor: 'system',
    data: { what: `subscribers:${list}`, rows: rows.length },
  });
  return rows.map(({ id, email, name }) => ({ email, name, unsubscribe: unsubscribeLink(services, id) }));
}
