import type { MailData } from '../../mail-data.js';
import { type Block, type MailText, withDate } from '../mail-text.js';

const OPEN = 'See times away';

const who = ({ colleagueName }: MailData) => colleagueName ?? 'A colleague';
const days = ({ awayFrom, awayUntil }: MailData) =>
  awayFrom !== undefined && awayUntil !== undefined
    ? awayFrom === awayUntil
      ? `on ${awayFrom}`
      : `from ${awayFrom} to ${awayUntil}`
    : 'for some days';

const some = (count: number | undefined, one: string, more: string) =>
  count ? `${count} ${count === 1 ? one : more}` : undefined;

const work = ({ handedOver, tasksHandedOver }: MailData) =>
  [some(handedOver, 'request', 'requests'), some(tasksHandedOver, 'follow-up task', 'follow-up tasks')]
    .filter(Boolean)
    .join(' and ');

function listOf({ references = [], handedOver = 0 }: MailData): Block | undefined {
  if (references.length === 0) return undefined;
  const rest = handedOver - references.length;
  return { list: [...references, ...(rest > 0 ? [`and ${rest} more`] : [])] };
}

/** To staff: who is away, who stands in, and of the work numbers and references. Why somebody is away nobody knows. */
export const absenceTexts = {
  'stand-in-named': {
    subject: () => 'You stand in for a colleague',
    title: (data) => `You stand in for ${who(data)}`,
    body: (data) => [
      `${who(data)} is away ${days(data)}, and you stand in.`,
      'Meanwhile you get the mails about their work. The page behind the link says whether any of it is handed over to you.',
      'If you can’t, please tell them, or whoever hands over work.',
    ],
    action: OPEN,
  },
  'stand-in-begins': {
    subject: () => 'You now stand in for a colleague',
    title: (data) => `You now stand in for ${who(data)}`,
    body: (data) => [
      withDate(data.awayUntil, (day) => `${who(data)} is away until ${day}.`),
      work(data)
        ? `${work(data)} of theirs ${data.handedOver === 1 && !data.tasksHandedOver ? 'is' : 'are'} yours now.`
        : 'Their work stays theirs; you get the mails about it.',
      listOf(data),
      'What concerns them comes to you until they are back.',
    ],
    action: 'Open the queue',
  },
  'stand-in-ends': {
    subject: () => 'You no longer stand in for a colleague',
    title: (data) => `You no longer stand in for ${who(data)}`,
    body: (data) => [
      data.cancelled ? `${who(data)} is not away after all.` : undefined,
      work(data) ? `${work(data)} went back to them, or on to whoever stands in now.` : undefined,
      'What is yours by now stays with you. Mails about their work no longer come to you.',
    ],
    action: 'Open the queue',
  },
  'absence-set': {
    subject: () => 'Your time away was set or changed',
    title: () => 'Your time away was set or changed',
    body: (data) => [
      data.cancelled
        ? 'A colleague took back the time away that was set for you.'
        : `A colleague set that you are away ${days(data)}.`,
      data.standInName && !data.cancelled ? `${data.standInName} stands in.` : undefined,
      'If that is wrong, you can change it yourself.',
    ],
    action: OPEN,
  },
  'back-again': {
    subject: () => 'Welcome back: what happened meanwhile',
    title: () => 'What happened while you were away',
    body: (data) => [
      work(data) ? `${work(data)} came back to you.` : 'Nothing had to come back to you.',
      listOf(data),
      data.elsewhere
        ? `${some(data.elsewhere, 'request', 'requests')} that had been handed over ${data.elsewhere === 1 ? 'is' : 'are'} done, or stayed with others.`
        : undefined,
      data.given ? `${some(data.given, 'request was', 'requests were')} given to you meanwhile.` : undefined,
      'From now on mails about your work come to you again.',
    ],
    action: 'Open the queue',
  },
  'stand-in-gone': {
    subject: () => 'Nobody stands in for a colleague',
    title: (data) => `Nobody stands in for ${who(data)}`,
    body: (data) => [
      `${who(data)} is away ${days(data)}. ${data.standInName ?? 'Somebody'} was to stand in, and can no longer do so.`,
      'Please name somebody else. Until then mails about their work go to coordinators.',
    ],
    action: OPEN,
  },
} satisfies Record<string, MailText>;
