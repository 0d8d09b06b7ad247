/** What somebody may wish of the data that the desk has of them. */
export const PRIVACY_KINDS = ['copy', 'erasure'] as const;
export type PrivacyKind = (typeof PRIVACY_KINDS)[number];

/**
 * `unconfirmed`: the link that was mailed waits to be used. `erasing`: it was granted, and is carried out as soon as the last
 * mail has left.
 */
export const PRIVACY_STATUSES = [
  'unconfirmed',
  'open',
  'erasing',
  'done',
  'partly',
  'refused',
  'withdrawn',
] as const;
export type PrivacyStatus = (typeof PRIVACY_STATUSES)[number];

/** Somebody on staff still has something to do about it, or the desk has. */
export const LIVE_PRIVACY: PrivacyStatus[] = ['open', 'erasing'];

/**
 * Why a wish is refused. `must-keep`: a hold, a claim, an order; no more may be said. `open-work`: a request that is still
 * open, or somebody who waits for them.
 */
export const PRIVACY_REASONS = [
  'must-keep',
  'open-work',
  'not-sure-who',
  'answered-lately',
  'other',
] as const;
export type PrivacyReason = (typeof PRIVACY_REASONS)[number];
