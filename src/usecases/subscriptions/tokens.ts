import type { RecordServices } from '../../ports/services.js';

type Keyed = Pick<RecordServices, 'vault'>;

/**
 * Made from the id and the desk's secret, so that every mail can carry it though only its hash is stored. It
 * changes with the secret: links in mail sent before then no longer work.
 */
export function unsubscribeToken({ vault }: Keyed, subscriptionId: string): string {
  return vault.fingerprint('unsubscribe', subscriptionId);
}

export function unsubscribeLink(
  services: Keyed & Pick<RecordServices, 'appUrl'>,
  subscriptionId: string,
): string {
  return `${services.appUrl}/unsubscribe/${unsubscribeToken(services, subscriptionId)}`;
}

/** The same all day: however often somebody asks, one mail goes out, and its link works. */
export function confirmToken({ vault }: Keyed, subscriptionId: string, day: string): string {
  return vault.fingerprint('subscription-confirm', `${subscriptionId}/${day}`);
}
