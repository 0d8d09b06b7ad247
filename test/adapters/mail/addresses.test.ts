import { domainToASCII } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import addressparser from 'nodemailer/lib/addressparser';
import { refusalOf } from '../../../src/adapters/mail/check-mail.js';
import { createSmtpTransport } from '../../../src/adapters/mail/smtp-transport.js';
import { isEmailAddress } from '../../../src/domain/mail/address.js';
import { emailSchema as programEmail } from '../../../src/domain/program/values.schema.js';
import { emailSchema } from '../../../src/domain/requests/submission.schema.js';
import type { MailTransport } from '../../../src/ports/mail.js';
import { type SmtpSink, startSmtpSink } from '../../support/smtp-sink.js';

const ATEXT = "abcXYZ0189!#$%&'*+/=?^_`{|}~-";
const TAKEN = [
  'a&b@x.org',
  'a/b@x.org',
  "o'brien@x.org",
  'ana+desk@x.org',
  '#!$%&*=?^`{|}~-_@x.org',
  'a@x.xn--p1ai',
  'a@xn--e1afmkfd.xn--80akhbyknj4f',
  'a@b.museum',
  'a@west.office.county.ca.us',
  'a@3m.com',
  'A.B@X.ORG',
  `${'a'.repeat(64)}@x.org`,
  `a@${'b'.repeat(63)}.org`,
];
const REFUSED = [
  '',
  'a',
  'a@',
  '@x.org',
  'a@localhost',
  '.a@x.org',
  'a.@x.org',
  'a..b@x.org',
  'a@-x.org',
  'a@x-.org',
  'a@x..org',
  'a@x_y.org',
  'a@x.org.',
  'a@1.2.3.4',
  'a@[127.0.0.1]',
  'a@x.c',
  'a@x.xn--',
  'a b@x.org',
  '"a b"@x.org',
  'a,b@x.org',
  'a;b@x.org',
  'a:b@x.org',
  'a(b)@x.org',
  'a\\b@x.org',
  'a@b@x.org',
  'Ann <a@x.org>',
  'a@x.org\r\nBcc: b@x.org',
  'müller@x.org',
  'a@bücher.example',
  'a\u200b@x.org',
  `${'a'.repeat(65)}@x.org`,
  `a@${'b'.repeat(64)}.org`,
  `a@${'b.'.repeat(126)}org`,
];
const mailTo = (to: string[]) => ({
  messageId: '<1@desk.example>',
  from: 'desk@example.org',
  to,
  cc: [],
  subject: 'S',
  text: 'T',
  html: '<p>T</p>',
});

/** What each place that knows the rule says of an address. */
const verdicts = (address: string) => [
  isEmailAddress(address),
  emailSchema.safeParse(address).success,
  programEmail.safeParse(address).success && address.length <= 254,
  refusalOf(mailTo([address])) === null,
];

describe('one rule for addresses, where they come in and where they go out', () => {
  test.each(TAKEN)('%s is taken everywhere', (address) => {
    expect(verdicts(address)).toEqual([true, true, true, true]);
  });

  test.each(REFUSED)('%p is taken nowhere', (address) => {
    expect(verdicts(address)).toEqual([false, false, false, false]);
  });

  const word = fc.string({ unit: fc.constantFrom(...ATEXT), minLength: 1, maxLength: 20 });
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
  const valid = fc
    .tuple(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.array(label, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('org', 'com', 'xn--p1ai'),
    )
    .map(([local, domain, top]) => `${local.join('.')}@${[...domain, top].join('.')}`);

  test('any that is put together by the standard is taken, and read by the mailer as itself', () => {
    fc.assert(
      fc.property(valid, (address) => {
        expect(verdicts(address)).toEqual([true, true, true, true]);
        expect(addressparser(address)).toEqual([{ address, name: '' }]);
      }),
    );
  });

  test('any string at all: all places agree, and what is taken is one address', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${a}@${b}.org`),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const address = text.trim();
        const [first, ...others] = verdicts(address);
        expect(others).toEqual([first, first, first]);
        if (first) expect(addressparser(address)).toEqual([{ address, name: '' }]);
      }),
    );
  });
});

describe('at a mail server', () => {
  let sink: SmtpSink;
  let transport: MailTransport;
  beforeAll(async () => {
    sink = await startSmtpSink();
    transport = createSmtpTransport({ url: sink.url });
  });
  afterAll(() => sink.close());

  test('each address arrives as it was taken, in the envelope and on the mail', async () => {
    const to = TAKEN.map((address) => emailSchema.parse(address));
    await expect(transport.send(mailTo(to))).resolves.toEqual({ outcome: 'sent' });
    // The server of the test shows encoded domains decoded.
    const asSent = (address: string) => address.replace(/[^@]+$/, domainToASCII);
    expect(sink.received[0]?.recipients.map(asSent)).toEqual(to);
    expect(sink.received[0]?.to.map(asSent)).toEqual(to);
  });
});
