/** Instead of somebody's address: each to whoever has least. */
export const SPREAD = 'spread';
