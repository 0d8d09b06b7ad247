import { cut } from '../domain/text/clean.js';
import { urlOf } from '../domain/text/url-of.js';
import { type MailData, MailDataError } from './mail-data.js';
import type { MailTexts } from './text/texts.js';

// Joiners belong to the spelling of names.
const CONTROLS_AND_DIRECTION_MARKS = /(?:[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf})+/gu;
const NAME = /^[\p{L}\p{M}](?:[\p{L}\p{M} .,'’-]|\u200c|\u200d){0,79}$/u;
const ORGANIZATION = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N} .,'’&()/-]|\u200c|\u200d){0,119}$/u;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const LOOKS_LIKE_A_LINK = /\.\p{L}{2}|https?|www/iu;

/**
 * The allowed keys only, each made harmless; dates and times in words. Names are typed by strangers and mailed to
 * others: one that could carry a link or a second line is dropped rather than sent under our name. Throws
 * MailDataError on a link that is none.
 */
export function cleanData({ dates }: Pick<MailTexts, 'dates'>, data: MailData): MailData {
  const dateInWords = (date: string) => (ISO_DATE.test(date) ? dates.date(date) : oneLine(date, 120));
  /** In the program's time and in Eastern time. */
  const timeInWords = (at: string) =>
    INSTANT.test(at) ? dates.pair(at, data.zone ?? undefined) : dateInWords(at);
  return {
    organizationName: oneLine(data.organizationName, 120),
    contactEmail: oneLine(data.contactEmail, 254),
    contactPhone: optional(data.contactPhone, (phone) => oneLine(phone, 40)),
    reference: optional(data.reference, requestNumber),
    otherReference: optional(data.otherReference, requestNumber),
    recipientName: optional(data.recipientName, personName),
    askerName: optional(data.askerName, personName),
    askerOrganization: optional(data.askerOrganization, nameOfOrganization),
    otherName: optional(data.otherName, personName),
    otherOrganization: optional(data.otherOrganization, nameOfOrganization),
    otherEmail: optional(data.otherEmail, (email) => oneLine(email, 254)),
    atOnce: data.atOnce,
    leaveLink: optional(data.leaveLink, webAddress),
    supervisorName: optional(data.supervisorName, personName),
    mergedReferences: data.mergedReferences?.slice(0, 20).map(requestNumber),
    link: optional(data.link, webAddress),
    dueOn: optional(data.dueOn, dateInWords),
    targetOn: optional(data.targetOn, dateInWords),
    courtOn: optional(data.courtOn, dateInWords),
    when: data.when,
    estimateOn: optional(data.estimateOn, dateInWords),
    lapseOn: optional(data.lapseOn, dateInWords),
    pollUntil: optional(data.pollUntil, dateInWords),
    wasOn: optional(data.wasOn, dateInWords),
    isOn: optional(data.isOn, dateInWords),
    closures: data.closures?.slice(0, 20).map(({ from, until, name, opens }) => ({
      from: dateInWords(from),
      until: dateInWords(until),
      name: optional(name, (words) => oneLine(words, 120)),
      opens: opens === true,
    })),
    businessDays: data.businessDays,
    courses: data.courses?.slice(0, 20).map((title) => oneLine(title, 120)),
    courseLinks: data.courseLinks?.slice(0, 20).map((link) => (link === '' ? '' : webAddress(link))),
    materials: data.materials?.slice(0, 20).map((title) => oneLine(title, 200)),
    materialLinks: data.materialLinks?.slice(0, 20).map((link) => (link === '' ? '' : webAddress(link))),
    count: data.count,
    overdueCount: data.overdueCount,
    sections: data.sections?.map(({ name, count, of, requests, link: page }) => ({
      name,
      count,
      of: optional(of, personName),
      link: optional(page, webAddress),
      requests: requests.slice(0, 20).map(({ reference, link, changed }) => ({
        reference: requestNumber(reference),
        link: webAddress(link),
        changed: changed === true,
      })),
    })),
    minutesValid: data.minutesValid,
    fullText: optional(data.fullText, paragraphs),
    audience: data.audience,
    callTitle: optional(data.callTitle, (title) => oneLine(title, 80)),
    callAt: optional(data.callAt, timeInWords),
    callWasAt: optional(data.callWasAt, timeInWords),
    questionsCloseAt: optional(data.questionsCloseAt, timeInWords),
    cancelReason: data.cancelReason,
    meetingTrouble: data.meetingTrouble,
    dayOff: data.dayOff,
    cancelsAt: optional(data.cancelsAt, timeInWords),
    offTopic: data.offTopic === true,
    again: data.again === true,
    ended: data.ended === true,
    convertsAt: optional(data.convertsAt, timeInWords),
    textChanged: data.textChanged === true,
    supervisorMissing: data.supervisorMissing === true,
    pollLink: optional(data.pollLink, webAddress),
    colleagueName: optional(data.colleagueName, personName),
    standInName: optional(data.standInName, personName),
    awayFrom: optional(data.awayFrom, dateInWords),
    awayUntil: optional(data.awayUntil, dateInWords),
    cancelled: data.cancelled === true,
    handedOver: data.handedOver,
    tasksHandedOver: data.tasksHandedOver,
    references: data.references?.slice(0, 20).map(requestNumber),
    elsewhere: data.elsewhere,
    given: data.given,
    covers: data.covers?.slice(0, 20).flatMap(({ person, standIn }) => {
      const names = { person: personName(person), standIn: personName(standIn) };
      return names.person && names.standIn ? [{ person: names.person, standIn: names.standIn }] : [];
    }),
    unsubscribeLink: optional(data.unsubscribeLink, webAddress),
  };
}

/** No line breaks, control or direction marks; cut to `max` characters. */
export function oneLine(text: string, max: number): string {
  const line = text.replace(CONTROLS_AND_DIRECTION_MARKS, ' ').replace(/\s+/g, ' ').trim();
  return cut(line, max);
}

/** Lines of a longer text; control and direction marks have no place in any of them. */
function paragraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => oneLine(line, 10_000))
    .join('\n');
}

const requestNumber = (reference: string) => reference.replace(/[^A-Za-z0-9-]/g, '').slice(0, 24);

function personName(name: string): string | undefined {
  const line = oneLine(name, 80);
  return NAME.test(line) && !LOOKS_LIKE_A_LINK.test(line) ? line : undefined;
}

/** As of a person, and with what names of organizations have besides; digits only of one short number, for none is to be called. */
function nameOfOrganization(name: string): string | undefined {
  const line = oneLine(name, 120);
  const numbers = line.match(/\d+/g) ?? [];
  if (numbers.length > 1 || (numbers[0] ?? '').length > 4) return undefined;
  return ORGANIZATION.test(line) && !LOOKS_LIKE_A_LINK.test(line) ? line : undefined;
}

function webAddress(link: string): string {
  const url = urlOf(link);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new MailDataError('The link of a mail must be an absolute http or https address');
  }
  return url.href;
}

/** Data comes back from the mail log as JSON, so an absent key may be null. */
function optional<T, R>(value: T | null | undefined, change: (value: T) => R): R | undefined {
  return value === undefined || value === null ? undefined : change(value);
}
