import type { releaseRefusals } from '../../../../domain/refusals/releases.js';
import type { RefusalSentences } from '../../sentences.js';
import { partNames, recipientKinds } from '../pages/sharing.js';

export const releaseSentences: RefusalSentences<typeof releaseRefusals> = {
  'no-release': ({ recipientKind, parts }) =>
    `The requester has signed no release for this: ${parts.map((part) => partNames[part]).join(', ')}, to ${recipientKinds[recipientKind].to}. Ask them for one on the page “What may be shared” of the request.`,
  'only-directors-release': 'Only a director asks for a release or records a signed one.',
  'not-your-release':
    'Whoever asked signs or declines it. They can revoke it at any time, and so can staff who work on cases.',
  'no-such-release': 'There is no such release.',
  'release-ended': 'This release has ended.',
  'release-not-now': 'This can’t be done with the release as it stands.',
  'only-directors-export': 'Only a director makes and downloads files of a case.',
  'no-such-export': 'There is no such file, or it has been destroyed.',
  'export-over':
    'This file can’t be downloaded any more: its time is up, or what it was made under has been revoked or has ended.',
  'too-many-exports': 'There are too many files of this request. Download one of those that are there.',
  'too-many-releases': 'There are too many releases of this request. Use one that is in force.',
};
