import { z } from 'zod';

const seconds = z.coerce.number().int().min(1).max(120);

/** What KMS_* say of the key store: a Vault-compatible transit engine. */
const settings = z
  .strictObject({
    KMS_URL: z.url({ protocol: /^https?$/ }),
    /** Name of the key in the engine. */
    KMS_KEY: z.string().regex(/^[\w.-]{1,64}$/),
    /** Where the engine is mounted. */
    KMS_MOUNT: z
      .string()
      .regex(/^[\w-]+(\/[\w-]+)*$/)
      .default('transit'),
    KMS_NAMESPACE: z
      .string()
      .regex(/^[\w/-]{1,200}$/)
      .optional(),
    KMS_TOKEN: z.string().min(1).max(4_096).optional(),
    KMS_ROLE_ID: z.string().min(1).max(200).optional(),
    KMS_SECRET_ID: z.string().min(1).max(200).optional(),
    /** For one answer. */
    KMS_TIMEOUT_SECONDS: seconds.default(5),
    /** How long it is asked again before whoever needs a key gives up. */
    KMS_PATIENCE_SECONDS: seconds.default(30),
  })
  .refine((all) => Boolean(all.KMS_TOKEN) !== Boolean(all.KMS_ROLE_ID && all.KMS_SECRET_ID), {
    path: ['KMS_TOKEN'],
    message: 'or KMS_ROLE_ID and KMS_SECRET_ID: one way in, and not both',
  });

export interface KmsSettings {
  url: string;
  key: string;
  mount: string;
  namespace: string | null;
  login: { token: string } | { roleId: string; secretId: string };
  timeoutMs: number;
  patienceMs: number;
}

/** Null: none is set. Throws Error with what is wrong; values are never repeated. */
export function kmsSettings(variables: Readonly<Record<string, string>>): KmsSettings | null {
  if (Object.keys(variables).length === 0) return null;
  const read = settings.safeParse(variables);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'KMS_*'} ${message}`);
    throw new Error(`The key store is not set up: ${wrong.join('; ')}`);
  }
  const env = read.data;
  const { hostname, protocol } = new URL(env.KMS_URL);
  // What is unwrapped comes over this line in plain.
  if (protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
    throw new Error('The key store is not set up: KMS_URL must be https, but on this machine');
  return {
    url: env.KMS_URL.replace(/\/$/, ''),
    key: env.KMS_KEY,
    mount: env.KMS_MOUNT,
    namespace: env.KMS_NAMESPACE ?? null,
    login: env.KMS_TOKEN
      ? { token: env.KMS_TOKEN }
      : { roleId: env.KMS_ROLE_ID ?? '', secretId: env.KMS_SECRET_ID ?? '' },
    timeoutMs: env.KMS_TIMEOUT_SECONDS * 1_000,
    patienceMs: env.KMS_PATIENCE_SECONDS * 1_000,
  };
}
