import { createZone } from '../../../domain/time/zone.js';
import { openSubmission, type UnconfirmedRow } from '../../../usecases/requests/unconfirmed-submission.js';
import type { AppDeps } from '../../app-deps.js';
import type { Texts } from '../../text/texts.js';

// The days of a form that waits to be confirmed, as pages say them.

type Desk = Pick<AppDeps, 'services'>;

const zoneOf = ({ services }: Desk) => createZone(services.programs.current().program.zone);

/** The day on which a form is erased, in the program's zone. */
export function erasedOn(deps: Desk, { dates }: Texts, { expiresAt }: UnconfirmedRow): string {
  return dates.date(zoneOf(deps).dateOf(expiresAt.toISOString()));
}

/** The day that a form counts from once it is confirmed. */
export function filledInOn(deps: Desk, { dates }: Texts, { sentAt }: UnconfirmedRow): string {
  return dates.date(zoneOf(deps).dateOf(sentAt.toISOString()));
}

/** A court or filing date that comes before the form is erased, or with it: a reminder may be too late. */
export function ownDateNear(deps: Desk, { dates, requester }: Texts, row: UnconfirmedRow): string | null {
  const { courtOrFilingDeadline: court } = openSubmission(deps.services, row);
  if (!court) return null;
  if (court.date > zoneOf(deps).dateOf(row.expiresAt.toISOString())) return null;
  return requester.confirmation.sent.ownDate(court.kind, dates.date(court.date));
}
