import type { CallCancelReason } from '../../../../../domain/calls/call-state.js';
import type { PublicReason } from '../../../../../domain/calls/public-reason.js';
import type { CallSeries } from '../../../../../domain/program/call-series.schema.js';

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/**
 * A call series in a few words: `every Wednesday, 12:00 PM to 1:00 PM Pacific Time`; `whenAlone`: the same with a capital,
 * where it stands alone.
 */
export function callWords(
  series: CallSeries,
  zone: string,
): { title: string; when: string; whenAlone: string } {
  const { recurrence } = series;
  const weekday = capitalized(recurrence.weekday);
  const days =
    recurrence.every === 'week'
      ? `every ${weekday}`
      : `every ${ORDINALS[recurrence.ordinal]} ${weekday} of the month`;
  const [hour = 0, minute = 0] = series.startsAt.split(':').map(Number);
  const start = hour * 60 + minute;
  const when = `${days}, ${clockTime(start)} to ${clockTime(start + series.durationMinutes)} ${zoneWords(zone)}`;
  return { title: series.title, when, whenAlone: capitalized(when) };
}

function clockTime(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = String(minutes % 60).padStart(2, '0');
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `Pacific Time`, the whole year round. */
function zoneWords(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** Words of the calls' calendar and of each call's page. */
export const callsText = {
  title: 'Calls',
  lead: 'Join a call to ask and to listen. Every call is on Zoom; only approved registrants get the join link.',
  mine: 'My registrations and questions',
  mail: {
    title: 'Mail about the calls',
    lead: 'Reminders, cancellations and recaps go only to people who asked for them.',
    subscribe: 'Get mail about the calls',
    preferences: 'Change which mail you get',
  },
  zone: {
    label: 'Show times where you are',
    hint: 'Your choice stays in the address of the page and nowhere else.',
    none: 'Pacific and Eastern',
    show: 'Show times',
    here: (text: string) => `Where you are: ${text}`,
    same: 'Where you are, that is one of the two times above.',
  },
  series: {
    audience: 'Who may attend',
    legalOnly: (theirs: string | null) =>
      `Legal roles only, so that attorney-client privilege is protected as far as possible. Social workers, case managers and volunteers who do not help with legal cases can’t attend.${theirs === null ? '' : ` For service providers and case managers there is the ${theirs}.`}`,
    topics: 'What the calls are about',
    next: 'The next calls',
    nothing: 'No call is planned in the coming weeks.',
    register: 'Register for this series',
    feed: 'Subscribe in your calendar',
    feedHint: 'Copy this link into a calendar program; it keeps the dates up to date.',
    ask: 'Questions',
  },
  topics: {
    general:
      'Immigration, T visas above all; victims’ rights; reporting to law enforcement; services and benefits; post-conviction relief; survivor-centered lawyering; and what is new in law and policy. Trafficking analysis has its own calls.',
    'trafficking-analysis':
      'Whether and how the facts of a case show trafficking. Only a few questions fit, so each gets time.',
    'non-legal':
      'Working in a trauma-informed way and everything else that is not law. No legal questions on these calls.',
    'social-services':
      'For service providers and case managers: working with lawyers, privilege and confidentiality, public benefits, and which remedies exist.',
  },
  ordinals: (weekday: CallSeries['recurrence']['weekday'], ordinals: readonly number[]) =>
    ordinals.length === 0
      ? `All other ${capitalized(weekday)}s`
      : `${capitalized(ordinals.map((n) => ORDINALS[n]).join(' and '))} ${capitalized(weekday)} of the month`,
  status: {
    planned: 'Planned',
    'not-yet': 'Planned',
    open: 'Questions open',
    closed: 'Questions closed',
    confirmed: 'Taking place',
    cancelled: 'Cancelled',
    under: 'Going on now',
    over: 'Over',
  },
  page: {
    when: 'When',
    about: 'What it is about',
    audience: 'Who may attend',
    audienceRoles: (roles: string) => `${roles}. Registration is needed once for all calls of the series.`,
    questions: 'Questions',
    howToAsk: 'How to ask',
    steps: {
      signIn: 'Sign in with your work e-mail. Asking needs no registration, but being on the call does.',
      one: 'Each person, and each organization, may ask one question for a call.',
      course: (titles: readonly string[]) =>
        `To ask on this call, first complete ${titles.join(' or ')}. Listening needs no course.`,
      worksheet: 'Questions with a completed EMP worksheet are taken first.',
      supervisedListen: (roles: string) =>
        `${roles}: you may listen. Questions come as a request that names your supervisor.`,
      supervised: (roles: string) =>
        `${roles}: you may listen, and ask what needs no legal analysis. Analysis comes as a request that names your supervisor.`,
      noNames: 'Leave out anything that could identify a client.',
      once: 'If you have asked the same in writing already, please wait for that answer; don’t ask it here as well.',
      attend:
        'If your question is chosen, be on the call: we discuss it only with you. If you can’t, it needs a request for a written answer.',
      rest: 'If there is no room for your question, it is not lost: with one click it becomes a request for a written answer.',
    },
    ask: 'Ask a question for this call',
    register: 'Register for these calls',
    own: {
      approved: 'You are registered for these calls. Your join link is on your own page once it is set.',
      pending: 'Your registration for these calls is being looked at.',
      out: 'You have no approved registration for these calls. Your own page says why.',
    },
    signIn: 'Registered already? Sign in to your own page',
    file: 'Add to your calendar',
    all: 'All calls',
    privacy: 'We don’t record calls, and keep neither AI summaries nor chats.',
    recap: 'What was talked about',
    recapOthers: 'There is a recap of this call. Approved registrants read it here after signing in.',
    recapSignIn: 'Sign in to read it',
    poll: 'Tell us in 30 seconds how the call went',
  },
  cancelled: {
    title: 'This call is cancelled',
    because: {
      'no-questions': 'Nobody asked a question for it in time.',
      'day-off': 'It falls on a day when our office is closed.',
      staff: 'The program cancelled it.',
      holiday: 'It falls on a holiday.',
      closure: 'It falls on a day when our office is closed.',
      'facilitator-unavailable': 'Nobody is available to lead it.',
      'technical-problem': 'A technical problem keeps us from holding it.',
      other: 'The program cancelled it.',
    } satisfies Record<CallCancelReason | PublicReason, string>,
    next: 'Registrations stay as they are. A question asked for it can become a request for a written answer; its asker is told how.',
  },
  moved: {
    title: 'This call was moved',
    from: (date: string) => `It was scheduled for ${date}. Please note the new time.`,
    sameDay: 'Please note the new time.',
  },
  dayOffShort: (name: string) => `Day off: ${name}`,
  dayOff: (name: string) =>
    `This date is a day off (${name}). The call is cancelled unless we confirm that it takes place.`,
  dayOffUndecided: (name: string) =>
    `This date is a day off (${name}). The call may not take place; please look here again before it begins.`,
  window: {
    cancelled: 'Questions are not taken for a cancelled call.',
    closed: (at: string) => `Questions for this call closed on ${at}.`,
    closedEarly: 'Questions for this call are closed.',
    'not-yet': (opens: string, closes: string) => `Questions open on ${opens}, and close on ${closes}.`,
    open: (closes: string) => `Questions are open until ${closes}.`,
    left: (words: string) => `Time left: ${words}.`,
    here: (text: string) => `Where you are, that is ${text}.`,
  },
  timeLeft: ({ days, hours, minutes }: { days: number; hours: number; minutes: number }): string => {
    const parts = [count(days, 'day'), count(hours, 'hour'), count(minutes, 'minute')];
    const shown = days > 0 ? parts.slice(0, 2) : parts.slice(1);
    const words = shown.filter((part) => !part.startsWith('0 '));
    return words.length > 0 ? words.join(' and ') : 'less than a minute';
  },
};

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** A sentence begins with a capital. */
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
