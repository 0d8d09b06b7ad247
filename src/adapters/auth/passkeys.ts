import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Passkeys } from '../../ports/second-factors.js';

const LONGEST = 20_000;

/** No more than what is read here; the library checks the rest. */
const answerSchema = z.looseObject({ id: z.string().min(1).max(1_400), rawId: z.string(), type: z.string() });

function readAnswer<T>(answer: string): T | null {
  if (answer.length > LONGEST) return null;
  try {
    const read = answerSchema.safeParse(JSON.parse(answer));
    return read.success ? (read.data as T) : null;
  } catch {
    return null;
  }
}

/** What a library throws about a browser's answer says only that it is none. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

/** WebAuthn by @simplewebauthn/server, for this address alone. A passkey says itself that it asked who is there. */
export function createPasskeys({ appUrl }: { appUrl: string }): Passkeys {
  const { hostname: rpID, origin } = new URL(appUrl);
  const idsOf = (known: readonly string[]) => known.map((id) => ({ id }));
  return {
    async toAdd({ ref, name }, known) {
      const options = await generateRegistrationOptions({
        rpName: 'TA Desk',
        rpID,
        userName: name,
        userID: new Uint8Array(Buffer.from(ref)),
        attestationType: 'none',
        excludeCredentials: idsOf(known),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      });
      return { challenge: options.challenge, options: JSON.stringify(options) };
    },
    async added(challenge, answer) {
      const response = readAnswer<Parameters<typeof verifyRegistrationResponse>[0]['response']>(answer);
      if (!response) return null;
      const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID };
      const read = await orNull(() =>
        verifyRegistrationResponse({ response, ...expected, requireUserVerification: true }),
      );
      if (!read?.verified) return null;
      const { id, publicKey, counter } = read.registrationInfo.credential;
      return { credentialId: id, publicKey, signCount: counter };
    },
    async toUse(known) {
      const allowCredentials = idsOf(known);
      const options = await generateAuthenticationOptions({
        rpID,
        allowCredentials,
        userVerification: 'required',
      });
      return { challenge: options.challenge, options: JSON.stringify(options) };
    },
    idIn: (answer) => readAnswer<{ id: string }>(answer)?.id ?? null,
    async used(challenge, answer, { credentialId, publicKey, signCount }) {
      const response = readAnswer<Parameters<typeof verifyAuthenticationResponse>[0]['response']>(answer);
      if (!response) return null;
      const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID };
      const credential = { id: credentialId, publicKey: new Uint8Array(publicKey), counter: signCount };
      const read = await orNull(() =>
        verifyAuthenticationResponse({ response, ...expected, credential, requireUserVerification: true }),
      );
      return read?.verified ? read.authenticationInfo.newCounter : null;
    },
  };
}
