import { en } from '../api/text/en/en.js';
import { say } from '../api/text/say.js';
import { zodFieldErrors } from '../api/views/zod-errors.js';
import { isoDateSchema, type Submission, submissionSchema } from '../domain/requests/submission.schema.js';
import type { FieldError } from '../domain/result.js';
import type { BusinessCalendar } from '../domain/time/calendar.js';
import { DATE_RANGES, outsideOf } from '../domain/time/date-range.js';
import type { Instant } from '../domain/time/instant.js';
import { instantSchema } from '../domain/time/instant.schema.js';
import { type CsvRow, flagOf, type LineError, listOf } from './csv.js';

export const REQUEST_COLUMNS = {
  required: ['received_at', 'name', 'email', 'role', 'kind', 'topics', 'facts', 'questions'],
  optional: [
    'organization',
    'state',
    'licensed_in',
    'ovc_grantee',
    'supervisor_name',
    'supervisor_email',
    'supervisor_role',
    'document_kind',
    't_visa_related',
    'deadline_kind',
    'deadline_date',
  ],
} as const;

export interface RequestRow {
  line: number;
  receivedAt: Instant;
  submission: Submission;
}

const COLUMN_OF: Record<string, string> = {
  '/requester/licensedIn': 'licensed_in',
  '/requester/ovcGrantee': 'ovc_grantee',
  '/supervisor/name': 'supervisor_name',
  '/supervisor/email': 'supervisor_email',
  '/supervisor/role': 'supervisor_role',
  '/documentKind': 'document_kind',
  '/tVisaRelated': 't_visa_related',
  '/courtOrFilingDeadline/kind': 'deadline_kind',
  '/courtOrFilingDeadline/date': 'deadline_date',
};

/** Open requests from an older form, with their receipt dates. A date without a time is taken at opening time. */
export function requestsOf(
  rows: readonly CsvRow[],
  { calendar, now }: { calendar: BusinessCalendar; now: Instant },
): { requests: RequestRow[]; errors: LineError[] } {
  const requests: RequestRow[] = [];
  const errors: LineError[] = [];
  const range = DATE_RANGES.importedReceipt(calendar.dateOf(now));
  for (const { line, cells } of rows) {
    const receivedAt = receiptOf(cells.received_at, calendar);
    if (receivedAt === null) {
      errors.push({ line, message: 'received_at: give a date (2026-10-05) or an instant with its zone.' });
    } else if (receivedAt > now) {
      errors.push({ line, message: 'received_at: this is in the future.' });
    } else {
      const slip = outsideOf(range, calendar.dateOf(receivedAt));
      if (slip)
        errors.push({
          line,
          message: `received_at: ${say(en, { reason: 'date-out-of-range', params: slip })}`,
        });
    }
    if (cells.ovc_grantee !== undefined && flagOf(cells.ovc_grantee) === undefined) {
      errors.push({ line, message: 'ovc_grantee: say yes or no.' });
    }
    const read = submissionSchema.safeParse(submissionOf(cells));
    if (!read.success) {
      errors.push(...zodFieldErrors(read.error).map((error) => ({ line, message: lineMessage(error) })));
    } else if (receivedAt !== null) {
      requests.push({ line, receivedAt, submission: read.data });
    }
  }
  return { requests, errors };
}

/** Which column a use case's refusal is about. */
export function lineMessage(error: FieldError): string {
  const plain = error.pointer.replace(/\/\d+$/, '');
  return `${COLUMN_OF[plain] ?? plain.split('/').at(-1) ?? ''}: ${say(en, error)}`;
}

function receiptOf(cell: string | undefined, calendar: BusinessCalendar): Instant | null {
  if (cell === undefined) return null;
  if (isoDateSchema.safeParse(cell).success) return calendar.opens(cell);
  const instant = instantSchema.safeParse(cell);
  return instant.success ? instant.data : null;
}

function submissionOf(cells: Record<string, string>): unknown {
  const supervisor = {
    name: cells.supervisor_name,
    email: cells.supervisor_email,
    role: cells.supervisor_role,
  };
  const named = Object.values(supervisor).some((value) => value !== undefined);
  const court = { kind: cells.deadline_kind, date: cells.deadline_date };
  return {
    requester: {
      name: cells.name,
      email: cells.email,
      role: cells.role,
      organization: cells.organization,
      state: cells.state,
      licensedIn: listOf(cells.licensed_in),
      ovcGrantee: flagOf(cells.ovc_grantee) ?? false,
    },
    supervisor: named ? supervisor : undefined,
    kind: cells.kind,
    documentKind: cells.document_kind,
    // The older form did not ask; staff look at other documents anyway.
    tVisaRelated:
      flagOf(cells.t_visa_related) ?? (cells.document_kind === 'other-document' ? false : undefined),
    topics: listOf(cells.topics),
    facts: cells.facts,
    questions: cells.questions,
    courtOrFilingDeadline: court.kind || court.date ? court : undefined,
    acknowledgesScope: true,
  };
}
