import type { ProviderWord } from '../../domain/people/proved-by-provider.js';
import { ServiceSettingsError } from '../http/service-settings-error.js';

export interface ProviderSettings extends ProviderWord {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

type Variables = Readonly<Record<string, string>>;

/** Tenants that are everybody's: an issuer that would speak for addresses of others. */
const EVERYBODYS = ['common', 'organizations', 'consumers'];
const DOMAIN = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,9}$/;
const MOST_DOMAINS = 50;

interface Slot {
  id: string;
  kind: ProviderWord['kind'];
  prefix: string;
  /** The variable beside client and domains that says where it is. */
  where?: string;
  name(variables: Variables): string;
  issuer(variables: Variables): string;
}

const SLOTS: readonly Slot[] = [
  {
    id: 'google',
    kind: 'google',
    prefix: 'OIDC_GOOGLE_',
    name: () => 'Google',
    issuer: (of) => of.OIDC_GOOGLE_ISSUER ?? 'https://accounts.google.com',
  },
  {
    id: 'entra',
    kind: 'entra',
    prefix: 'OIDC_ENTRA_',
    where: 'OIDC_ENTRA_TENANT',
    name: () => 'Microsoft',
    issuer: (of) => of.OIDC_ENTRA_ISSUER ?? `https://login.microsoftonline.com/${of.OIDC_ENTRA_TENANT}/v2.0`,
  },
  {
    id: 'oidc',
    kind: 'standard',
    prefix: 'OIDC_',
    where: 'OIDC_ISSUER',
    name: (of) => of.OIDC_NAME ?? 'your organization',
    issuer: (of) => of.OIDC_ISSUER ?? '',
  },
];

/**
 * The providers that are set up by `OIDC_GOOGLE_*`, `OIDC_ENTRA_*` and `OIDC_*`.
 * @throws ServiceSettingsError for one that is half set, speaks for everybody, or has no domains.
 */
export function oidcSettings(variables: Variables): ProviderSettings[] {
  return SLOTS.flatMap((slot) => providerOf(slot, variables) ?? []);
}

function providerOf(slot: Slot, variables: Variables): ProviderSettings | null {
  const { id, kind, prefix, where } = slot;
  const needed = [
    ...(where ? [where] : []),
    ...['CLIENT_ID', 'CLIENT_SECRET', 'DOMAINS'].map((of) => `${prefix}${of}`),
  ];
  const missing = needed.filter((name) => !variables[name]);
  if (missing.length === needed.length) return null;
  const name = slot.name(variables);
  const domains = (variables[`${prefix}DOMAINS`] ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const tenant = variables.OIDC_ENTRA_TENANT?.toLowerCase() ?? '';
  const wrong = [
    ...missing,
    ...(domains.length > MOST_DOMAINS || !domains.every((one) => DOMAIN.test(one))
      ? [`${prefix}DOMAINS (domains like example.org, separated by commas)`]
      : []),
    ...(kind === 'entra' && EVERYBODYS.includes(tenant)
      ? ['OIDC_ENTRA_TENANT (the id of your own tenant)']
      : []),
    ...(missing.length === 0 && !URL.canParse(slot.issuer(variables)) ? [where ?? `${prefix}ISSUER`] : []),
  ];
  if (wrong.length > 0) throw new ServiceSettingsError(`Signing in with ${name}`, wrong);
  return {
    id,
    name,
    kind,
    issuer: slot.issuer(variables),
    clientId: variables[`${prefix}CLIENT_ID`] as string,
    clientSecret: variables[`${prefix}CLIENT_SECRET`] as string,
    domains,
  };
}
