import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createMailboxTransport } from '../../../src/adapters/mail/mailbox-transport.js';
import { createSmtpTransport } from '../../../src/adapters/mail/smtp-transport.js';
import type { MailAttempt, MailTransport, OutgoingMail } from '../../../src/ports/mail.js';
import {
  type SmtpFault,
  type SmtpSink,
  type SmtpSinkOptions,
  startSmtpSink,
} from '../../support/smtp-sink.js';

const MAIL: OutgoingMail = {
  messageId: '<5e1f@desk.example.org>',
  from: 'TA Desk <desk@example.org>',
  to: ['ann@example.org'],
  cc: ['boss@example.org'],
  subject: 'Your request TA-2026-0012: closed — “done”',
  text: 'Dear Ann,\n\n.one dot at the start\nünïcode ✓',
  html: '<p>Dear Ann, ünïcode ✓</p>',
};

let sink: SmtpSink;
let transport: MailTransport;
const timeouts = { connection: 2000, greeting: 300, socket: 300, deadline: 2000 };

beforeAll(async () => {
  sink = await startSmtpSink();
  transport = createSmtpTransport({ url: sink.url, timeouts });
});
afterAll(() => sink.close());
beforeEach(() => {
  sink.setFault({ kind: 'none' });
  sink.clear();
});

test('a mail arrives as it was written, to all, under the id it was given', async () => {
  await expect(transport.send(MAIL)).resolves.toEqual({ outcome: 'sent' });
  expect(sink.received).toHaveLength(1);
  const { text, html, headers, ...mail } = sink.received[0] as (typeof sink.received)[number];
  expect(mail).toEqual({
    messageId: MAIL.messageId,
    from: MAIL.from,
    to: MAIL.to,
    cc: MAIL.cc,
    subject: MAIL.subject,
    recipients: [...MAIL.to, ...MAIL.cc],
    acknowledged: true,
  });
  expect([text, html]).toEqual([MAIL.text, MAIL.html]);
  expect(headers['auto-submitted']).toBe('auto-generated');
});

describe('what the ledger may conclude', () => {
  const table: [string, SmtpFault, MailAttempt, number][] = [
    [
      'the server hangs up at once',
      { kind: 'hang-up-at-connect' },
      { outcome: 'retry', code: 'econnection' },
      0,
    ],
    [
      'the server is too busy to talk',
      { kind: 'refuse-at-connect', code: 421 },
      { outcome: 'retry', code: 'smtp-421' },
      0,
    ],
    [
      'the server does not want us at all',
      { kind: 'refuse-at-connect', code: 554 },
      { outcome: 'retry', code: 'smtp-554' },
      0,
    ],
    [
      'the server never greets',
      { kind: 'silent', at: 'connect' },
      { outcome: 'retry', code: 'etimedout' },
      0,
    ],
    [
      'the sender is refused for now',
      { kind: 'refuse', at: 'mail', code: 451 },
      { outcome: 'retry', code: 'smtp-451' },
      0,
    ],
    [
      'the sender is refused',
      { kind: 'refuse', at: 'mail', code: 550 },
      { outcome: 'rejected', code: 'smtp-550' },
      0,
    ],
    [
      'our account is not let in',
      { kind: 'refuse', at: 'mail', code: 530 },
      { outcome: 'retry', code: 'smtp-530' },
      0,
    ],
    [
      'the server hangs up at the sender',
      { kind: 'hang-up', at: 'mail' },
      { outcome: 'retry', code: 'econnection' },
      0,
    ],
    [
      'the server falls silent at the sender',
      { kind: 'silent', at: 'mail' },
      { outcome: 'retry', code: 'etimedout' },
      0,
    ],
    [
      'the mailbox is busy',
      { kind: 'refuse', at: 'rcpt', code: 450 },
      { outcome: 'retry', code: 'smtp-450' },
      0,
    ],
    [
      'there is no such mailbox',
      { kind: 'refuse', at: 'rcpt', code: 550 },
      { outcome: 'rejected', code: 'smtp-550' },
      0,
    ],
    [
      'there is no such mailbox, and the server says so by RFC 3463',
      { kind: 'refuse', at: 'rcpt', code: 550, text: '5.1.1 <ann@example.org> unknown' },
      { outcome: 'rejected', code: 'smtp-550', badAddress: true },
      0,
    ],
    [
      'the server doesn’t want our mail: nothing wrong with the address',
      { kind: 'refuse', at: 'rcpt', code: 550, text: '5.7.1 relaying denied' },
      { outcome: 'rejected', code: 'smtp-550' },
      0,
    ],
    [
      'the server hangs up at the recipient',
      { kind: 'hang-up', at: 'rcpt' },
      { outcome: 'retry', code: 'econnection' },
      0,
    ],
    [
      'the content is refused for now',
      { kind: 'refuse', at: 'data', code: 451 },
      { outcome: 'retry', code: 'smtp-451' },
      0,
    ],
    [
      'the content is refused',
      { kind: 'refuse', at: 'data', code: 554 },
      { outcome: 'rejected', code: 'smtp-554' },
      0,
    ],
    [
      'the server hangs up with the mail in hand',
      { kind: 'hang-up', at: 'data' },
      { outcome: 'unknown', code: 'econnection' },
      1,
    ],
    [
      'the server never says that it has it',
      { kind: 'silent', at: 'data' },
      { outcome: 'unknown', code: 'etimedout' },
      1,
    ],
    [
      'one of two recipients is refused',
      { kind: 'refuse-recipient', address: 'boss@example.org', code: 550 },
      { outcome: 'unknown', code: 'partly-rejected' },
      1,
    ],
    ['the server is slow but takes it', { kind: 'slow', ms: 100 }, { outcome: 'sent' }, 1],
  ];
  test.each(table)('when %s', async (_name, fault, attempt, arrived) => {
    sink.setFault(fault);
    // A new one each: over a connection kept open, what happens at connecting would not be met.
    const attempts = createSmtpTransport({ url: sink.url, timeouts });
    await expect(attempts.send(MAIL)).resolves.toEqual(attempt);
    expect(sink.received).toHaveLength(arrived);
  });

  test('when nobody listens there', async () => {
    const gone = await startSmtpSink();
    await gone.close();
    const attempt = await createSmtpTransport({ url: gone.url, timeouts }).send(MAIL);
    expect(attempt).toEqual({ outcome: 'retry', code: 'esocket' });
  });

  test('when the whole takes too long although each answer comes in time', async () => {
    sink.setFault({ kind: 'slow', ms: 1500 });
    const hasty = createSmtpTransport({
      url: sink.url,
      timeouts: { ...timeouts, socket: 5000, deadline: 500 },
    });
    await expect(hasty.send(MAIL)).resolves.toEqual({ outcome: 'unknown', code: 'edeadline' });
  });
});

