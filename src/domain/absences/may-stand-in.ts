import type { StaffRole } from '../people/actor.js';
import { roleMay } from '../people/permissions.js';
import { DECISION_KINDS } from '../requests/decisions.js';
import { roleMayDecide } from '../requests/offered.js';

/**
 * Whether a role may do with requests whatever another one may: its work can be done, and what it reads may be read. An
 * attorney's answers need somebody who may answer; what is the directors' stays with directors and admins.
 */
export const mayStandIn = (standIn: StaffRole, person: StaffRole): boolean =>
  DECISION_KINDS.every((kind) => !roleMayDecide(person, kind) || roleMayDecide(standIn, kind)) &&
  (!roleMay(person, 'conduct.review') || roleMay(standIn, 'conduct.review'));
