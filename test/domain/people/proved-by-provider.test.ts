import { describe, expect, test } from '@jest/globals';
import { addressProved, type ProviderWord } from '../../../src/domain/people/proved-by-provider.js';

const domains = ['legal-aid.example', 'ta.example'];
const email = 'ana@legal-aid.example';

describe('the address that a provider’s word proves', () => {
  const takes: [ProviderWord['kind'], Record<string, unknown>, string | null][] = [
    ['google', { email, email_verified: true, hd: 'legal-aid.example' }, email],
    ['google', { email: 'Ana@Legal-Aid.example', email_verified: 'true', hd: 'Legal-Aid.example' }, email],
    // An account of nobody's domain may carry an address that has gone to somebody else since.
    ['google', { email, email_verified: true }, null],
    ['google', { email, email_verified: true, hd: 'other.example' }, null],
    ['google', { email, email_verified: false, hd: 'legal-aid.example' }, null],
    ['google', { email: 'ana@other.example', email_verified: true, hd: 'legal-aid.example' }, null],
    ['entra', { preferred_username: email }, email],
    ['entra', { email: 'ana@ta.example', xms_edov: true, preferred_username: email }, 'ana@ta.example'],
    ['entra', { email: 'ana@ta.example', xms_edov: '1', preferred_username: email }, 'ana@ta.example'],
    // Whoever runs a tenant may write any address into a profile.
    ['entra', { email: 'director@ta.example', preferred_username: 'x@stranger.example' }, null],
    ['entra', { email: 'director@ta.example', xms_edov: false }, null],
    ['entra', { email_verified: true, email }, null],
    ['standard', { email, email_verified: true }, email],
    ['standard', { email }, null],
    ['standard', { email, email_verified: 'yes' }, null],
    ['standard', { preferred_username: email, email_verified: true }, null],
    ['standard', { email: ['ana@legal-aid.example'], email_verified: true }, null],
    ['standard', { email: 'ana@legal-aid.example\r\nBcc: x@legal-aid.example', email_verified: true }, null],
    ['standard', { email: 'ana@evil.legal-aid.example', email_verified: true }, null],
    ['standard', { email: 'ana@notlegal-aid.example', email_verified: true }, null],
    ['standard', { email: '"a@legal-aid.example"@evil.example', email_verified: true }, null],
  ];
  test.each(takes)('%s %j: %s', (kind, claims, proved) => {
    const read = addressProved({ kind, domains }, claims);
    expect(read.ok ? read.value : null).toBe(proved);
    if (!read.ok) expect(read.problem.reason).toBe('provider-address');
  });
});
