import { ServiceSettingsError } from '../http/service-settings-error.js';

export interface NationBuilderSettings {
  clientId: string;
  clientSecret: string;
  /** The nation's address, without a slash at the end. */
  url: string;
  /** As registered with the nation; null: this desk's own. */
  redirectUri: string | null;
  /** How often changes are asked for. */
  pollMinutes: number;
}

const NEEDED = ['NATIONBUILDER_SLUG', 'NATIONBUILDER_CLIENT_ID', 'NATIONBUILDER_CLIENT_SECRET'] as const;

/** From `NATIONBUILDER_*`; null when none of the needed is set. @throws ServiceSettingsError when some are. */
export function nationBuilderSettings(
  variables: Readonly<Record<string, string>>,
): NationBuilderSettings | null {
  const missing = NEEDED.filter((name) => !variables[name]);
  if (missing.length === NEEDED.length) return null;
  if (missing.length > 0) throw new ServiceSettingsError('NationBuilder', missing);
  const slug = variables.NATIONBUILDER_SLUG as string;
  // It becomes part of a host name, to which our secret is sent.
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/i.test(slug)) throw new ServiceSettingsError('NationBuilder', [NEEDED[0]]);
  return {
    clientId: variables.NATIONBUILDER_CLIENT_ID as string,
    clientSecret: variables.NATIONBUILDER_CLIENT_SECRET as string,
    url: variables.NATIONBUILDER_URL ?? `https://${slug}.nationbuilder.com`,
    redirectUri: variables.NATIONBUILDER_REDIRECT_URI ?? null,
    pollMinutes: pollMinutes(variables.NATIONBUILDER_POLL_MINUTES ?? '15'),
  };
}

/** Whole minutes up to a day. */
function pollMinutes(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > 1_440) {
    throw new ServiceSettingsError('NationBuilder', ['NATIONBUILDER_POLL_MINUTES']);
  }
  return Number(text);
}
