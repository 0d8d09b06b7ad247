/** Views of the queue that one of the staff keeps. */
const viewsText = {
  title: 'Your views',
  lead: 'A view keeps filters and order of the queue, not what was searched for. Only you see yours; its address can be shared.',
  save: 'Save this view',
  saveHeading: 'Save the view you came from',
  name: { label: 'Name', missing: 'Enter a name for this view.' },
  first: { text: 'Open the queue with it' },
  button: 'Save view',
  empty: 'You keep no views yet. Filter the queue, then choose “Save this view”.',
  opens: 'The queue opens with it',
  putFirst: 'Open the queue with it',
  notFirst: 'Open with my role’s view again',
  remove: 'Remove',
  back: 'Back to the queue',
  manage: 'Your views',
  done: {
    saved: 'The view is saved.',
    removed: 'The view is removed.',
    first: 'The queue opens as you said.',
  },
};

export const viewsTexts = {
  views: viewsText,
  'views/:id/first': viewsText,
  'views/:id/remove': viewsText,
};
