/** Words of a release, sealed under the key of its request. */
export const RELEASE_TEXTS = ['recipient', 'purpose', 'paper', 'reason'] as const;
export type ReleaseField = (typeof RELEASE_TEXTS)[number];