describe('a connection stays open for the next mail', () => {
  test('one after the other', async () => {
    const own = await startSmtpSink();
    const transport = createSmtpTransport({ url: own.url, timeouts });
    for (let mail = 0; mail < 3; mail++)
      await expect(transport.send(MAIL)).resolves.toEqual({ outcome: 'sent' });
    expect([own.received.length, own.connections]).toEqual([3, 1]);
    await own.close();
  });

  test('two at once each have their own', async () => {
    const own = await startSmtpSink();
    const transport = createSmtpTransport({ url: own.url, timeouts });
    await transport.send(MAIL);
    await Promise.all([transport.send(MAIL), transport.send(MAIL)]);
    expect([own.received.length, own.connections]).toEqual([3, 2]);
    await own.close();
  });

  test.each<[string, SmtpFault, MailAttempt, number]>([
    ['hangs up when it is used again', { kind: 'hang-up-once', at: 'mail' }, { outcome: 'sent' }, 1],
    ['ends it with a word when it is used again', { kind: 'close-once' }, { outcome: 'sent' }, 1],
    [
      'hangs up with the next mail in hand',
      { kind: 'hang-up', at: 'data' },
      { outcome: 'unknown', code: 'econnection' },
      1,
    ],
    [
      'refuses the next recipient',
      { kind: 'refuse', at: 'rcpt', code: 550 },
      { outcome: 'rejected', code: 'smtp-550' },
      0,
    ],
  ])('the server %s', async (_name, fault, attempt, arrived) => {
    const own = await startSmtpSink();
    const transport = createSmtpTransport({ url: own.url, timeouts });
    await transport.send(MAIL);
    own.clear();
    own.setFault(fault);
    await expect(transport.send(MAIL)).resolves.toEqual(attempt);
    expect(own.received).toHaveLength(arrived);
    await own.close();
  });

  test('the server was restarted in between', async () => {
    const own = await startSmtpSink();
    const transport = createSmtpTransport({ url: own.url, timeouts });
    await transport.send(MAIL);
    await own.close();
    const next = await startSmtpSink({ port: own.port });
    await expect(transport.send(MAIL)).resolves.toEqual({ outcome: 'sent' });
    expect(next.received).toHaveLength(1);
    await next.close();
  });
});

