/**
 * Where a document stands with the scan for viruses. `waiting`: held until it is known; `unchecked`: it could not be
 * scanned for days, and stays held; `infected`: its bytes are gone; `not-scanned`: this desk had no scanner as it came.
 */
export const SCAN_STATES = ['waiting', 'clean', 'infected', 'unchecked', 'not-scanned'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** Nobody opens or downloads what is neither clean nor taken without a scanner. */
export const isHeld = (scan: string): boolean => scan !== 'clean' && scan !== 'not-scanned';

/** Staff are told of what waits longer. */
export const SCAN_LATE_HOURS = 4;
