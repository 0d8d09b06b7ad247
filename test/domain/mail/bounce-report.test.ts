import { describe, expect, test } from '@jest/globals';
import { readBounceReport } from '../../../src/domain/mail/bounce-report.js';
import { arf, dsn } from './reports.js';

const about = { email: 'ann@example.org', messageId: '<5e1f@desk.example>' };

describe('what came back about a mail', () => {
  test('nobody is there: the address, and the mail it is about', () => {
    expect(readBounceReport(dsn(about))).toEqual({
      reason: 'bounce',
      addresses: ['ann@example.org'],
      messageIds: ['<report-1@mail.example>', '<5e1f@desk.example>'],
    });
  });

  test('a complaint', () => {
    expect(readBounceReport(arf(about))).toEqual({
      reason: 'complaint',
      addresses: [],
      messageIds: ['<feedback-1@provider.example>', '<5e1f@desk.example>'],
    });
  });

  test.each([
    ['a full mailbox', dsn({ ...about, status: '5.2.2' })],
    ['a filter', dsn({ ...about, status: '5.7.1' })],
    ['no code for it', dsn({ ...about, status: '5.0.0' })],
    ['a delay', dsn({ ...about, status: '4.4.1', action: 'delayed' })],
    ['word that it arrived', dsn({ ...about, status: '2.0.0', action: 'delivered' })],
    ['a reply by a person', 'From: ann@example.org\n\nThank you. Action: failed, said I.\nStatus: 5.1.1'],
    ['nothing', ''],
  ])('%s says nothing final about an address', (_name, mail) => {
    expect(readBounceReport(mail)).toBeNull();
  });
});
