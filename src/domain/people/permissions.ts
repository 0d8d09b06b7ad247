import type { Actor, StaffRole } from './actor.js';
import { roleOf } from './actor.js';

export const EVERYONE: readonly StaffRole[] = ['coordinator', 'attorney', 'reviewer', 'director', 'admin'];
export const WRITERS: readonly StaffRole[] = ['attorney', 'reviewer', 'director', 'admin'];
export const DIRECTORS: readonly StaffRole[] = ['director', 'admin'];
const COORDINATING: readonly StaffRole[] = ['coordinator', 'director', 'admin'];
/** Whoever works on cases; an admin runs the system. */
const CASEWORKERS: readonly StaffRole[] = ['coordinator', 'attorney', 'reviewer', 'director'];
const ADMINS: readonly StaffRole[] = ['admin'];

/** What somebody outside the staff is to a thing: whose it is, and who else is asked about it. */
export const STANDINGS = [
  'self',
  'requester',
  'supervisor',
  'asker',
  'registrant',
  'reviewed',
  'mentor',
  'introduced',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Who may do something. */
export interface Rule {
  /** Staff of these roles, and keys that have one. */
  staff: readonly StaffRole[];
  /** People outside the staff: to whom a thing is what. The use case looks whether it is; of others' things there is nothing to see. */
  people?: readonly Standing[];
  /** Whoever asks, signed in or not. */
  everybody?: true;
}

/**
 * The one permission table (program.md "Who may do what"). Every operation of the API and every page of staff names a row
 * of it; which of the decisions about a request, review or introduction are whose, their sheets say beside it
 * (`requests/decisions/`). `docs/permissions.md` is written from it, and `test/api/permissions.test.ts` tries every
 * operation and page with everybody.
 */
export const PERMISSIONS = {
  // TA requests
  'requests.submit': { staff: EVERYONE, people: ['self'] },
  'requests.list': { staff: EVERYONE, people: ['requester', 'supervisor'] },
  /** How it stands: its dates, its clock and what became of it, without what it is about. */
  'requests.follow': { staff: EVERYONE, people: ['requester', 'supervisor'] },
  /** What it is about, documents and letters, and its answer. */
  'requests.content': { staff: EVERYONE, people: ['requester', 'supervisor'] },
  'requests.write-letters': { staff: EVERYONE, people: ['requester', 'supervisor'] },
  /** What the requester does; staff for them, which is written down as such. */
  'requests.act-for-requester': { staff: EVERYONE, people: ['requester'] },
  /** By the link in the mail it takes no sign-in. */
  'supervisor.confirm-for': { staff: ADMINS, people: ['supervisor'] },
  /** The desk's side of it: tasks, drafts, comments, earlier requests. */
  'requests.read': { staff: EVERYONE },
  /** The requester tells another court or filing date; every other decision is the staff's. */
  'requests.decide': { staff: EVERYONE, people: ['requester'] },
  /** Who has how much, and handing it all over at once. */
  'work.reassign': { staff: COORDINATING },
  /** Who is away, until when, and who stands in; why is nobody's to know. */
  'absences.read': { staff: EVERYONE },
  /** One's own; of others: of whoever hands over work. */
  'absences.set': { staff: EVERYONE },
  'messages.read': { staff: EVERYONE },
  'messages.resolve': { staff: EVERYONE },
  'service-levels.read': { staff: EVERYONE, everybody: true },
  'settings.high-volume': { staff: EVERYONE },
  'deadlines.ask': { staff: EVERYONE, everybody: true },
  'closures.read': { staff: EVERYONE },
  'closures.edit': { staff: DIRECTORS },

  /** Hiding a request from a colleague whom it may not reach, oneself too. */
  'walls.set': { staff: EVERYONE },
  /** Of the director alone, as with all that opens what a case holds. */
  'walls.break': { staff: ['director'] },

  /** What may go to whom outside the program: the requester's own, and staff's to know before they share anything. */
  'releases.read': { staff: EVERYONE, people: ['requester'] },
  /** Asking for one, recording one signed on paper: of the director alone, as with all that opens what a case holds. */
  'releases.make': { staff: ['director'] },
  /** The requester signs, declines, revokes; to stop it, whoever works on cases is enough. */
  'releases.decide': { staff: CASEWORKERS, people: ['requester'] },

  /** Files of a case for somebody outside: made and handed out by the director alone, as with all that opens what a case holds. */
  'exports.make': { staff: ['director'] },

  // People
  'people.read': { staff: EVERYONE },
  'people.mend': { staff: EVERYONE },
  /** A further address of one's own. */
  'people.claim-address': { staff: [], people: ['self'] },
  'organizations.read': { staff: EVERYONE },
  'organizations.mend': { staff: EVERYONE },
  'completions.record': { staff: EVERYONE },
  'conduct.review': { staff: DIRECTORS },
  'conduct.read': { staff: DIRECTORS, people: ['reviewed'] },
  /** The person under review appeals; the rest is staff's. */
  'conduct.decide': { staff: DIRECTORS, people: ['reviewed'] },
  /** Of the director alone: an admin runs the system, not the cases. */
  'conduct.appeals': { staff: ['director'] },
  /** The pool, and proposing whom of it to introduce. */
  'mentors.keep': { staff: EVERYONE },
  'mentors.read': { staff: EVERYONE, people: ['mentor'] },
  'mentors.decide': { staff: EVERYONE, people: ['mentor'] },
  'introductions.read': { staff: EVERYONE, people: ['mentor', 'introduced'] },
  'introductions.decide': { staff: EVERYONE, people: ['mentor', 'introduced'] },

  // Precedents
  /** Those that are public; staff find the others too. */
  'precedents.browse': { staff: EVERYONE, everybody: true },
  'precedents.read': { staff: EVERYONE },
  'precedents.write': { staff: WRITERS },
  /** Of the director alone, as with cases. */
  'precedents.erase': { staff: ['director'] },

  // Calls
  'calls.browse': { staff: EVERYONE, everybody: true },
  'calls.decide': { staff: EVERYONE },
  'calls.attendance': { staff: EVERYONE },
  'calls.series': { staff: EVERYONE },
  'calls.register': { staff: EVERYONE, people: ['self'] },
  'calls.registrations': { staff: EVERYONE },
  'calls.registrations.read': { staff: EVERYONE, people: ['registrant'] },
  'calls.questions': { staff: EVERYONE },
  'calls.ask': { staff: EVERYONE, people: ['self'] },
  'calls.ask-for-others': { staff: EVERYONE },
  /** A question: to read, change, withdraw, move, or make a TA request. */
  'calls.own-question': { staff: EVERYONE, people: ['asker'] },
  'calls.subscriptions': { staff: EVERYONE, everybody: true },
  'calls.subscribe-others': { staff: EVERYONE },

  // The desk
  /** Erasing by hand, and the list of what was erased. */
  'erasures.make': { staff: DIRECTORS },
  /** Wishes of people for a copy of what the desk has of them, or for its erasure. */
  'privacy.ask': { staff: [], people: ['self'] },
  'privacy.read': { staff: DIRECTORS, people: ['self'] },
  /** Staff carry it out or refuse; whose it is takes it back. */
  'privacy.decide': { staff: DIRECTORS, people: ['self'] },
  /** The copy itself goes to nobody else: not even to who grants it. */
  'privacy.copy': { staff: [], people: ['self'] },
  /** Legal holds: set and lifted by the director alone, as with cases. */
  'holds.set': { staff: ['director'] },
  /** What happened to accounts, keys, lists and backups. */
  'security.events': { staff: DIRECTORS },
  /** Who read which case, and what of it is unusual. Of the director alone: an admin runs the system, not the cases. */
  'security.readings': { staff: ['director'] },
  'admin.users': { staff: ADMINS },
  'admin.keys': { staff: ADMINS },
  'rehearsal.read': { staff: EVERYONE, everybody: true },
  'rehearsal.advance': { staff: EVERYONE },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

export function may(actor: Actor, permission: Permission): boolean {
  return roleMay(roleOf(actor), permission);
}

/** The same by role alone: all that a process knows of who decides. */
export function roleMay(role: StaffRole | null, permission: Permission): boolean {
  return role !== null && ruleOf(permission).staff.includes(role);
}

export function ruleOf(permission: Permission): Rule {
  return PERMISSIONS[permission];
}
