import { z } from 'zod';
import { ok } from '../../domain/result.js';
import { shownCount, shownCursor } from '../../domain/text/shown.schema.js';
import { shortListQuery } from '../../usecases/lists/page-of.schema.js';
import { readStaff, staffList, staffView } from '../../usecases/people/colleagues.js';
import { deactivateStaff } from '../../usecases/people/deactivate-staff.js';
import { deactivationSchema, staffViewSchema } from '../../usecases/people/staff-user.schema.js';
import { json } from '../http/answer.js';
import { optional } from '../http/input.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'Staff';
const access = 'admin.users';

/** Who is on staff, for admins. */
export const staffRoutes: readonly Route[] = [
  route({
    id: 'listStaff',
    method: 'get',
    path: '/staff',
    tag,
    summary: 'List who is or was on staff',
    access,
    query: shortListQuery,
    answers: {
      200: json(
        'A page of them',
        z.strictObject({ items: z.array(staffViewSchema).max(100), nextCursor: shownCursor }),
      ),
    },
    problems: [],
    handle: ({ services, actor, query }) => staffList(services, actor, query),
  }),
  route({
    id: 'deactivateStaff',
    method: 'post',
    path: '/staff/{id}/deactivation',
    tag,
    summary: 'Keep a member of staff from signing in',
    description:
      'At once: they are signed out, and API keys they own end. `to` gets what is open of theirs: an address, or `spread`, each to whoever has least; `leavesWork` leaves it. `left` is how much is theirs still, what could not be handed over included. One active admin has to remain.',
    access,
    fresh: true,
    params: { id: uuid },
    body: optional(deactivationSchema),
    answers: {
      200: json(
        'They may not sign in any more',
        z.strictObject({ staff: staffViewSchema, left: shownCount }),
      ),
    },
    problems: ['not-allowed-now'],
    async handle({ services, actor, params, body, command }) {
      const done = await deactivateStaff(services, actor, params.id, body, command.commandId);
      if (!done.ok) return done;
      const staff = await readStaff(services, actor, params.id);
      return staff.ok ? ok({ staff: staffView(staff.value), left: done.value.left ?? 0 }) : staff;
    },
  }),
];
