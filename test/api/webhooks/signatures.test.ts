import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { verifyStandardWebhook } from '../../../src/api/webhooks/verify-standard-webhook.js';
import { verifyZoomSignature } from '../../../src/api/webhooks/verify-zoom-signature.js';

const nowMs = Date.parse('2026-12-02T20:00:00.000Z');
const seconds = (ago: number) => String(nowMs / 1000 - ago);

describe('Zoom', () => {
  const secret = 'zoom-secret';
  const rawBody = Buffer.from('{"event":"meeting.ended","note":"é"}');
  const sign = (timestamp: string, body = rawBody, key = secret) =>
    `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${body.toString()}`).digest('hex')}`;
  const good = { secret, rawBody, nowMs, timestamp: seconds(2), signature: sign(seconds(2)) };

  test.each([
    ['ok', 'as it should be', {}],
    ['ok', 'from a clock a little ahead', { timestamp: seconds(-120), signature: sign(seconds(-120)) }],
    ['missing', 'without a signature', { signature: undefined }],
    ['missing', 'without a time', { timestamp: undefined }],
    ['wrong', 'with another secret', { signature: sign(seconds(2), rawBody, 'other') }],
    ['wrong', 'with another body', { rawBody: Buffer.from('{"event":"meeting.started"}') }],
    ['wrong', 'with another time than was signed', { timestamp: seconds(1) }],
    ['wrong', 'cut short', { signature: sign(seconds(2)).slice(0, -1) }],
    ['wrong', 'in another version', { signature: sign(seconds(2)).replace('v0', 'v1') }],
    ['stale', 'older than five minutes', { timestamp: seconds(301), signature: sign(seconds(301)) }],
    ['stale', 'from the far future', { timestamp: seconds(-301), signature: sign(seconds(-301)) }],
    ['stale', 'with a time that is none', { timestamp: 'soon', signature: sign('soon') }],
  ])('%s: %s', (verdict, _, change) => {
    expect(verifyZoomSignature({ ...good, ...change })).toBe(verdict);
  });
});

describe('Standard Webhooks', () => {
  // The example of the specification's own reference libraries.
  const known = {
    secrets: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    signatures: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    rawBody: Buffer.from('{"test": 2432232314}'),
    nowMs: 1_614_265_330_000,
  };
  const short = 'whsec_MfKQ9r8GKYo';
  const signedWith = (secret: string) =>
    `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`${known.id}.${known.timestamp}.${known.rawBody}`)
      .digest('base64')}`;
  const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

  test.each([
    ['ok', 'a known example', {}],
    ['ok', 'among signatures of several keys', { signatures: `v1,AAAA v1a,BBBB ${known.signatures}` }],
    ['ok', 'while the secret is being changed', { secrets: `${other} ${known.secrets}` }],
    ['wrong', 'another secret', { secrets: other }],
    ['wrong', 'another id', { id: 'msg_other' }],
    ['wrong', 'a version we don’t know', { signatures: known.signatures.replace('v1', 'v2') }],
    ['wrong', 'no secret at all', { secrets: '' }],
    ['wrong', 'a secret that holds nothing', { secrets: 'whsec_' }],
    ['ok', 'a secret without its padding', { secrets: short, signatures: signedWith(short) }],
    ['wrong', 'a time that is none', { timestamp: 'soon' }],
    ['wrong', 'a time beyond any date', { timestamp: '9'.repeat(40) }],
    ['missing', 'no signature', { signatures: undefined }],
    ['missing', 'no id', { id: undefined }],
    ['stale', 'sent again after six minutes', { nowMs: known.nowMs + 360_000 }],
  ])('%s: %s', (verdict, _, change) => {
    expect(verifyStandardWebhook({ ...known, ...change })).toBe(verdict);
  });
});