describe('a mail that could be read as something else never leaves', () => {
  test.each<[string, Partial<OutgoingMail>, string]>([
    ['no recipient', { to: [] }, 'no-recipient'],
    ['a second header in an address', { to: ['ann@example.org\r\nBcc: x@evil.example'] }, 'bad-address'],
    ['two addresses in one', { cc: ['a@example.org, b@evil.example'] }, 'bad-address'],
    ['a name around the address', { to: ['Ann <ann@example.org>'] }, 'bad-address'],
    ['a quoted local part', { to: ['"a b"@example.org'] }, 'bad-address'],
    ['a group', { to: ['friends:ann@example.org;'] }, 'bad-address'],
    ['no domain', { to: ['ann'] }, 'bad-address'],
    ['a very long address', { to: [`ann@${'a'.repeat(250)}.org`] }, 'bad-address'],
    ['a second line in the subject', { subject: 'Hello\r\nBcc: x@evil.example' }, 'bad-subject'],
    ['a second line in the id', { messageId: '<1@a.b>\r\nX: y' }, 'bad-message-id'],
    ['no id', { messageId: '' }, 'bad-message-id'],
    [
      'a second line in a header',
      { headers: { 'List-Unsubscribe': '<https://x>\r\nBcc: y@evil.example' } },
      'bad-header',
    ],
    ['a line break in the name of a header', { headers: { 'X: y\r\nBcc': 'y@evil.example' } }, 'bad-header'],
    ['another set of recipients', { headers: { bcc: 'y@evil.example' } }, 'bad-header'],
  ])('%s', async (_name, change, code) => {
    await expect(transport.send({ ...MAIL, ...change })).resolves.toEqual({ outcome: 'rejected', code });
    expect(sink.received).toHaveLength(0);
  });

  test('a file or web address as content is text, not fetched', async () => {
    const text = { path: '/etc/hostname' } as unknown as string;
    await expect(transport.send({ ...MAIL, text })).rejects.toThrow(/access rejected/i);
    expect(sink.received).toHaveLength(0);
  });
});

describe('sign-in and encryption', () => {
  const account = { user: 'desk@example.org', pass: 'p@ss/w:rd %' };
  const signIn = (pass: string) => `${encodeURIComponent(account.user)}:${encodeURIComponent(pass)}@`;

  test.each<[string, SmtpSinkOptions, string, string, MailAttempt]>([
    ['the right password', { account }, signIn(account.pass), '', { outcome: 'sent' }],
    [
      'a wrong one, which is ours to mend',
      { account },
      signIn('old'),
      '',
      { outcome: 'retry', code: 'smtp-535' },
    ],
    ['no sign-in where one is wanted', { account }, '', '', { outcome: 'retry', code: 'smtp-530' }],
    [
      'TLS demanded where none is offered',
      {},
      '',
      '?requireTLS=true',
      { outcome: 'retry', code: 'smtp-500' },
    ],
    ['a certificate nobody signed', { startTls: true }, '', '', { outcome: 'retry', code: 'esocket' }],
    [
      'a certificate accepted by setting',
      { startTls: true },
      '',
      '?tls.rejectUnauthorized=false',
      { outcome: 'sent' },
    ],
  ])('%s', async (_name, options, user, query, attempt) => {
    const other = await startSmtpSink(options);
    const url = `smtp://${user}127.0.0.1:${other.port}/${query}`;
    const outcome = await createSmtpTransport({ url, timeouts }).send(MAIL);
    await other.close();
    expect(outcome).toEqual(attempt);
    expect(other.received).toHaveLength(attempt.outcome === 'sent' ? 1 : 0);
  });
});

test('to another machine a mail goes encrypted or not at all, unless the setting says otherwise', async () => {
  const other = await startSmtpSink({});
  // This machine, by an address that isn't its loopback.
  const sent = (query: string) =>
    createSmtpTransport({ url: `smtp://0.0.0.0:${other.port}/${query}`, timeouts }).send(MAIL);
  expect(await sent('')).toEqual({ outcome: 'retry', code: 'smtp-500' });
  expect(await sent('?requireTLS=false')).toEqual({ outcome: 'sent' });
  await other.close();
  expect(other.received).toHaveLength(1);
});

test.each(['', 'mail.example.org:25', 'http://mail.example.org', 'smtp://'])(
  'SMTP_URL %j is refused at once',
  (url) => {
    expect(() => createSmtpTransport({ url })).toThrow(/SMTP_URL must be like/);
  },
);

test('the development outbox takes everything and sends nothing', async () => {
  const outbox = createMailboxTransport();
  expect(outbox.kind).toBe('mailbox');
  await expect(outbox.send(MAIL)).resolves.toEqual({ outcome: 'sent' });
  expect(sink.received).toHaveLength(0);
});
