import { join, resolve } from 'node:path';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { type Environment, environment } from './config.schema.js';
import { refusalsInProduction } from './production-refusals.js';
import { projectRoot } from './project-root.js';

type Variables = Record<string, string | undefined>;
type TemporalConnection = ReturnType<typeof loadClientConnectConfig>['connectionOptions'];

/** What is set, or its default; what only a running system knows (secrets, servers) may still be missing. */
export interface Settings {
  production: boolean;
  mode: 'start' | 'rehearsal';
  port: number;
  /** Beside loopback, or every address; null: loopback alone. */
  host: string | null;
  /** Whose word on where a request came from is taken, beside this machine's own; as Express names them. */
  trustedProxies: string[];
  /** Absolute. */
  dataDir: string;
  /** Absolute: where documents are kept, unless S3 has them. */
  filesDir: string;
  /** Without a slash at the end. */
  appUrl: string;
  appSecret: string | null;
  encryptionKeys: string | null;
  databaseUrl: string | null;
  temporal: { address: string | null; namespace: string; cliPath: string | null };
  smtpUrl: string | null;
  /** Of mail to everybody who listens; null: as fast as the server takes it. */
  mailPerMinute: number | null;
  mailFrom: string;
  /** Whether staff need a second factor; who has one is asked for it either way. */
  secondFactor: 'required' | 'offered';
  /** Whether production starts while an admin has none; as they sign in they set one up either way. */
  adminsWithoutFactor: 'refused' | 'set-up';
  /** When staff who do nothing are signed out, and when everybody is. */
  sessions: { idleMinutes: number; hours: number };
  /** Absolute folder of program.yaml. */
  programDir: string;
  logLevel: Environment['LOG_LEVEL'];
  /** Answers of the API that are otherwise than its document says are logged as errors. */
  checkAnswers: boolean;
  /** Variables of outside services by prefix, e.g. `services.ZOOM.ZOOM_ACCOUNT_ID`; empty when none is set. */
  services: Record<ServicePrefix, Readonly<Record<string, string>>>;
}

/** Everything web, worker and commands need; nothing is missing. */
export interface Config extends Settings {
  appSecret: string;
  encryptionKeys: string;
  databaseUrl: string;
  /** `connection` goes to Connection.connect and NativeConnection.connect: address, TLS, API key, headers. */
  temporal: Settings['temporal'] & { address: string; connection: TemporalConnection };
}

const servicePrefixes = ['ZOOM', 'NATIONBUILDER', 'S3', 'CLAMAV', 'OIDC', 'STRIPE', 'LMS', 'KMS'] as const;
type ServicePrefix = (typeof servicePrefixes)[number];

/** Several lines, one per variable that is wrong or missing, with what to do. Values are never repeated. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(problems: string[]) {
    super(`The configuration is not usable:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
}

/** The environment of this process. The only place that reads it. */
export function processEnvironment(): Variables {
  return process.env;
}

/** Reads and checks the variables. Pure; the answer is frozen. Throws ConfigError. */
export function loadSettings(variables: Variables): Settings {
  // An empty variable (`SMTP_URL=`) is how people unset one.
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  const refused = production ? refusalsInProduction(env) : [];
  if (refused.length > 0) throw new ConfigError(refused);
  return deepFreeze({
    production,
    mode: env.TA_DESK_MODE,
    port: env.PORT,
    host: env.HOST ?? null,
    trustedProxies: (env.TRUSTED_PROXIES ?? []).map((one) => (one === 'private' ? 'uniquelocal' : one)),
    dataDir: resolve(env.DATA_DIR),
    filesDir: env.FILES_DIR ? resolve(env.FILES_DIR) : join(resolve(env.DATA_DIR), 'files'),
    appUrl: env.APP_URL ?? `http://localhost:${env.PORT}`,
    appSecret: env.APP_SECRET ?? null,
    encryptionKeys: env.ENCRYPTION_KEYS ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    temporal: {
      address: env.TEMPORAL_ADDRESS ?? null,
      namespace: env.TEMPORAL_NAMESPACE,
      cliPath: env.TEMPORAL_CLI_PATH ?? null,
    },
    smtpUrl: env.SMTP_URL ?? null,
    mailPerMinute: env.MAIL_PER_MINUTE ?? null,
    mailFrom: env.MAIL_FROM ?? 'TA Desk <no-reply@ta-desk.localhost>',
    // A rehearsal has invented data only, and begins empty each time.
    secondFactor: env.SECOND_FACTOR ?? (env.TA_DESK_MODE === 'rehearsal' ? 'offered' : 'required'),
    adminsWithoutFactor: env.ADMINS_WITHOUT_FACTOR,
    sessions: { idleMinutes: env.SESSION_IDLE_MINUTES, hours: env.SESSION_HOURS },
    programDir: env.PROGRAM_DIR ? resolve(env.PROGRAM_DIR) : join(projectRoot, 'program'),
    logLevel: env.LOG_LEVEL,
    checkAnswers: env.TA_DESK_CHECK_ANSWERS !== undefined,
    services: Object.fromEntries(
      servicePrefixes.map((prefix) => [prefix, pick(set, `${prefix}_`)]),
    ) as Settings['services'],
  });
}

/** As loadSettings, for processes that need the whole: `npm start` hands its children what it made or found. */
export function loadConfig(variables: Variables): Config {
  const settings = loadSettings(variables);
  const needed = {
    APP_SECRET: settings.appSecret,
    ENCRYPTION_KEYS: settings.encryptionKeys,
    DATABASE_URL: settings.databaseUrl,
    TEMPORAL_ADDRESS: settings.temporal.address,
  };
  const missing = Object.entries(needed).filter(([, value]) => value === null);
  if (missing.length > 0) {
    throw new ConfigError(
      missing.map(([name]) => `${name} is missing. \`npm start\` provides it; started by hand, set it.`),
    );
  }
  return deepFreeze({
    ...settings,
    temporal: { ...settings.temporal, connection: temporalConnection(variables) },
  }) as Config;
}

/** A temporal.toml of the command line tool counts only when asked for: it may point anywhere. */
export function temporalConnection(variables: Variables): TemporalConnection {
  const asked = Boolean(variables.TEMPORAL_CONFIG_FILE || variables.TEMPORAL_PROFILE);
  const strings = Object.fromEntries(Object.entries(variables).filter(([, value]) => value)) as Record<
    string,
    string
  >;
  return loadClientConnectConfig({ overrideEnvVars: strings, disableFile: !asked }).connectionOptions;
}

function pick(variables: Variables, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => name.startsWith(prefix) && value),
  ) as Record<string, string>;
}

function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
