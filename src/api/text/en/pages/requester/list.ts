/** Words of the list of one’s requests. */
export const listText = {
  title: 'My requests',
  nothing: 'You have no requests yet.',
  ask: 'Ask for assistance',
  columns: { reference: 'Request', status: 'Status', next: 'What happens next' },
  received: (date: string) => `Received ${date}`,
  supervised: 'You supervise this request',
  groups: {
    waiting: 'Waiting for an answer or courses',
    working: 'With us',
    answered: 'Answered',
    ended: 'Ended',
  },
  older: 'More requests',
  first: 'Back to the first page',
};
