import { z } from 'zod';
import { countSchema, idSchema, isoDateSchema, nameSchema, wallTimeSchema } from './values.schema.js';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export const CALL_TOPICS = ['general', 'trafficking-analysis', 'non-legal', 'social-services'] as const;
export const QUESTION_ABOUT = ['trafficking-analysis', 'general-legal', 'non-legal'] as const;

const ordinalSchema = countSchema('a weekday within its month', 1, 5);

const recurrenceSchema = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('week'), weekday: z.enum(WEEKDAYS) }),
  z.strictObject({ every: z.literal('month'), weekday: z.enum(WEEKDAYS), ordinal: ordinalSchema }),
]);

/** A wall time on a day counted from the call's own: 0 the day itself, -1 the day before. */
const relativeTimeSchema = z.strictObject({
  day: z
    .number()
    .int('must be a whole number of days, like -1 for the day before')
    .min(-14, 'must be -14 or later')
    .max(0, 'must be 0 (the day of the call) or a day before it, like -1'),
  time: wallTimeSchema,
});

/** What a call is about, and what may be asked on it. */
const topicSchema = z.strictObject({
  topic: z.enum(CALL_TOPICS),
  label: nameSchema,
  /** Which weekdays of the month: [1] the first; [] every one that no other topic names. */
  ordinals: z.array(ordinalSchema),
  /** What a question may be about; the first is taken when the asker doesn't say. */
  questionsAbout: z.array(z.enum(QUESTION_ABOUT)).min(1, 'must name at least one kind of question'),
  maxQuestions: countSchema('questions', 1, 50),
  /** Ids of courses; the asker must have passed any one. [] asks for none. */
  askerNeedsAnyOf: z.array(idSchema),
  /** Questions with a completed EMP worksheet are taken first. */
  worksheetFirst: z.boolean(),
  /** Cancel at the cut-off when nobody asked. */
  cancelWithoutQuestions: z.boolean(),
});

/** A recurring call. Wall times are in the program's zone. */
export const callSeriesSchema = z.strictObject({
  id: idSchema,
  title: nameSchema,
  /** Date of the first call the desk knows of. */
  firstDate: isoDateSchema,
  recurrence: recurrenceSchema,
  startsAt: wallTimeSchema,
  durationMinutes: countSchema('minutes', 15, 480),
  /** Role ids that may attend. */
  audience: z.array(idSchema).min(1, 'must name at least one role that may attend'),
  registration: z.strictObject({
    workEmailOnly: z.boolean(),
    employerRequired: z.boolean(),
    /** Role ids that must name a state of licensure. */
    licensureRequiredFor: z.array(idSchema),
  }),
  topics: z.array(topicSchema).min(1, 'must say what the calls are about'),
  /** The window opens at the scheduled end of the call before. */
  questions: z.strictObject({
    closes: relativeTimeSchema,
    /** From then on the rest is selected automatically. */
    staffSelectUntil: relativeTimeSchema,
    perPerson: countSchema('questions', 1, 10),
    perOrganization: countSchema('questions', 1, 10),
    /** May roles that need a supervisor ask for legal analysis? */
    supervisedMayAskAnalysis: z.boolean(),
    /** Business days after the call until an unselected question becomes a TA request, if the asker agreed. */
    convertAfterBusinessDays: countSchema('business days', 1, 60),
  }),
  reminder: relativeTimeSchema,
  /** Calendar days before a call on a holiday or closure at which staff are told. */
  holidayFlagDays: countSchema('days', 1, 90),
  /** How far ahead calls are planned as processes; later ones are shown from the rule alone. */
  planAheadDays: countSchema('days', 14, 365).default(63),
  /** Calendar days after a call until attendance is no longer waited for and the call is closed for good. */
  closeAfterDays: countSchema('days', 1, 90).default(14),
  /** Who registers or opts in so many calendar days after a call still gets its recap. */
  lateRecapDays: countSchema('days', 1, 90).default(7),
  /** The two questions about a call may be answered for so many calendar days after it, or after its recap. */
  pollDays: countSchema('days', 1, 90).default(14),
  /** Most people in a meeting at once, by its license; shown to staff, no limit on registrations. */
  meetingCapacity: countSchema('people', 2, 100_000).optional(),
});

export type CallSeries = z.infer<typeof callSeriesSchema>;
export type CallTopic = (typeof CALL_TOPICS)[number];
