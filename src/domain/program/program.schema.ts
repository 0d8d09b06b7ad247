import { z } from 'zod';
import { MAIL_LANGUAGES } from '../mail/languages.js';
import { callSeriesSchema } from './call-series.schema.js';
import { clockSchema } from './clock.schema.js';
import { conductSchema } from './conduct.schema.js';
import { letterheadSchema } from './letterhead.schema.js';
import { mentoringSchema } from './mentoring.schema.js';
import {
  courseSchema,
  documentSchema,
  kindSchema,
  notServedRoleSchema,
  prerequisitesSchema,
  prioritySchema,
  referralListSchema,
  resourceSchema,
  roleSchema,
  snippetSchema,
  topicSchema,
  workshopSchema,
} from './offer.schema.js';
import { privacySchema } from './privacy.schema.js';
import { releasesSchema } from './releases.schema.js';
import { signalsSchema } from './signals.schema.js';
import {
  countSchema,
  emailSchema,
  isoDateSchema,
  nameSchema,
  phoneSchema,
  textSchema,
  wallTimeSchema,
  zoneSchema,
} from './values.schema.js';
import { watchSchema } from './watch.schema.js';
import { worksheetTextsSchema } from './worksheet.schema.js';

const namedDaySchema = z.strictObject({ date: isoDateSchema, name: nameSchema });

/**
 * The settings, each by itself; `checked-program.schema.ts` also reads them against each other. One that is added has a
 * default: requests run on under versions that were stored before.
 */
export const programShape = z.strictObject({
  organization: z.strictObject({
    name: nameSchema,
    shortName: nameSchema,
    email: emailSchema,
    /** For survivors and members of the public. */
    hotline: phoneSchema,
    /** For professionals who refer a client, around the clock. */
    responseLine: phoneSchema,
    /** Where direct services are offered. */
    serviceArea: textSchema,
    letterhead: letterheadSchema.prefault({}),
  }),
  zone: zoneSchema,
  officeHours: z
    .strictObject({ opens: wallTimeSchema, closes: wallTimeSchema })
    .refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'must be later than opens' }),
  holidays: z.strictObject({ federal: z.boolean(), extra: z.array(namedDaySchema) }),
  /** Closures known beforehand; staff enter the others in the desk. */
  closures: z.array(namedDaySchema),
  roles: z.array(roleSchema).min(1, 'must list at least one role'),
  notServedRoles: z.array(notServedRoleSchema),
  kinds: z.array(kindSchema).min(1, 'must list at least one kind of request'),
  documents: z.array(documentSchema),
  topics: z.array(topicSchema).min(1, 'must list at least one topic'),
  courses: z.array(courseSchema),
  workshops: z.array(workshopSchema),
  prerequisites: prerequisitesSchema,
  clock: clockSchema,
  conduct: conductSchema.prefault({}),
  absence: z
    .strictObject({
      /** The longest that somebody on staff is away, weekends among the days. */
      longestDays: countSchema('days', 1, 1098).default(366),
    })
    .prefault({}),
  mentoring: mentoringSchema.prefault({}),
  releases: releasesSchema.prefault({}),
  /** Wishes for a copy of one's data, or for its erasure. */
  privacy: privacySchema.prefault({}),
  priority: prioritySchema,
  /** `required`: someone other than the author sends a response. */
  responseReview: z.enum(['required', 'optional']),
  /** What requesters read of who wrote a response. */
  responseSignature: z.enum(['role', 'name-and-role']).default('role'),
  mail: z.strictObject({
    /** Put the response's text into the mail. Off: it is read after signing in. */
    fullTextInMail: z.boolean(),
    /** Of all mails: nobody's own is known. */
    language: z.enum(MAIL_LANGUAGES).default('en'),
    /** Mails about a new date say what staff called the closure that moved it. */
    closureNames: z.boolean().default(true),
    /** What can wait comes to staff once a day. */
    staffDigest: z.boolean().default(true),
  }),
  /** What the director's page of security marks as unusual. It stops nobody. */
  watch: watchSchema.prefault({}),
  /** What staff are shown beside a request. It decides nothing. */
  signals: signalsSchema,
  callSeries: z.array(callSeriesSchema),
  retention: z.strictObject({
    closedRequestDays: countSchema('days', 30, 3650),
    withdrawnRequestDays: countSchema('days', 1, 3650),
    uploadedDocumentDays: countSchema('days', 1, 3650),
    callQuestionDays: countSchema('days', 1, 3650),
    /** Who was there, recap, words of decisions, answers to the poll. */
    callRecordDays: countSchema('days', 30, 3650).default(365),
    /** A registration that was denied or revoked; of others what was said in earlier decisions. */
    endedRegistrationDays: countSchema('days', 30, 3650).default(730),
    /** An introduction to a mentor, after its end, if its request is not erased before. */
    introductionDays: countSchema('days', 1, 3650).default(730),
    /** A conduct review with its words, after its end. */
    conductReviewDays: countSchema('days', 1, 3650).default(1095),
    /** Who was away, and what was handed over meanwhile, after the return. */
    absenceDays: countSchema('days', 30, 3650).default(365),
    /** An EMP worksheet that its owner has not saved since. */
    worksheetDays: countSchema('days', 30, 3650).default(365),
    /** What somebody typed of an answer and never saved as a version, after they last opened its page. */
    unsentAnswerDays: countSchema('days', 1, 365).default(60),
    /** A wish for a copy or an erasure, after it was decided: shows that it was answered, and when. */
    privacyRequestDays: countSchema('days', 30, 3650).default(1095),
    mailLedgerDays: countSchema('days', 30, 3650),
    accessLogDays: countSchema('days', 365, 3650),
    /** Sign-ins, refusals, keys, roles, exports and their like. */
    securityEventDays: countSchema('days', 365, 3650).default(2190),
    /** Courses of somebody of whom nothing else is left, after they were completed. */
    completionDays: countSchema('days', 0, 3650).default(1460),
    /** A record of a person, a sign-in or an organization that nothing belongs to, after it was made. */
    emptyRecordDays: countSchema('days', 1, 3650).default(30),
    /** A subscription that its owner has ended. */
    endedSubscriptionDays: countSchema('days', 1, 3650).default(365),
    /** How old a backup may be and still be restored without what was erased by hand since. */
    backupDays: countSchema('days', 30, 3650).default(365),
    /** When what its time is up for is erased, each day. */
    erasesAt: wallTimeSchema.default('03:00'),
  }),
  /** Words of the EMP worksheet that people fill in here, instead of the desk's own. */
  worksheet: worksheetTextsSchema.default({}),
  resources: z.array(resourceSchema),
  /** Passages that staff put into answers. */
  snippets: z.array(snippetSchema).max(500, 'must list at most 500 snippets').default([]),
  referrals: z.strictObject({
    /** Staff may refer a requester to a mentor. */
    mentors: z.boolean(),
    lists: z.array(referralListSchema),
  }),
});

/** The program as data: everything another provider changes to run the desk their way. JSON-safe. */
export type Program = z.infer<typeof programShape>;
export type ProgramRole = Program['roles'][number];
export type ProgramKind = Program['kinds'][number];
export type ProgramDocument = Program['documents'][number];
export type ProgramCourse = Program['courses'][number];
