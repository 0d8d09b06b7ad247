import { randomUUID } from 'node:crypto';
import { accountOf } from '../../domain/people/account-address.schema.js';
import { addressProved } from '../../domain/people/proved-by-provider.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { IdentityProvider, ProviderClaims } from '../../ports/identity-providers.js';
import type { Services } from '../../ports/services.js';
import type { SignInLinks } from '../../ports/sign-in-links.js';
import { lock } from '../lock.js';
import { type ByMail, resolveActor } from './resolve-actor.js';

/** Who is signed in now, and the cookies that make the session. */
export interface Entered {
  who: ByMail;
  setCookies: string[];
}

/**
 * Signs in whom a provider speaks for. Its word is worth what a link is worth, the address: a second factor is asked for
 * afterwards as ever. An address stays with the account it came with first, until how somebody signs in is reset.
 * Refuses `provider-address`, `provider-account-other`.
 */
export async function signInByProvider(
  services: Pick<Services, 'db' | 'vault' | 'clock' | 'whence' | 'log'>,
  links: Pick<SignInLinks, 'enter'>,
  provider: Pick<IdentityProvider, 'id' | 'kind' | 'domains'>,
  { subject, claims }: ProviderClaims,
): Promise<Result<Entered>> {
  const email = addressProved(provider, claims);
  if (!email.ok) return email;
  const tied = await tie(services, { providerId: provider.id, subject, email: email.value });
  if (!tied.ok) return tied;
  const used = await links.enter(email.value);
  if (!used) return refuse('provider-not-valid');
  const who = await resolveActor(services, email.value);
  return ok({ who, setCookies: used.setCookies });
}

interface Tie {
  providerId: string;
  subject: string;
  email: string;
}

/** The address and the account belong together from now on; an account whose address was changed there takes the new one. */
function tie({ db }: Pick<Services, 'db'>, { providerId, subject, email }: Tie): Promise<Result<null>> {
  const account = accountOf(email);
  return db.$transaction(async (tx) => {
    await lock(tx, 'providerAccount', `${providerId}/${email}`);
    const other = await tx.authAccount.findFirst({
      where: { providerId, user: { email: account }, accountId: { not: subject } },
      select: { id: true },
    });
    if (other) return refuse('provider-account-other');
    const at = new Date();
    // As the library makes it at a first sign-in by link.
    const user = await tx.authUser.upsert({
      where: { email: account },
      create: {
        id: randomUUID(),
        name: '',
        email: account,
        emailVerified: true,
        createdAt: at,
        updatedAt: at,
      },
      update: {},
      select: { id: true },
    });
    await tx.authAccount.deleteMany({ where: { providerId, accountId: subject, userId: { not: user.id } } });
    const known = await tx.authAccount.count({ where: { providerId, accountId: subject } });
    if (known === 0)
      await tx.authAccount.create({
        data: {
          ...{ id: randomUUID(), providerId, accountId: subject, userId: user.id },
          ...{ createdAt: at, updatedAt: at },
        },
      });
    return ok(null);
  });
}
