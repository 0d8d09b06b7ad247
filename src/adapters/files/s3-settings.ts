import { ServiceSettingsError } from '../http/service-settings-error.js';

export interface S3Settings {
  /** Without a slash at the end. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Before each key: other things may lie in the bucket. */
  prefix: string;
}

const NEEDED = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** From the variables `S3_*`; null when none of the needed is set. @throws ServiceSettingsError when some are. */
export function s3Settings(variables: Readonly<Record<string, string>>): S3Settings | null {
  const missing = NEEDED.filter((name) => !variables[name]);
  if (missing.length === NEEDED.length) return null;
  const endpoint = variables.S3_ENDPOINT ?? '';
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (endpoint && !(url && /^https?:$/.test(url.protocol))) missing.push('S3_ENDPOINT');
  if (missing.length > 0) throw new ServiceSettingsError('S3', missing);
  return {
    endpoint: endpoint.replace(/\/$/, ''),
    bucket: variables.S3_BUCKET as string,
    region: variables.S3_REGION ?? 'us-east-1',
    accessKeyId: variables.S3_ACCESS_KEY_ID as string,
    secretAccessKey: variables.S3_SECRET_ACCESS_KEY as string,
    prefix: variables.S3_PREFIX ?? 'documents/',
  };
}
