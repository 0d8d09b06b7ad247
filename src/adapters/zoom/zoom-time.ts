import type { Instant } from '../../domain/time/instant.js';

/** `yyyy-MM-ddTHH:mm:ssZ`, the only form of an instant that Zoom takes. */
export function zoomTime(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
