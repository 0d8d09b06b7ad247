import { randomUUID } from 'node:crypto';
import type { Services } from '../../ports/services.js';
import type { SignInLinks } from '../../ports/sign-in-links.js';
import { adoptKeys } from '../keys/adopt-keys.js';
import { lock } from '../lock.js';
import { recordSecurity } from '../security/record-security.js';
import { signInUrl } from './sign-in-url.js';

const VALID_MS = 24 * 60 * 60_000;

/**
 * A sign-in link for the first admin, single use, valid a day (wall time), to be printed where the system is started.
 * The admin is made when there is none. In production null once an admin exists: from then on links come by mail.
 */
export async function adminLink(
  services: Pick<Services, 'db' | 'programs' | 'clock' | 'appUrl' | 'whence'>,
  links: Pick<SignInLinks, 'make'>,
  options: { production: boolean; adminEmail?: string },
): Promise<string | null> {
  const { db } = services;
  const email = await db.$transaction(async (tx) => {
    // Two starts at once make one admin.
    await lock(tx, 'firstAdmin');
    const admin = await tx.staff.findFirst({
      where: { role: 'admin', active: true },
      orderBy: { createdAt: 'asc' },
    });
    const note = (about: string) =>
      recordSecurity(tx, services, { kind: 'admin-link-made', actor: 'system', about: `user:${about}` });
    if (admin) {
      if (options.production) return null;
      await note(admin.id);
      return admin.email;
    }
    const { organization } = services.programs.current().program;
    const address = (options.adminEmail ?? organization.email).toLowerCase();
    const asAdmin = { name: 'Administrator', role: 'admin', active: true };
    const { id } = await tx.staff.upsert({
      where: { email: address },
      create: { id: randomUUID(), email: address, ...asAdmin, createdAt: services.clock.now() },
      update: { role: 'admin', active: true },
    });
    await adoptKeys(tx, id);
    await recordSecurity(tx, services, {
      kind: 'colleague-added',
      actor: 'system',
      about: `user:${id}`,
      data: { role: 'admin' },
    });
    await note(id);
    return address;
  });
  if (email === null) return null;
  const token = await links.make({ email, validMs: VALID_MS });
  return signInUrl({ appUrl: services.appUrl, token, next: '/staff' });
}
