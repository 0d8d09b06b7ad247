/** Words that any form may need. */
export const kitText = {
  choose: 'Choose',
  /** Between choices of two kinds. */
  or: 'or',
};
