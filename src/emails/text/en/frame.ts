/** What every mail has around its words. */
export const frame = {
  greeting: (name: string | undefined): string => (name ? `Hello ${name},` : 'Hello,'),
  /** Label of the button in plain text, above its address. */
  labelInText: (label: string): string => `${label}:`,
  /** Below the button, above its address. */
  withoutButton: 'If the button does not work, copy this address into your browser:',
  contact: ({ organization, email, phone }: Contact): string =>
    `${organization}. Questions about this message: ${email}${phone ? ` or ${phone}` : ''}.`,
  noDetails: 'Please send no details about any person or matter by e-mail.',
  /** Of a mail whose own reader is away. */
  standsIn: ({ person, standIn }: { person: string; standIn: string }): string =>
    `This is ${person}’s, who is away: it goes to ${standIn}, who stands in.`,
  /** In every mail to a mentor: below what it is about, so that nobody leaves who wants to answer. */
  leaveMentors: (link: string): string => `To leave the pool of mentors: ${link}`,
  noMoreMail: (link: string): string => `To get no more mail about our calls and workshops: ${link}`,
};

interface Contact {
  organization: string;
  email: string;
  phone: string | undefined;
}
