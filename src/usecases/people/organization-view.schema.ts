import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { REQUEST_STATUSES } from '../../domain/requests/statuses.js';
import {
  shownCode,
  shownCount,
  shownReference,
  shownState,
  shownWords,
} from '../../domain/text/shown.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { ORGANIZATION_EVENTS } from './organization-events.js';

const instant = z.iso.datetime();

/** What an organization's page shows at most of each. */
export const MOST_OF_ORGANIZATION = 50;

const named = z.object({ id: z.uuid(), name: shownWords(200) });

/** One organization, as staff read it: no words of its people's requests. */
export const organizationViewSchema = z.object({
  id: z.uuid(),
  name: shownWords(200),
  state: shownState.nullable(),
  /** Mail domains. `shared`: many organizations use it, and the unit named decides. */
  domains: z
    .array(z.object({ domain: shownWords(255), shared: z.boolean(), stated: z.boolean() }))
    .max(MOST_OF_ORGANIZATION),
  /** Names of records that were merged into it. */
  otherNames: z.array(shownWords(200)).max(MOST_OF_ORGANIZATION),
  /** Found to be the same as this one, which has everything. */
  mergedInto: z.uuid().nullable(),
  /** Other records at a shared domain of its: units of one university or county. */
  units: z.array(named).max(MOST_OF_ORGANIZATION),
  people: z.array(named.extend({ role: shownCode, requests: shownCount })).max(MOST_OF_ORGANIZATION),
  /** Latest first. */
  requests: z
    .array(
      z.object({
        id: z.uuid(),
        reference: shownReference,
        status: z.enum(REQUEST_STATUSES),
        kind: shownCode,
        receivedAt: instant,
        respondedAt: instant.nullable(),
        requester: named,
      }),
    )
    .max(MOST_OF_ORGANIZATION),
  /** Questions of its people for calls, latest first. */
  questions: z
    .array(
      z.object({
        id: z.uuid(),
        callId: shownCode,
        startsAt: instant,
        status: shownCode,
        asker: named,
      }),
    )
    .max(MOST_OF_ORGANIZATION),
  counts: z.object({
    people: shownCount,
    requests: shownCount,
    open: shownCount,
    registrations: shownCount,
    questions: shownCount,
  }),
  /** What became of the record, latest first. */
  history: z
    .array(
      z.object({
        at: instant,
        type: z.enum(ORGANIZATION_EVENTS),
        actor: shownWords(200),
        other: named.nullable(),
      }),
    )
    .max(MOST_OF_ORGANIZATION),
});

export type OrganizationView = z.infer<typeof organizationViewSchema>;

const DOMAIN = /^[a-z0-9]([a-z0-9-]{0,62})(\.[a-z0-9]([a-z0-9-]{0,62}))+$/;

const organizationDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(255, says('no-mail-domain'))
  .regex(DOMAIN, says('no-mail-domain'));

/** What staff correct. */
export const organizationCorrectionSchema = z.strictObject({
  name: lineSchema(200),
  domains: z.array(organizationDomain).max(20),
});

export type OrganizationCorrection = z.infer<typeof organizationCorrectionSchema>;
