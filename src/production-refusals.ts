import { isLoopback } from './adapters/host/is-loopback.js';
import type { Environment } from './config.schema.js';

/** What a production start refuses of the environment alone, each with what to do; no value is repeated. */
export function refusalsInProduction(env: Environment): string[] {
  return [
    ...secretRefusals(env),
    ...keyRefusals(env),
    ...databaseRefusals(env),
    ...addressRefusals(env),
    ...(env.SECOND_FACTOR === 'offered'
      ? ['SECOND_FACTOR must be required in production: an e-mail link alone opens no case data']
      : []),
    ...(env.CLAMAV_ADDRESS || env.CLAMAV_ABSENT
      ? []
      : [
          'CLAMAV_ADDRESS is missing: where clamd listens, which scans documents for viruses. CLAMAV_ABSENT=accepted does without; staff then read of every document that it was not scanned',
        ]),
    ...(env.SMTP_URL && !env.MAIL_FROM ? ['MAIL_FROM is missing: the address mails come from'] : []),
  ];
}

const PLACEHOLDER = /change-?me|example|placeholder|password|secret|^(test|dev|default)+$/i;
/** Of what is random this many bytes or letters differ, all but never fewer. */
const DIFFERENT = 10;
const MAKE_ONE = 'make one with: openssl rand -base64 32';

const different = (of: Iterable<unknown>): number => new Set(of).size;

function secretRefusals({ APP_SECRET: secret }: Environment): string[] {
  if (!secret) return [`APP_SECRET is missing; ${MAKE_ONE}`];
  const weak = secret.length < 32 || PLACEHOLDER.test(secret) || different(secret) < DIFFERENT;
  return weak ? [`APP_SECRET is too short or a placeholder; ${MAKE_ONE}`] : [];
}

function keyRefusals({ APP_SECRET, ENCRYPTION_KEYS: keys }: Environment): string[] {
  if (!keys) {
    return ['ENCRYPTION_KEYS is missing; for instance k1: followed by what openssl rand -base64 32 prints'];
  }
  return keys.split(',').flatMap((entry) => {
    const [id, encoded = ''] = entry.trim().split(':');
    // Made and wrapped by the key store.
    if (encoded === 'kms') return [];
    const bytes = Buffer.from(encoded, 'base64');
    if (different(bytes) < DIFFERENT || /^[\x20-\x7e]{32}$/.test(bytes.toString('latin1'))) {
      return `ENCRYPTION_KEYS has an example or a made-up key, ${id}: whoever knows it reads every case. ${MAKE_ONE}, and put it in front; what is sealed already needs the old one until desk keys rotate is done`;
    }
    return encoded === APP_SECRET ? `ENCRYPTION_KEYS and APP_SECRET are the same; ${MAKE_ONE} for each` : [];
  });
}

/** As the driver reads it: these check the server's certificate, the others encrypt for anybody or not at all. */
const CHECKED = ['verify-full', 'verify-ca', 'require'];

function databaseRefusals({ DATABASE_URL: text, DATABASE_NETWORK: network }: Environment): string[] {
  const url = text && URL.canParse(text) ? new URL(text) : null;
  if (!url) return [];
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const here = host === '' || host.startsWith('/') || isLoopback(host);
  const compat = url.searchParams.get('uselibpqcompat') === 'true';
  const mode = url.searchParams.get('sslmode') ?? (url.searchParams.get('ssl') === 'true' ? 'require' : '');
  const checked = CHECKED.includes(mode) && !(compat && mode === 'require');
  if (here || checked || network === 'own') return [];
  return [
    'DATABASE_URL leads to another machine without TLS, or without checking its certificate: add ?sslmode=verify-full, with sslrootcert=FILE for an authority of your own. Only where nobody else can be on the way, as between containers of one machine, DATABASE_NETWORK=own lets it',
  ];
}

function addressRefusals({ APP_URL: url }: Environment): string[] {
  if (!url) return ['APP_URL is missing: the address people type, for instance https://desk.example.org'];
  const local = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(url);
  return /^https:/.test(url) || local
    ? []
    : ['APP_URL must start with https:// in production; sign-in links and sessions travel over it'];
}
