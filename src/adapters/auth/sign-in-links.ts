import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { magicLink } from 'better-auth/plugins';
import type { Database } from '../../activities/ports.js';

const LINK_SECONDS = 10 * 60;
const SESSION_SECONDS = 12 * 60 * 60;

/** How a link's token is stored; a link made beforehand (the first admin's) is stored the same way. */
export function linkIdentifier(token: string): string {
  return `magic-link:${hashToken(token)}`;
}

/** What better-auth reads back for a link. */
export function linkValue(email: string): string {
  return JSON.stringify({ type: 'magic-link', email });
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * Sign-in by link on better-auth. None of its own routes are served: pages call these functions, so the CSRF check,
 * the rate limits and the log stay ours. No address of the network and no browser name is stored.
 */
export function createSignInLinks(options: {
  db: Database;
  appUrl: string;
  appSecret: string;
  /** Hands the link to the mail ledger. */
  deliver(link: { email: string; token: string; next: string }): Promise<void>;
}) {
  const secure = options.appUrl.startsWith('https:');
  const auth = betterAuth({
    baseURL: options.appUrl,
    secret: options.appSecret,
    logger: { disabled: true },
    telemetry: { enabled: false },
    database: prismaAdapter(options.db, { provider: 'postgresql' }),
    user: { modelName: 'authUser' },
    account: { modelName: 'authAccount' },
    session: { modelName: 'authSession', expiresIn: SESSION_SECONDS, updateAge: 60 * 60 },
    verification: { modelName: 'authVerification' },
    advanced: {
      ipAddress: { disableIpTracking: true },
      // The __Host- prefix ties the cookie to this host and to https; better-auth's own prefix is looser.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: secure ? '__Host-ta-desk-session' : 'ta-desk-session',
          attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashToken(token) },
        sendMagicLink: ({ email, token, metadata }) =>
          options.deliver({ email, token, next: String(metadata?.next ?? '/') }),
      }),
    ],
  });

  return {
    async send({ email, next }: { email: string; next: string }): Promise<void> {
      await auth.api.signInMagicLink({ body: { email, metadata: { next } }, headers: new Headers() });
    },
    async use(token: string) {
      try {
        const { headers, response } = await auth.api.magicLinkVerify({
          query: { token },
          headers: new Headers(),
          returnHeaders: true,
        });
        return { email: response.user.email.toLowerCase(), setCookies: headers.getSetCookie() };
      } catch (error) {
        if (isRedirect(error)) return null;
        throw error;
      }
    },
    async signedIn(cookies: string | undefined) {
      if (!cookies) return null;
      const found = await auth.api.getSession({ headers: new Headers({ cookie: cookies }) });
      return found ? { email: found.user.email.toLowerCase(), sessionToken: found.session.token } : null;
    },
    async end(cookies: string | undefined): Promise<string[]> {
      const { headers } = await auth.api.signOut({
        headers: new Headers(cookies ? { cookie: cookies } : {}),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    },
  };
}

/** better-auth answers a bad token by redirecting. */
function isRedirect(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 'FOUND';
}
