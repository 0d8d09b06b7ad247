import { z } from 'zod';
import { REGISTRATION_EVENTS } from '../../domain/calls/registration-event.js';
import { REGISTRATION_FACTS } from '../../domain/calls/registration-facts.js';
import { REGISTRATION_REASONS } from '../../domain/calls/registration-policy.js';
import { REGISTRATION_STATUSES } from '../../domain/calls/registration-statuses.js';
import { says } from '../../domain/refusals/says.js';
import {
  shownCode,
  shownCount,
  shownEmail,
  shownLink,
  shownState,
  shownWords,
} from '../../domain/text/shown.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

/** A registration as its registrant and staff see it. */
export const registrationViewSchema = z.object({
  id: z.uuid(),
  series: shownCode,
  status: z.enum(REGISTRATION_STATUSES),
  reasons: z.array(z.enum(REGISTRATION_REASONS)).max(10),
  name: shownWords(200),
  email: shownEmail,
  /** Of the program, or as the registrant put it. */
  role: shownWords(60),
  licensedIn: z.array(shownState).max(60),
  employer: shownWords(200).nullable(),
  /** Attested that they practice, or work with survivors, at present; null: nobody asked. */
  activelyPracticing: z.boolean().nullable(),
  attestedAt: z.iso.datetime().nullable(),
  registeredAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  /** What a person on staff said with their decision. */
  reply: shownWords(2_000).nullable(),
  /** The way into the meeting: an approved registrant's own, shown to nobody else. */
  joinLink: shownLink.nullable(),
  version: shownCount,
  links: z.object({ self: shownLink, events: shownLink.nullable() }),
});
export type RegistrationView = z.infer<typeof registrationViewSchema>;

/** One step of a registration's past, for staff. Earlier decisions stay, whatever was decided since. */
export const registrationEventViewSchema = z.object({
  seq: shownCount,
  type: z.enum(REGISTRATION_EVENTS),
  at: z.iso.datetime(),
  actor: z.object({ kind: shownCode, name: shownWords(200).nullable() }),
  /** As they were after it. */
  status: z.enum(REGISTRATION_STATUSES),
  reasons: z.array(z.enum(REGISTRATION_REASONS)).max(10),
  changed: z.array(z.enum(REGISTRATION_FACTS)).max(10),
  /** What staff said with the decision. */
  reply: shownWords(2_000).nullable(),
});
export type RegistrationEventView = z.infer<typeof registrationEventViewSchema>;

export const registrationsQuery = z.strictObject({
  series: lineSchema(60).optional(),
  status: z.enum(REGISTRATION_STATUSES, says('registration-status')).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type RegistrationsQuery = z.infer<typeof registrationsQuery>;
