/** Words that any form may need. */
export const kitText = {
  choose: 'Choose',
  /** Before what is wrong with a field, for those who hear it. */
  error: 'Error',
  /** `%{count}` becomes the number. */
  mayEnter: 'You can enter up to %{count} characters',
  /** Between choices of two kinds. */
  or: 'or',
};
