import type { Actor, StaffRole } from './actor.js';
import { roleOf } from './actor.js';

export const EVERYONE: readonly StaffRole[] = ['coordinator', 'attorney', 'reviewer', 'director', 'admin'];
export const WRITERS: readonly StaffRole[] = ['attorney', 'reviewer', 'director', 'admin'];
export const DIRECTORS: readonly StaffRole[] = ['director', 'admin'];
const COORDINATING: readonly StaffRole[] = ['coordinator', 'director', 'admin'];
const ADMINS: readonly StaffRole[] = ['admin'];

/**
 * The one permission table (program.md "Who may do what"). Whose a decision about a request is, its sheet says
 * (`requests/decisions/`).
 */
export const PERMISSIONS = {
  'requests.read': EVERYONE,
  'requests.content': EVERYONE,
  'requests.act-for-requester': EVERYONE,
  'requests.submit-for-others': EVERYONE,
  'supervisor.confirm-for': ADMINS,
  /** Who has how much, and handing it all over at once. */
  'work.reassign': COORDINATING,
  /** Who is away, until when, and who stands in; why is nobody's to know. */
  'absences.read': EVERYONE,
  /** One's own; of others: of whoever hands over work. */
  'absences.set': EVERYONE,
  'completions.record': EVERYONE,
  'people.read': EVERYONE,
  'people.mend': EVERYONE,
  'organizations.read': EVERYONE,
  'organizations.mend': EVERYONE,
  'conduct.review': DIRECTORS,
  /** Of the director alone: an admin runs the system, not the cases. */
  'conduct.appeals': ['director'],
  /** The pool, and proposing whom of it to introduce. */
  'mentors.keep': EVERYONE,
  'precedents.read': EVERYONE,
  'precedents.write': WRITERS,
  /** Of the director alone, as with cases. */
  'precedents.erase': ['director'],
  'closures.read': EVERYONE,
  'closures.edit': DIRECTORS,
  'messages.read': EVERYONE,
  'messages.resolve': EVERYONE,
  'settings.high-volume': EVERYONE,
  'calls.decide': EVERYONE,
  'calls.attendance': EVERYONE,
  'calls.series': EVERYONE,
  'calls.questions': EVERYONE,
  'calls.ask-for-others': EVERYONE,
  'calls.registrations': EVERYONE,
  'calls.subscribe-others': EVERYONE,
  'admin.users': ADMINS,
  'admin.keys': ADMINS,
  'admin.program': ADMINS,
  'rehearsal.advance': EVERYONE,
} as const satisfies Record<string, readonly StaffRole[]>;

export type Permission = keyof typeof PERMISSIONS;

export function may(actor: Actor, permission: Permission): boolean {
  return roleMay(roleOf(actor), permission);
}

/** The same by role alone: all that a process knows of who decides. */
export function roleMay(role: StaffRole | null, permission: Permission): boolean {
  return role !== null && (PERMISSIONS[permission] as readonly StaffRole[]).includes(role);
}
