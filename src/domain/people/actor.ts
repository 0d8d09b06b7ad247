export const STAFF_ROLES = ['coordinator', 'attorney', 'reviewer', 'director', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/**
 * Who does something. A staff user or an API key has a role; a requester or supervisor is a person
 * signed in by link; `public` has proved nothing.
 */
export type Actor =
  | {
      kind: 'user';
      id: string;
      role: StaffRole;
      name: string;
      email: string;
      /** Requests that a conflict wall hides from them, by id. */
      hidden?: readonly string[];
    }
  | {
      kind: 'key';
      id: string;
      role: StaffRole;
      scopes: string[];
      /** Requests that a conflict wall hides from its owner, by id. */
      hidden?: readonly string[];
    }
  | { kind: 'person'; id: string; name: string; email: string }
  | { kind: 'public' }
  | { kind: 'system' };

/** Stable text for audit rows and workflow payloads: `user:<id>`, `key:<id>`, `person:<id>`, `public`, `system`. */
export function actorRef(actor: Actor): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind;
}

/** The id of the staff user a reference means; null where it means anybody else. */
export function userIn(ref: string | null): string | null {
  return ref?.startsWith('user:') ? ref.slice('user:'.length) : null;
}

export function roleOf(actor: Actor): StaffRole | null {
  return actor.kind === 'user' || actor.kind === 'key' ? actor.role : null;
}

export function isStaff(actor: Actor): actor is Extract<Actor, { role: StaffRole }> {
  return roleOf(actor) !== null;
}
