import { ServiceSettingsError } from '../http/service-settings-error.js';

export interface ClamavSettings {
  /** Where clamd listens. */
  at: { host: string; port: number } | { path: string };
  /** Without a word from it. */
  timeoutMs: number;
}

const TIMEOUT_SECONDS = 60;

/** From the variables `CLAMAV_*`; null: no scanner. @throws ServiceSettingsError when the address is none. */
export function clamavSettings(variables: Readonly<Record<string, string>>): ClamavSettings | null {
  const address = variables.CLAMAV_ADDRESS;
  if (!address) return null;
  const timeoutMs = Number(variables.CLAMAV_TIMEOUT_SECONDS ?? TIMEOUT_SECONDS) * 1_000;
  if (address.startsWith('/')) return { at: { path: address }, timeoutMs };
  const [, host, port] = /^(\[[^\]]+\]|[^\s:/]+):(\d+)$/.exec(address) ?? [];
  if (!host || !port) throw new ServiceSettingsError('ClamAV', ['CLAMAV_ADDRESS']);
  return { at: { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }, timeoutMs };
}
