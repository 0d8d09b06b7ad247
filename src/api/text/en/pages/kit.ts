/** Words that any form may need. */
export const kitText = {
  choose: 'Choose',
};
