import { ServiceSettingsError } from '../http/service-settings-error.js';

export interface ZoomSettings {
  accountId: string;
  clientId: string;
  clientSecret: string;
  /** User id or address of the licensed host whose meetings these are. */
  hostId: string;
  /** Id of the account's "signed in to Zoom" rule; null: the account's default. */
  authenticationOption: string | null;
  apiUrl: string;
  tokenUrl: string;
}

const NEEDED = ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET', 'ZOOM_HOST_ID'] as const;

/** From the variables `ZOOM_*`; null when none of the needed is set. @throws ServiceSettingsError when some are. */
export function zoomSettings(variables: Readonly<Record<string, string>>): ZoomSettings | null {
  const missing = NEEDED.filter((name) => !variables[name]);
  if (missing.length === NEEDED.length) return null;
  if (missing.length > 0) throw new ServiceSettingsError('Zoom', missing);
  return {
    accountId: variables.ZOOM_ACCOUNT_ID as string,
    clientId: variables.ZOOM_CLIENT_ID as string,
    clientSecret: variables.ZOOM_CLIENT_SECRET as string,
    hostId: variables.ZOOM_HOST_ID as string,
    authenticationOption: variables.ZOOM_AUTHENTICATION_OPTION ?? null,
    apiUrl: variables.ZOOM_API_URL ?? 'https://api.zoom.us/v2',
    tokenUrl: variables.ZOOM_TOKEN_URL ?? 'https://zoom.us/oauth/token',
  };
}
