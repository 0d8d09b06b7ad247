import { listed } from '../../../domain/text/listed.js';
import type { MailData } from '../../mail-data.js';
import { lacksLink, withDate } from '../mail-text.js';

/** `Your request TA-2026-0012`, or without the number where there is none. */
export function yourRequest({ reference }: MailData): string {
  return reference ? `Your request ${reference}` : 'Your request';
}

/** `Request TA-2026-0012`, for staff. */
export function theRequest({ reference }: MailData): string {
  return reference ? `Request ${reference}` : 'A request';
}

/** To the requester: the one date that binds (of which kind it is, is read after signing in), then the promise where it comes later. */
export function weAimFor(data: MailData, promise: (day: string) => string): string | undefined {
  const { dueOn, targetOn, courtOn } = data;
  const latest = dueOn ? `; at the latest you hear from us by ${dueOn}` : '';
  if (targetOn && courtOn) return `We aim for ${targetOn}, since your date is ${courtOn}${latest}.`;
  if (courtOn) return `Your date, ${courtOn}, is very near: we try to answer before it${latest}.`;
  return withDate(dueOn, promise);
}

/** While we wait for the requester: how long we do, and the date of theirs that waits for nobody. */
export function waitUntil({ courtOn, lapseOn }: MailData, act: string): string | undefined {
  if (!lapseOn) return undefined;
  return courtOn
    ? `Your own date, ${courtOn}, does not wait: please ${act} as soon as you can, so that we can still answer before it. If nothing comes, the request ends by itself on ${lapseOn}.`
    : `Please ${act} before ${lapseOn}: on that day the request ends by itself.`;
}

/** Below courses or materials of which one has no address yet: whom to ask. */
export function linkToCome(data: MailData): string | undefined {
  const { courses, courseLinks, materials, materialLinks, contactEmail } = data;
  return lacksLink(courses, courseLinks) || lacksLink(materials, materialLinks)
    ? `Where there is no link yet, write to ${contactEmail} and we tell you how to get there.`
    : undefined;
}

/** To the requester: a supervisor was named, and has to confirm. */
export function supervisorAsked({ supervisorName }: MailData): string | undefined {
  return supervisorName
    ? `You named ${supervisorName} as your supervisor. We have asked them to confirm, and can send our answer once they have.`
    : undefined;
}

/** To staff: the same two dates in the same order, and whether the promise is past. */
export function theDates(data: MailData, promise: (day: string) => string): string | undefined {
  const { dueOn, targetOn, courtOn, when } = data;
  const isLate = when === 'passed';
  const latest = dueOn ? `; the answer ${isLate ? 'was' : 'is'} promised for ${dueOn}` : '';
  if (targetOn && courtOn) {
    return `The target is ${targetOn}, since the requester’s own date is ${courtOn}${latest}.`;
  }
  if (courtOn) return `The requester’s own date, ${courtOn}, is very near${latest}.`;
  return withDate(
    dueOn,
    isLate
      ? (day) => `The answer was promised for ${day} and has not been sent.`
      : (day) => [promise(day), howFarOff(data)].filter(Boolean).join(' '),
  );
}

/** `That is today.`, `That is 5 business days from now.` */
export function howFarOff({ businessDays, when }: MailData): string | undefined {
  if (when === 'today' || when === 'tomorrow') return `That is ${when}.`;
  if (businessDays === undefined || when === 'passed') return undefined;
  return businessDays === 0
    ? 'There is no business day left before it.'
    : `That is ${inBusinessDays(businessDays)} from now.`;
}

/** `1 business day`, `5 business days`. */
export function inBusinessDays(count: number): string {
  return `${count} business ${count === 1 ? 'day' : 'days'}`;
}

/** Numbers of what was merged into it; `sentence` says what this means for them. */
export function forMergedToo(
  { mergedReferences }: MailData,
  sentence: (references: string) => string,
): string | undefined {
  if (!mergedReferences || mergedReferences.length === 0) return undefined;
  return sentence(listed(mergedReferences));
}
