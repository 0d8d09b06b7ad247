import type { webRefusals } from '../../../../domain/refusals/web.js';
import type { RefusalSentences } from '../../sentences.js';

export const webSentences: RefusalSentences<typeof webRefusals> = {
  'nothing-here': 'There is nothing here under this address or id.',
  'sign-in-or-key': 'Sign in or send a key.',
  'key-or-sign-in': 'Send an API key or sign in.',
  'sign-in-before-file': 'Sign in before you send a file.',
  'key-unknown': 'This API key is not known or no longer valid.',
  'too-many-wrong-keys': 'Too many wrong keys came from your network. Try again in ten minutes.',
  'too-much-from-network': 'Too much came from you or your network. Try again in ten minutes.',
  'too-many-files': 'Too many files are on their way. Try again in a minute.',
  'done-too-often': ({ times, seconds }) =>
    `You have done this ${times} times lately. Please go on ${inWords(seconds)}; nothing of before is lost.`,
  'role-not-allowed': 'Your role does not allow this.',
  'scope-missing': ({ scope }) => `This key lacks the scope "${scope}".`,
  'from-another-site': 'Another site sent this. Open the page here.',
  'page-too-old':
    'This page was open for too long or in another sign-in. Go back, reload it and send it again.',
  'host-named-twice': 'The request names its host more than once.',
  'not-this-host': 'This desk is not at the address that was asked for.',
  'address-unreadable': 'Leave out what can’t be shown: control characters and the like.',
  methods: ({ methods }) => `This address takes ${methods.join(' and ')} only.`,
  'body-too-large': 'The body is larger than 512 KB.',
  'file-too-large': 'A file may have up to 10 MB.',
  'body-not-json': 'The body is not readable JSON.',
  'body-too-deep': 'The body is nested too deeply.',
  'json-needed': 'Send a JSON object with the content type application/json.',
  'request-unreadable': 'The request can’t be read.',
  'one-file-in-field': 'Send one file in the field "file".',
  'parts-unreadable': 'The form’s parts can’t be read, or end too early.',
  'no-files-here': 'Files are only taken at a request’s documents and a call’s attendance.',
  'fields-wrong': ({ count }) => (count === 1 ? 'One field is not right.' : `${count} fields are not right.`),
  'cursor-of-another-list': 'This cursor is not one of this list in this order.',
  'if-match-unreadable': 'If-Match takes the ETag of an earlier answer, like "3".',
  'idempotency-key-unreadable': 'Idempotency-Key is 1 to 255 visible characters.',
  'key-used-for-other-body': 'This Idempotency-Key was used with another body. Use a new one.',
  'key-used-elsewhere': 'This Idempotency-Key was used with another body or address. Use a new one.',
  'first-call-still-runs': 'The first call with this Idempotency-Key is still running. Try again shortly.',
  'files-away': 'Documents can’t be kept or opened right now. Please try again in a minute.',
  'database-away': 'Our database can’t be reached. Please try again in a minute.',
  'failed-here': 'The failure has been noted, but nothing of what you sent. Please try again later.',
  'clock-only-in-rehearsal': 'The clock can be moved in a rehearsal only: npm run rehearse.',
  'clock-goes-on-only': ({ now }) => `The clock does not go back: it is ${now} already.`,
  'clock-leap-too-far': ({ years }) => `At most ${years} years at once.`,
  'not-staff': 'These pages are for staff of the program.',
  'page-not-for-role': 'Your role may not open this page. Ask an admin.',
  'signed-out-meanwhile': 'You are no longer signed in. Sign in again; what you typed was not saved.',
  'staff-move-clock': 'Staff move the clock of a rehearsal.',
  'unknown-clock-step': 'Use the buttons on the clock bar.',
};

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return 'in a minute';
  return minutes <= 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}
