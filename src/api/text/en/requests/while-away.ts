/** Behind the name of whoever got work because of a time away. */
export const whileAway = {
  away: ', who stands in for a colleague who is away',
  back: ', who is back',
};
