import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import type { AppCodes } from '../../ports/second-factors.js';

/** RFC 6238 with what every app takes: SHA-1, six digits, thirty seconds. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 };
/** A clock may be off by so many steps, either way. */
const STEPS_OFF = 1;

export const appCodes: AppCodes = {
  newSecret: () => new Secret({ size: 20 }).base32,
  picture(secret, { issuer, name }) {
    const uri = new TOTP({ ...FORM, issuer, label: name, secret: Secret.fromBase32(secret) }).toString();
    const { size, data } = encode(uri, { ecc: 'M', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: dark.join('') };
  },
  stepOf(secret, code, now) {
    const timestamp = now.getTime();
    const off = TOTP.validate({
      ...FORM,
      secret: Secret.fromBase32(secret),
      token: code,
      timestamp,
      window: STEPS_OFF,
    });
    return off === null ? null : TOTP.counter({ period: FORM.period, timestamp }) + off;
  },
};
