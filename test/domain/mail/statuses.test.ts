import { expect, test } from '@jest/globals';
import {
  COLLECTED_MAIL,
  isErasedMail,
  KEPT_BACK_MAIL,
  MAIL_STATUSES,
  mailToldAs,
  TOLD_MAIL_STATUSES,
  TROUBLED_MAIL,
  WAITING_MAIL,
} from '../../../src/domain/mail/statuses.js';

test.each<[string, readonly string[], string[]]>([
  ['waits to leave, or is leaving', WAITING_MAIL, ['queued', 'sending']],
  ['never left', KEPT_BACK_MAIL, ['failed', 'suppressed']],
  ['is told in a digest', COLLECTED_MAIL, ['collected', 'digested']],
  ['is for staff to settle', TROUBLED_MAIL, ['failed', 'unknown']],
  ['has its text no longer', MAIL_STATUSES.filter(isErasedMail), ['sent', 'suppressed', 'digested']],
])('mail that %s', (_what, statuses, wanted) => {
  expect(statuses).toEqual(wanted);
});

test('others know of a digest only as of an envelope: what goes with it is queued, and then sent', () => {
  expect(TOLD_MAIL_STATUSES).toEqual(['queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed']);
  expect([mailToldAs('queued'), mailToldAs('sent'), mailToldAs('failed')]).toEqual([
    ['queued', 'collected'],
    ['sent', 'digested'],
    ['failed'],
  ]);
});
