/** Words of the page of API keys. */
const keysText = {
  title: 'API keys',
  intro: 'A key lets another program act with a role. It is shown once, here, and never again.',
  name: {
    label: 'What the key is for',
    hint: 'Like: intake form of our website',
  },
  role: { legend: 'Role' },
  scope: {
    legend: 'What it may do',
    read: 'Only read',
    write: 'Read and change',
  },
  create: 'Create a key',
  createHeading: 'Create a key',
  createdTitle: 'Key created',
  created: 'Copy the key now. It can’t be shown again.',
  yourKey: 'The new key',
  columns: {
    name: 'For',
    key: 'Begins with',
    role: 'Role',
    scopes: 'May',
    used: 'Last used',
    state: 'State',
  },
  never: 'Never',
  active: 'Active',
  revoked: (day: string) => `Revoked ${day}`,
  revoke: 'Revoke',
  revokedDone: 'Revoked. The key no longer opens anything.',
  empty: 'There are no keys yet.',
  listHeading: 'Keys',
  back: 'Back to API keys',
  scopes: { read: 'read', write: 'change' } as Record<string, string>,
};

/** By the addresses of their pages, which share them. */
export const keysTexts = {
  keys: keysText,
  'keys/:id/revoke': keysText,
};
