/**
 * Who reads a text of a case. `case`: the requester, a supervisor who has confirmed, and staff. `staff`: staff alone.
 * `nobody`: not words but data of a command, kept with the same care.
 */
export type Readers = 'case' | 'staff' | 'nobody';
