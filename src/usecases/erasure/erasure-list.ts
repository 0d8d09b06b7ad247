/** In the data folder, beside the secrets: what was erased by hand, for a backup that is put back. Of nobody. */
export const ERASURE_LIST = 'erasures.json';
