/** Right after sending. */
export const sentText = {
  title: 'We have your request',
  reference: 'Your reference',
  next: 'What happens next',
  document: 'Is there a document for us to look at? Add it on the page of your request.',
  open: 'Go to your request',
};

/** Our answer. */
export const responseText = {
  title: 'Our answer',
  sent: (when: string) => `Sent ${when}`,
  unclear: 'Is something unclear, or has something changed?',
};
