interface RegistrationStatusSheet {
  /** Its registrant is not let in, and nobody has to decide about it any more. */
  out?: true;
}

/** A row per status of a registration; every list of them derives from it, in this order. */
export const REGISTRATION_STATUS = {
  approved: {},
  pending: {},
  denied: { out: true },
  revoked: { out: true },
} as const satisfies Record<string, RegistrationStatusSheet>;

export type RegistrationStatus = keyof typeof REGISTRATION_STATUS;
/** The statuses of who is not let in, so that the rest of them is known to be complete. */
export type OutStatus = {
  [S in RegistrationStatus]: (typeof REGISTRATION_STATUS)[S] extends { out: true } ? S : never;
}[RegistrationStatus];

export const REGISTRATION_STATUSES = Object.keys(REGISTRATION_STATUS) as RegistrationStatus[];

export function isOut(status: RegistrationStatus): status is OutStatus {
  return (REGISTRATION_STATUS[status] as RegistrationStatusSheet).out === true;
}

// Frozen: many use the same list.
export const OUT_STATUSES = Object.freeze(REGISTRATION_STATUSES.filter(isOut)) as OutStatus[];
