import { describe, expect, test } from '@jest/globals';
import { oidcSettings } from '../../src/adapters/oidc/oidc-settings.js';

const google = {
  OIDC_GOOGLE_CLIENT_ID: 'id',
  OIDC_GOOGLE_CLIENT_SECRET: 'secret',
  OIDC_GOOGLE_DOMAINS: 'Legal-Aid.example, ta.example',
};
const entra = {
  OIDC_ENTRA_TENANT: '8f14e45f-ceea-467f-9b1e-000000000000',
  OIDC_ENTRA_CLIENT_ID: 'id',
  OIDC_ENTRA_CLIENT_SECRET: 'secret',
  OIDC_ENTRA_DOMAINS: 'ta.example',
};
const own = {
  OIDC_ISSUER: 'https://id.ta.example',
  OIDC_CLIENT_ID: 'id',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_DOMAINS: 'ta.example',
};

describe('providers by their variables', () => {
  test('none, one, or all three side by side', () => {
    expect(oidcSettings({})).toEqual([]);
    const [one] = oidcSettings(google);
    expect(one).toMatchObject({
      id: 'google',
      issuer: 'https://accounts.google.com',
      domains: ['legal-aid.example', 'ta.example'],
    });
    const all = oidcSettings({ ...google, ...entra, ...own, OIDC_NAME: 'TA' });
    expect(all.map(({ id, name }) => [id, name])).toEqual([
      ['google', 'Google'],
      ['entra', 'Microsoft'],
      ['oidc', 'TA'],
    ]);
    expect(all[1]?.issuer).toBe(
      'https://login.microsoftonline.com/8f14e45f-ceea-467f-9b1e-000000000000/v2.0',
    );
  });

  test.each([
    [{ ...google, OIDC_GOOGLE_DOMAINS: '' }, /OIDC_GOOGLE_DOMAINS/],
    [{ ...google, OIDC_GOOGLE_DOMAINS: '*' }, /OIDC_GOOGLE_DOMAINS/],
    [{ ...google, OIDC_GOOGLE_DOMAINS: 'example' }, /OIDC_GOOGLE_DOMAINS/],
    [{ ...google, OIDC_GOOGLE_CLIENT_SECRET: '' }, /OIDC_GOOGLE_CLIENT_SECRET/],
    [{ ...entra, OIDC_ENTRA_TENANT: 'common' }, /your own tenant/],
    [{ ...entra, OIDC_ENTRA_TENANT: 'Organizations' }, /your own tenant/],
    [{ ...own, OIDC_ISSUER: 'not an address' }, /OIDC_ISSUER/],
    [{ OIDC_ISSUER: 'https://id.ta.example' }, /OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_DOMAINS/],
  ])('%j is refused', (variables, why) => {
    const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
    expect(() => oidcSettings(set)).toThrow(why);
  });
});
