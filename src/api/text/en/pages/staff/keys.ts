import type { KeyState } from '../../../../../domain/people/key-terms.js';

/** Words of the pages of API keys. */
const keysText = {
  title: 'API keys',
  intro:
    'A key lets another program act with a role. It is shown once, here, and never again. It does no more than its owner may, sees no request that is hidden from them, and stops when they leave.',
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
  owner: { label: 'Who answers for it', hint: 'They are told by e-mail two weeks before it ends.' },
  days: { label: 'For how many days', hint: (most: number) => `At most ${most}.` },
  overlapHours: {
    label: 'For how many hours the secret of now still works',
    hint: (most: number) => `At most ${most}; 0 if somebody else may know it.`,
  },
  create: 'Create a key',
  createHeading: 'Create a key',
  createdTitle: 'The new key',
  created: 'Copy the key now. It can’t be shown again.',
  yourKey: 'The new key',
  columns: {
    name: 'For',
    role: 'Role',
    owner: 'Owner',
    used: 'Last used',
    state: 'State',
  },
  never: 'Never',
  nobody: 'Nobody yet',
  states: {
    active: (day) => `Until ${day}`,
    revoked: (day) => `Revoked ${day}`,
    expired: (day) => `Ended ${day}`,
    stopped: () => 'Stopped: its owner may not do this any more',
  } satisfies Record<KeyState, (day: string) => string> as Record<KeyState, (day: string) => string>,
  overlap: (day: string) => `The secret of before works until ${day}.`,
  rotate: 'Make a new secret',
  rotateLink: 'Rotate',
  rotateTitle: (name: string) => `Rotate the key: ${name}`,
  facts: ({ prefix, owner, used, state }: { prefix: string; owner: string; used: string; state: string }) =>
    `Begins with ${prefix}. Owner: ${owner}. Last used: ${used}. ${state}.`,
  rotateLead:
    'The key gets a new secret and a new end. What calls with it has to be given the new one before the one of now stops.',
  over: 'This key opens nothing any more. Make another one.',
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
  'keys/:id': keysText,
  'keys/:id/revoke': keysText,
};
