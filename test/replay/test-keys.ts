/** Opens the committed histories and nothing else: made up for them, known to everybody. */
export const HISTORY_KEYS = `replay:${Buffer.from('committed histories: not a secret').subarray(0, 32).toString('base64')}`;

/** Bound into every payload of the committed histories. */
export const HISTORY_NAMESPACE = 'default';
