/** Some variables of a service are set and others it needs are not. Names only. */
export class ServiceSettingsError extends Error {
  override readonly name = 'ServiceSettingsError';
  constructor(service: string, missing: readonly string[]) {
    super(
      `${service} is configured in part; missing: ${missing.join(', ')}. docs/integrations.md says where they are.`,
    );
  }
}
