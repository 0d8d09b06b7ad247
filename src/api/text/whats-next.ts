import type { RequestStatus } from '../../domain/requests/status.js';
import type { WhatsNext } from '../../domain/requests/whats-next.js';

/** Facts the sentences speak of, already in words. */
export interface NextWords {
  courses: string;
  /** The promised day and hour, or null. */
  due: string | null;
  /** The court or filing date that makes an earlier day bind; `aim` is null where that day is past already. */
  court: { name: string; date: string; aim: string | null } | null;
  /** New estimate once the promise was missed. */
  estimate: string | null;
  /** When the wait ends by itself. */
  lapses: string | null;
  supervisor: string;
  supervisorRefused: boolean;
  status: RequestStatus;
}

const by = (words: NextWords): string => {
  if (words.court) return aim(words);
  return words.due ? ` You hear from us by ${words.due}.` : '';
};

/** The earlier day first, then the promise; empty without a court or filing date that comes before it. */
const aim = ({ court, due }: NextWords): string => {
  if (!court) return '';
  const latest = due ? `; at the latest ${due}` : '';
  return court.aim
    ? ` We aim for ${court.aim}, since your ${court.name} is ${court.date}${latest}.`
    : ` Your ${court.name}, ${court.date}, is very near: we try to answer before it${latest}.`;
};

/** The plain sentence that says what happens next and when. */
export const NEXT_SENTENCES: Record<WhatsNext['code'], (words: NextWords) => string> = {
  'pass-courses': (words) =>
    `We start as soon as you have passed ${words.courses}.${aim(words)}${words.lapses ? ` Unless you pass by ${words.lapses}, the request ends that day.` : ''}`,
  'answer-question': (words) =>
    `${
      words.supervisorRefused
        ? 'We need another supervisor from you before we go on.'
        : 'We have asked you a question. The clock stands still until you answer.'
    }${aim(words)}${words.lapses ? ` Without an answer the request ends on ${words.lapses}.` : ''}`,
  'supervisor-confirms': (words) =>
    `We work on it, and can send our answer once ${words.supervisor} has confirmed that they supervise you.${by(words)}`,
  'waiting-in-queue': (words) => `A person on our staff takes your request next.${by(words)}`,
  'being-worked-on': (words) => `A person on our staff is working on your answer.${by(words)}`,
  'being-reviewed': (words) => `Your answer is written, and a second person is checking it.${by(words)}`,
  overdue: ({ due, estimate }) =>
    `We are late: your answer was due ${due}. We are sorry.${estimate ? ` We now expect to answer by ${estimate}.` : ''}`,
  'read-response': () =>
    'Our answer is here. If something is unclear or has changed, you can ask us to open the request again.',
  'reopening-asked': () =>
    'You have asked us to open this request again. A person on our staff decides, and you get a mail.',
  ended: ({ status }) => ENDED[status] ?? 'This request has ended.',
};

const ENDED: Partial<Record<RequestStatus, string>> = {
  closed: 'This request is closed. You can send a new one at any time, or ask us to open it again.',
  redirected: 'We pointed you to another place that fits better.',
  declined: 'We can’t help with this request.',
  withdrawn: 'You withdrew this request. You can send a new one at any time, or ask us to open it again.',
  merged: 'We answer this together with another request of yours.',
  lapsed:
    'This request ended because something we needed did not arrive. You can send a new one at any time, or ask us to open it again.',
};
