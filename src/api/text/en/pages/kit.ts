/** Words that any form may need. */
export const kitText = {
  choose: 'Choose',
  /** Before what is wrong with a field, for those who hear it. */
  error: 'Error',
  /** `%{count}` becomes the number. */
  mayEnter: 'You can enter up to %{count} characters',
  /** Of what a field does not offer. */
  notTaken: 'This can’t be taken. Choose or enter something else.',
  /** Between choices of two kinds. */
  or: 'or',
};
