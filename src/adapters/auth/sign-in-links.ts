import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { magicLink } from 'better-auth/plugins';
import { accountOf, addressOf } from '../../domain/people/account-address.schema.js';
import { SIGN_IN_LINK_MINUTES } from '../../domain/people/sign-in-link.js';
import type { Database } from '../../ports/database.js';
import type { SignedIn, SignInLinks } from '../../ports/sign-in-links.js';
import { appCodes } from './app-codes.js';
import { createPasskeys } from './passkeys.js';

const SESSION_HOURS = 12;
const MOST_TRIES = 5;
const TOKEN = /^[\w-]{20,100}$/;

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** As the plugin names the row of a link. */
const identifierOf = (token: string): string => `magic-link:${hashToken(token)}`;
const emailIn = (value: string): string =>
  addressOf((JSON.parse(value) as { email: string }).email).toLowerCase();

/**
 * Sign-in by link on better-auth. None of its own routes are served: pages call these functions, so the CSRF check,
 * the rate limits and the log stay ours. No address of the network and no browser name is stored.
 */
export function createSignInLinks(options: {
  db: Database;
  appUrl: string;
  appSecret: string;
  /** How long a session lasts at most; left out: twelve hours. */
  sessionHours?: number;
  /** Hands the link to the mail log. */
  deliver(link: { email: string; token: string; next: string }): Promise<void>;
}): SignInLinks {
  const secure = options.appUrl.startsWith('https:');
  const sessionCookie = secure ? '__Host-ta-desk-session' : 'ta-desk-session';
  const auth = betterAuth({
    baseURL: options.appUrl,
    secret: options.appSecret,
    logger: { disabled: true },
    telemetry: { enabled: false },
    database: prismaAdapter(remembering(options.db), { provider: 'postgresql' }),
    user: { modelName: 'authUser' },
    account: { modelName: 'authAccount' },
    session: {
      modelName: 'authSession',
      expiresIn: (options.sessionHours ?? SESSION_HOURS) * 60 * 60,
      // Its end is an end: using it moves nothing.
      disableSessionRefresh: true,
      additionalFields: {
        usedAt: { type: 'date', required: false, input: false },
        passedAs: { type: 'string', required: false, input: false },
        passedAt: { type: 'date', required: false, input: false },
      },
    },
    verification: { modelName: 'authVerification' },
    advanced: {
      ipAddress: { disableIpTracking: true },
      // The __Host- prefix ties the cookie to this host and to https; better-auth's own prefix is looser.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: sessionCookie,
          attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: SIGN_IN_LINK_MINUTES * 60,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashToken(token) },
        sendMagicLink: ({ email, token, metadata }) =>
          options.deliver({ email: addressOf(email), token, next: String(metadata?.next ?? '/') }),
      }),
    ],
  });

  const links: SignInLinks = {
    appCodes,
    passkeys: createPasskeys(options),
    /** Written the way the plugin reads it: the test of the first admin's link would show a change. */
    async make({ email, validMs }: { email: string; validMs: number }): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      const now = new Date();
      await options.db.authVerification.create({
        data: {
          id: randomUUID(),
          identifier: identifierOf(token),
          value: JSON.stringify({ type: 'magic-link', email: accountOf(email) }),
          anyBrowser: true,
          expiresAt: new Date(now.getTime() + validMs),
          createdAt: now,
          updatedAt: now,
        },
      });
      return token;
    },
    async send({ email, next }: { email: string; next: string }): Promise<void> {
      const body = { email: accountOf(email), metadata: { next } };
      await asked(() => auth.api.signInMagicLink({ body, headers: new Headers() }));
    },
    async look(token: string) {
      if (!TOKEN.test(token)) return null;
      const row = await options.db.authVerification.findFirst({
        where: { identifier: identifierOf(token), expiresAt: { gt: new Date() } },
      });
      return row ? { email: emailIn(row.value), anyBrowser: row.anyBrowser, sentAt: row.createdAt } : null;
    },
    async tryAddress(token: string, email: string) {
      if (!TOKEN.test(token)) return false;
      // Counted before it is compared: many tries at once are no more than five.
      const rows = await options.db.$queryRaw<{ value: string; tries: number }[]>`
        UPDATE auth_verification SET tries = tries + 1
        WHERE identifier = ${identifierOf(token)} AND tries < ${MOST_TRIES} RETURNING value, tries`;
      const row = rows[0];
      if (row && emailIn(row.value) === email.toLowerCase()) return true;
      if (!row || row.tries >= MOST_TRIES) {
        await options.db.authVerification.deleteMany({ where: { identifier: identifierOf(token) } });
      }
      return false;
    },
    /** A link of its own, used at once: the library makes the session and its cookie. */
    enter: async (email: string) => links.use(await links.make({ email, validMs: 60_000 })),
    async use(token: string) {
      if (!TOKEN.test(token)) return null;
      try {
        const { headers, response } = await asked(() =>
          auth.api.magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true }),
        );
        return { email: addressOf(response.user.email), setCookies: headers.getSetCookie() };
      } catch (error) {
        if (isRedirect(error)) return null;
        throw error;
      }
    },
    async signedIn(cookies: string | undefined) {
      if (!cookies) return null;
      const headers = new Headers({ cookie: cookies });
      const found = await asked(() => auth.api.getSession({ headers }));
      if (!found) return null;
      const {
        id,
        token,
        createdAt,
        expiresAt,
        usedAt = null,
        passedAs = null,
        passedAt = null,
      } = found.session;
      const email = addressOf(found.user.email);
      const facts = { startedAt: createdAt, endsAt: expiresAt, usedAt, passedAs, passedAt };
      return { email, sessionId: id, sessionToken: token, ...facts };
    },
    async pass({ email, sessionId, sessionToken, startedAt, endsAt }: SignedIn, passedAs: string, at: Date) {
      const used = await links.enter(email);
      const token = used && tokenIn(used.setCookies, sessionCookie);
      if (!used || !token) return null;
      return options.db.$transaction(async (tx) => {
        const { count } = await tx.authSession.deleteMany({ where: { id: sessionId, token: sessionToken } });
        // Ended meanwhile, or passed already: nothing is left of what was made for it.
        const alive = count > 0;
        if (!alive) await tx.authSession.deleteMany({ where: { token } });
        // The same session under another token: what was shown in it, or is listed as it, stays its.
        const data = {
          ...{ id: sessionId, createdAt: startedAt, expiresAt: endsAt, usedAt: at, passedAs, passedAt: at },
        };
        if (alive) await tx.authSession.updateMany({ where: { token }, data });
        return alive ? used.setCookies : null;
      });
    },
    async end(cookies: string | undefined): Promise<string[]> {
      const sent = new Headers(cookies ? { cookie: cookies } : {});
      const { headers } = await asked(() => auth.api.signOut({ headers: sent, returnHeaders: true }));
      return headers.getSetCookie();
    },
  };
  return links;
}

/** The session's token in the cookie that carries it, in front of its signature. */
function tokenIn(setCookies: readonly string[], name: string): string | null {
  const line = setCookies.find((one) => one.startsWith(`${name}=`));
  const value = line?.slice(name.length + 1).split(';')[0];
  return value ? (decodeURIComponent(value).split('.')[0] ?? null) : null;
}

/** What the database refused while the library was asked something. */
const refused = new AsyncLocalStorage<{ error?: unknown }>();

function remembering(db: Database) {
  return db.$extends({
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args);
        } catch (error) {
          const asking = refused.getStore();
          if (asking) asking.error = error;
          throw error;
        }
      },
    },
  });
}

/** What the library asks of the database. It tells nothing of one that is away: then the database's own error is thrown. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  const asking: { error?: unknown } = {};
  try {
    return await refused.run(asking, ask);
  } catch (error) {
    throw (error as { statusCode?: unknown }).statusCode === 500 && asking.error ? asking.error : error;
  }
}

/** better-auth answers a bad token by redirecting. */
function isRedirect(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 'FOUND';
}
