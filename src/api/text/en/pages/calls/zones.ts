/** Zones in which our callers live, Arizona and the territories included, by their IANA names. */
export const zoneText = {
  'America/Los_Angeles': 'Pacific',
  'America/Phoenix': 'Arizona',
  'America/Denver': 'Mountain',
  'America/Chicago': 'Central',
  'America/New_York': 'Eastern (New York)',
  'America/Puerto_Rico': 'Puerto Rico',
  'America/St_Thomas': 'Virgin Islands',
  'America/Anchorage': 'Alaska',
  'Pacific/Honolulu': 'Hawaii',
  'Pacific/Guam': 'Guam',
  'Pacific/Saipan': 'Saipan',
  'Pacific/Pago_Pago': 'American Samoa',
};
