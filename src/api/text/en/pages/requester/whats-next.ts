import type { RequestStatus } from '../../../../../domain/requests/statuses.js';
import type { WhatsNext } from '../../../../../domain/requests/whats-next.js';
import type { GoesOnAs, NextWords } from '../../../next-words.js';
import { NEXT_IN_WAITS } from '../../requests/collected.js';
import { by, THEM, type Voice, YOU } from '../../requests/voices.js';

type Sentences = Record<WhatsNext['code'], (words: NextWords) => string>;

/** Where it stands with us, whatever else is awaited. */
const standing = ({ status }: NextWords, voice: Voice): string => {
  if (status === 'in-review') return 'The answer is written, and a second staff member is reviewing it.';
  if (status === 'in-progress') return 'Someone on our staff is working on the answer.';
  return `${voice === YOU ? 'Your' : 'This'} request is in our queue until someone on our staff takes it.`;
};

const shared = (voice: Voice) => ({
  'with-us': (words: NextWords) => `${standing(words, voice)}${by(words, voice)}`,
  overdue: ({ due, estimate }: NextWords) =>
    `We are late: the answer was due ${due}. We are sorry.${estimate ? ` We now expect to answer by ${estimate}.` : ''}`,
});

/** What is there to be read. */
const answered = ({ followUpAnswered }: NextWords) =>
  followUpAnswered ? 'Our answer to the follow-up question is ready.' : 'Our answer is ready.';

const closes = ({ closes: on }: NextWords) => (on ? ` The request closes by itself on ${on}.` : '');

/** The plain sentence that says what happens next and when, to the requester. */
export const NEXT_SENTENCES: Sentences = {
  ...shared(YOU),
  ...NEXT_IN_WAITS.requester,
  'supervisor-confirms': (words) =>
    words.late
      ? `Our answer can’t be sent before ${words.supervisor} has confirmed that they supervise you. Ask them to look for our e-mail, or name somebody else who should be asked. The answer was due ${words.due}.`
      : `${standing(words, YOU)} We can send our answer once ${words.supervisor} has confirmed that they supervise you.${by(words, YOU)}`,
  'read-response': (words) =>
    `${answered(words)}${
      words.followUpUntil
        ? ` If something is unclear, you can ask one follow-up question until ${words.followUpUntil}. If something has changed, you can ask us to reopen the request.`
        : ' If something is unclear or has changed, you can ask us to reopen the request.'
    }${closes(words)}`,
  'follow-up': (words) =>
    `${words.followUpLate ? `We are late with the answer to your follow-up question: it was due ${words.followUpDue}. We are sorry.` : `We have your follow-up question and answer it by ${words.followUpDue}.`} We will email you.`,
  'reopening-asked': () =>
    'We have the request to reopen this. Someone on our staff will decide, and we will email you.',
  ended: ({ status, goesOnAs }) =>
    status === 'merged' && goesOnAs
      ? merged(goesOnAs, `your request ${goesOnAs.reference}`, GONE_ON)
      : (ENDED[status] ?? 'This request has ended.'),
};

/** The same, to the supervisor: it is the requester who acts. */
export const NEXT_FOR_SUPERVISOR: Sentences = {
  ...shared(THEM),
  ...NEXT_IN_WAITS.supervisor,
  'supervisor-confirms': (words) =>
    words.late
      ? `Our answer can’t be sent before ${words.supervisor} has confirmed as supervisor. It was due ${words.due}.`
      : `${standing(words, THEM)} We can send our answer once ${words.supervisor} has confirmed as supervisor.${by(words, THEM)}`,
  'read-response': (words) =>
    `${answered(words)}${
      words.followUpUntil
        ? ` The requester can ask one follow-up question until ${words.followUpUntil}. If something has changed, you or they can ask us to reopen the request.`
        : ' If something is unclear or has changed, you or the requester can ask us to reopen the request.'
    }${closes(words)}`,
  'follow-up': (words) =>
    words.followUpLate
      ? `We are late with the answer to the requester’s follow-up question: it was due ${words.followUpDue}.`
      : `We have the requester’s follow-up question and answer it by ${words.followUpDue}.`,
  'reopening-asked': () =>
    'We have been asked to reopen this request. Someone on our staff will decide, and we will email the requester and you.',
  ended: ({ status, goesOnAs }) =>
    status === 'merged' && goesOnAs
      ? merged(goesOnAs, `request ${goesOnAs.reference}, from the same person`, {
          ...GONE_ON,
          ...GONE_ON_FOR_SUPERVISOR,
        })
      : (ENDED_FOR_SUPERVISOR[status] ?? ENDED[status] ?? 'This request has ended.'),
};

const ENDED: Partial<Record<RequestStatus, string>> = {
  closed: 'This request is closed. You can send a new one at any time, or ask us to reopen this one.',
  redirected: 'We pointed you to another resource that fits better.',
  declined: 'We can’t help with this request.',
  withdrawn: 'You withdrew this request. You can send a new one at any time, or ask us to reopen this one.',
  merged: 'This was merged into another request of yours.',
  lapsed:
    'This request ended because something we needed did not arrive. You can send a new one at any time, or ask us to reopen this one.',
};

const ENDED_FOR_SUPERVISOR: Partial<Record<RequestStatus, string>> = {
  closed: 'This request is closed. You or the requester can ask us to reopen it.',
  redirected: 'We pointed the requester to another resource that fits better.',
  withdrawn: 'The requester withdrew this request. You or they can ask us to reopen it.',
  merged: 'This was merged into another request from the same person.',
  lapsed:
    'This request ended because something we needed did not arrive. You or the requester can ask us to reopen it.',
};

type GoneOn = Partial<Record<RequestStatus | 'supervisor-refused', string>>;

/** What became of the request that goes on, or whom it waits for; none while we work on it. */
const GONE_ON: GoneOn = {
  'awaiting-information': 'We have asked you a question there, and that one waits for your answer.',
  'supervisor-refused': 'That one waits until you have named another supervisor there.',
  'awaiting-prerequisites': 'We start on that one as soon as you have passed the courses it needs.',
  responded: 'Our answer there covers both.',
  closed: 'Our answer there covers both. That request is closed by now.',
  redirected: 'There we pointed you to another resource that fits better.',
  declined: 'We can’t help with it.',
  withdrawn: 'You withdrew that one, so we are answering neither.',
  lapsed: 'That one ended because something we needed did not arrive, so we are answering neither.',
};

const GONE_ON_FOR_SUPERVISOR: GoneOn = {
  'awaiting-information': 'That one waits for the requester’s answer to a question of ours.',
  'supervisor-refused': 'That one waits until the requester has named another supervisor there.',
  'awaiting-prerequisites': 'We start on that one as soon as the requester has passed the courses it needs.',
  redirected: 'There we pointed the requester to another resource that fits better.',
  withdrawn: 'The requester withdrew that one, so we are answering neither.',
};

/** Of one we work on while its supervisor is silent. */
const ONCE_CONFIRMED =
  'We can send our answer once the person named there as supervisor has confirmed that they are.';

const merged = ({ status, supervisor }: GoesOnAs, into: string, gone: GoneOn) => {
  const refused = status === 'awaiting-information' && supervisor === 'refused';
  const became = gone[refused ? 'supervisor-refused' : status];
  if (became) return `This was merged into ${into}. ${became}`;
  return `We are answering this together with ${into}.${supervisor === 'unconfirmed' ? ` ${ONCE_CONFIRMED}` : ''}`;
};
