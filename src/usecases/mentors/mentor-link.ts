import type { RecordServices } from '../../ports/services.js';

type Keyed = Pick<RecordServices, 'vault' | 'appUrl'>;

/**
 * What a mentor's own link is made of: the number of their invitation and the desk's secret, so that every mail can bring
 * the same. A new invitation brings a new one; those of before are remembered, and lead to the same page.
 */
export const mentorToken = (
  { vault }: Pick<Keyed, 'vault'>,
  row: { id: string; linkNumber: number },
): string => vault.fingerprint('mentor-link', `${row.id}/${row.linkNumber}`);

export const mentorLink = (services: Keyed, row: { id: string; linkNumber: number }): string =>
  `${services.appUrl}/mentoring/${mentorToken(services, row)}`;
