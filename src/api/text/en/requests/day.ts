/** Behind what was told on the nth day of a wait. */
export const day = (n: number | undefined): string => (n === undefined ? '' : ` (day ${n})`);
