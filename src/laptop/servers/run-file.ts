import { join } from 'node:path';
import { readJson, writePrivateJson } from '../../adapters/host/private-file.js';
import { isAlive } from '../../adapters/host/process-kit.js';
import { readSecrets } from './secrets.js';

/**
 * DATA_DIR/run.json: how to reach the running system, and what a killed one left behind. Mode 600, since the
 * database's address holds its password. After an orderly stop `pids` is empty and the ports are remembered.
 */
export interface RunFile {
  mode: 'start' | 'rehearsal';
  /** Port of the web pages. */
  port: number;
  appUrl: string;
  databaseUrl: string;
  /** host:port. */
  temporalAddress: string;
  namespace: string;
  /** What commands need to act as the running system does: mail goes the same way. */
  passedOn?: Partial<Record<(typeof PASSED_ON)[number], string>>;
  /** Ports of embedded servers; null when they are somebody else's. */
  postgresPort: number | null;
  temporalPort: number | null;
  /** By name: supervisor, postgres, temporal, worker, web. */
  pids: Partial<Record<ProcessName, number>>;
}

/** Variables the running system was started with that a command must share. */
export const PASSED_ON = [
  'SMTP_URL',
  'MAIL_FROM',
  'PROGRAM_DIR',
  'ENCRYPTION_KEYS',
  'APP_SECRET',
  'FILES_DIR',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_PREFIX',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'CLAMAV_ADDRESS',
] as const;

export type ProcessName = 'supervisor' | 'postgres' | 'temporal' | 'worker' | 'web';

const fileOf = (dataDir: string) => join(dataDir, 'run.json');

/** Null when nothing ever ran there, or the file is unreadable (it only holds what can be found again). */
export function readRunFile(dataDir: string): RunFile | null {
  try {
    const found = readJson(fileOf(dataDir)) as RunFile | null;
    return found && typeof found === 'object' && typeof found.pids === 'object' ? found : null;
  } catch {
    return null;
  }
}

export function writeRunFile(dataDir: string, run: RunFile): void {
  writePrivateJson(fileOf(dataDir), run);
}

/** True while the supervisor that wrote the file lives. */
export function isRunning(run: RunFile | null): run is RunFile {
  return Boolean(run?.pids.supervisor && isAlive(run.pids.supervisor));
}

/**
 * Variables a command needs to work on the system of this data folder: those the run left, under what the caller's
 * environment sets itself. Pass the answer to loadConfig.
 */
export function environmentOf(
  dataDir: string,
  env: Record<string, string | undefined>,
): Record<string, string | undefined> {
  const run = readRunFile(dataDir);
  const secrets = readSecrets(dataDir);
  const known: Record<string, string | undefined> = {
    DATA_DIR: dataDir,
    ...(secrets ? { APP_SECRET: secrets.appSecret, ENCRYPTION_KEYS: secrets.encryptionKeys } : {}),
    ...(run
      ? {
          PORT: String(run.port),
          APP_URL: run.appUrl,
          DATABASE_URL: run.databaseUrl,
          TEMPORAL_ADDRESS: run.temporalAddress,
          TEMPORAL_NAMESPACE: run.namespace,
          TA_DESK_MODE: run.mode,
          ...run.passedOn,
        }
      : {}),
  };
  const own = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  // A rehearsal never works on the real system or reaches real people, whatever the shell says.
  const real = /^(DATABASE_URL|TEMPORAL_ADDRESS|SMTP_URL|FILES_DIR|(ZOOM|NATIONBUILDER|STRIPE|S3)_.*)$/;
  const counts = ([name]: [string, unknown]) => run?.mode !== 'rehearsal' || !real.test(name);
  return { ...known, ...Object.fromEntries(own.filter(counts)) };
}
