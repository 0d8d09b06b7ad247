/** `cannot-plan`: a date of it lies beyond the calendar. `keeps-failing`: what is due can't be carried out. */
export type Alarm = 'workflow-ended-early' | 'no-state' | 'cannot-plan' | 'keeps-failing';

/** What was found and mended; `alarms` need a person. */
export interface ReconcileReport {
  checked: number;
  restarted: string[];
  mended: string[];
  mailRestarted: number;
  mailUnknown: number;
  /** Records of organizations that were two for one, one for several, or none. */
  organizations: number;
  /** Sketches of requests that were missing, or stood under an earlier key. */
  sketches: number;
  alarms: { id: string; what: Alarm }[];
  /** Temporal could not be asked: nothing about workflows is known. */
  unavailable: boolean;
}

export function emptyReport(): ReconcileReport {
  return {
    checked: 0,
    restarted: [],
    mended: [],
    mailRestarted: 0,
    mailUnknown: 0,
    organizations: 0,
    sketches: 0,
    alarms: [],
    unavailable: false,
  };
}
