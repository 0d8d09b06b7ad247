import { isIP } from 'node:net';
import { z } from 'zod';
import { isEmailAddress } from './domain/mail/address.js';

const webAddress = z
  .string()
  .regex(/^https?:\/\/[^\s/]+/, 'must be a web address such as https://desk.example.org')
  .transform((text) => withoutEndingSlashes(text));

function withoutEndingSlashes(text: string): string {
  return text.endsWith('/') ? withoutEndingSlashes(text.slice(0, -1)) : text;
}

const numberBetween = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `must be a whole number from ${low} to ${high}`);

/** `desk@example.org`, or `TA Desk <desk@example.org>`. */
function isSender(text: string): boolean {
  const [, inside] = /^[^<>\r\n]*<([^<>]*)>$/.exec(text.trim()) ?? [];
  return isEmailAddress(inside ?? text.trim());
}

const MOST_PROXIES = 20;
/** The widest range of addresses that is still somebody's own network: 10.0.0.0/8, fc00::/7. */
const WIDEST: Record<number, number> = { 4: 8, 6: 7 };

/** An address, or a range of them (`10.1.0.0/16`). */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return (
    /^\d{1,3}$/.test(bits) &&
    Number(bits) >= (WIDEST[version] ?? 0) &&
    Number(bits) <= (version === 4 ? 32 : 128)
  );
}

const proxies = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine(
    (list) => list.length <= MOST_PROXIES && list.every((one) => one === 'private' || isNetwork(one)),
    `must be up to ${MOST_PROXIES} addresses or networks (10.1.0.0/16, not wider than /8), separated by commas, or "private"`,
  );

/** One entry per variable. Messages complete the sentence "<NAME> …" and never repeat the value. */
export const environment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'must be development, test or production')
    .default('development'),
  PORT: numberBetween(1, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, 'must be an address of this machine, for instance 0.0.0.0 for all of them')
    .optional(),
  TRUSTED_PROXIES: proxies.optional(),
  DATA_DIR: z.string().default('.data'),
  FILES_DIR: z.string().optional(),
  APP_URL: webAddress.optional(),
  APP_SECRET: z.string().optional(),
  ENCRYPTION_KEYS: z
    .string()
    .regex(
      /^[\w-]+:(?:[A-Za-z0-9+/_-]{43}=?|kms:[\w-]+:v\d+:[A-Za-z0-9+/=]{1,1000})(\s*,\s*[\w-]+:(?:[A-Za-z0-9+/_-]{43}=?|kms:[\w-]+:v\d+:[A-Za-z0-9+/=]{1,1000}))*$/,
      'must be id:key, several separated by commas, each key 32 bytes in base64, or kms: and as the key store wrapped it; make one with: openssl rand -base64 32',
    )
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  DATABASE_NETWORK: z.literal('own', 'must be own, or not set').optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^(\[[^\]]+\]|[^\s:/]+):\d+$/, 'must be host:port, for instance 127.0.0.1:7233')
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_CLI_PATH: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_PER_MINUTE: numberBetween(1, 60_000).optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'must be an e-mail address, with or without a name, like TA Desk <desk@example.org>')
    .optional(),
  SECOND_FACTOR: z.enum(['required', 'offered'], 'must be required or offered').optional(),
  ADMINS_WITHOUT_FACTOR: z.enum(['refused', 'set-up'], 'must be refused or set-up').default('refused'),
  SESSION_IDLE_MINUTES: numberBetween(5, 720).default(120),
  SESSION_HOURS: numberBetween(1, 24).default(12),
  CLAMAV_ADDRESS: z
    .string()
    .regex(
      /^(\/[^\0]{1,200}|(\[[^\]]{1,60}\]|[^\s:/]{1,253}):\d{1,5})$/,
      'must be host:port, or the path of a socket, of clamd: 127.0.0.1:3310 or /run/clamav/clamd.ctl',
    )
    .optional(),
  CLAMAV_TIMEOUT_SECONDS: numberBetween(1, 240).optional(),
  CLAMAV_ABSENT: z.literal('accepted', 'must be accepted, or not set').optional(),
  PROGRAM_DIR: z.string().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug'], 'must be fatal, error, warn, info or debug')
    .default('info'),
  /** Set by `npm run rehearse` for its own processes; not for people. */
  TA_DESK_MODE: z.enum(['start', 'rehearsal']).default('start'),
  /** Set by tests for systems they start; not for people. */
  TA_DESK_CHECK_ANSWERS: z.literal('1', 'must be 1 or not set').optional(),
});

export type Environment = z.infer<typeof environment>;
