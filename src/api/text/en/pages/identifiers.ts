/** Before words go out that may tell who a client is, wherever they were typed. */
export const identifiersText = {
  title: 'This may identify your client',
  kinds: {
    'a-number': 'Looks like an A-number',
    'receipt-number': 'Looks like a USCIS receipt number',
    'social-security-number': 'Looks like a Social Security number',
    'date-of-birth': 'Looks like a date of birth',
    'client-name': 'Looks like a name after “client”',
  },
  /** Where it stands, in a text of several lines. */
  inLine: (line: number) => `line ${line}`,
  change: 'Go back and change it',
};
