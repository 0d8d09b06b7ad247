import type { Actor, StaffRole } from './actor.js';
import { roleOf } from './actor.js';

const EVERYONE: readonly StaffRole[] = ['coordinator', 'attorney', 'reviewer', 'director', 'admin'];
const WRITERS: readonly StaffRole[] = ['attorney', 'reviewer', 'director', 'admin'];
const DIRECTORS: readonly StaffRole[] = ['director', 'admin'];
const ADMINS: readonly StaffRole[] = ['admin'];

/** The one permission table (program.md "Who may do what"). */
export const PERMISSIONS = {
  'requests.read': EVERYONE,
  'requests.content': EVERYONE,
  'requests.act-for-requester': EVERYONE,
  'requests.submit-for-others': EVERYONE,
  'decision.assign': EVERYONE,
  'decision.request-information': EVERYONE,
  'decision.redirect': EVERYONE,
  'decision.note': EVERYONE,
  'decision.extend': EVERYONE,
  'decision.extend-beyond': DIRECTORS,
  'decision.reprioritise': EVERYONE,
  'decision.merge': EVERYONE,
  'decision.close': EVERYONE,
  'decision.reopen': EVERYONE,
  'decision.refuse-reopening': WRITERS,
  'decision.reply': EVERYONE,
  'decision.reclassify': EVERYONE,
  'decision.change-deadline': EVERYONE,
  'decision.decline-scope': EVERYONE,
  'decision.decline-ethics': DIRECTORS,
  'decision.draft-response': WRITERS,
  'decision.submit-for-review': WRITERS,
  'decision.return-response': WRITERS,
  'decision.send-response': WRITERS,
  'supervisor.confirm-for': ADMINS,
  'completions.record': EVERYONE,
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
