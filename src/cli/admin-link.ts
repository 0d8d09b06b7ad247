import { createSignInLinks } from '../adapters/auth/sign-in-links.js';
import { emailSchema } from '../domain/requests/submission.schema.js';
import { adminLink } from '../usecases/sign-in/admin-link.js';
import { CannotRun, commandEnvironment, withServices } from './connect.js';
import { print, tell } from './say.js';

/** Prints a sign-in link for the first admin, or nothing (see src/usecases/sign-in/admin-link.ts). Run by `npm start`. */
async function main(): Promise<void> {
  const given = emailSchema.safeParse(commandEnvironment().ADMIN_EMAIL);
  const adminEmail = given.success ? given.data : undefined;
  const link = await withServices(({ services }, { appUrl, appSecret, production }) => {
    const links = createSignInLinks({ db: services.db, appUrl, appSecret, deliver: async () => undefined });
    return adminLink(services, links, { production, adminEmail });
  });
  if (link) print(link);
}

await main().catch((error: unknown) => {
  tell(error instanceof CannotRun ? error.message : 'The admin’s sign-in link could not be made.');
  process.exitCode = 1;
});
