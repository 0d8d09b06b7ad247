import type { MailData } from '../../mail-data.js';
import { type MailText, materialList } from '../mail-text.js';
import { forMergedToo, linkToCome, supervisorAsked, weAimFor, yourRequest } from './sentences.js';

const SEE = 'See your request';
const READ = 'Sign in to read it';

const endsToo = (data: MailData) =>
  forMergedToo(data, (references) => `The same counts for ${references}, which we had merged into it.`);

/** To the requester (and a confirmed supervisor), when a request is answered or ends. */
export const outcomeTexts = {
  'response-ready': {
    subject: (data) => `${yourRequest(data)}: our answer is ready`,
    title: () => 'Our answer is ready',
    body: (data) => [
      ...(data.fullText
        ? [
            'This is our written answer. You can also read it after signing in.',
            ...data.fullText.split('\n').filter(Boolean),
          ]
        : ['Our written answer is ready. For safety it is not in this e-mail: please sign in to read it.']),
      forMergedToo(data, (references) => `It also answers ${references}, which we had merged into it.`),
      'If something is unclear, you can ask one follow-up question on the page of your request. If things have changed since you wrote to us, you can ask us there to reopen it.',
    ],
    action: READ,
  },
  redirected: {
    subject: (data) => `${yourRequest(data)}: a better place for it`,
    title: () => 'There is a better place for your request',
    body: (data) => [
      data.materials?.length
        ? 'We have read your request and think that these published materials can help you better:'
        : 'We have read your request and think another resource can help you better.',
      materialList(data),
      linkToCome(data),
      endsToo(data),
      'Sign in to read where to turn and what to do next. If it does not fit, you can ask us there to reopen your request.',
    ],
    action: READ,
  },
  declined: {
    subject: (data) => `${yourRequest(data)}: our decision`,
    title: () => 'We are not able to take on your request',
    body: (data) => [
      'We are sorry: we are not able to take on this request. Sign in to read the reason and what you can do instead.',
      endsToo(data),
      'If you think we misunderstood you, you can ask us there to reopen it.',
    ],
    action: READ,
  },
  withdrawn: {
    subject: (data) => `${yourRequest(data)}: withdrawn`,
    title: () => 'Your request is withdrawn',
    body: (data) => [
      'As you asked, we have stopped working on this request. You will get no more messages about it.',
      endsToo(data),
      'If this was a mistake, sign in: on the page of your request you can ask us to reopen it.',
    ],
    action: SEE,
  },
  lapsed: {
    subject: (data) => `${yourRequest(data)}: ended without your reply`,
    title: () => 'Your request has ended',
    body: (data) => [
      `We waited for ${data.supervisorMissing ? 'the name of another supervisor' : 'something from you'} and did not hear back, so this request has ended by itself.`,
      endsToo(data),
      'Whenever you are ready, sign in: on the page of your request you can ask us to reopen it, or send a new one.',
    ],
    action: SEE,
  },
  merged: {
    subject: (data) => `${yourRequest(data)}: joined with another of yours`,
    title: () => 'We have joined two of your requests',
    body: ({ otherReference }) => [
      otherReference
        ? `This request is about the same matter as your request ${otherReference}. We go on with that one, answer both in it, and it keeps the earlier date of the two.`
        : 'This request is about the same matter as another one you sent. We go on with that one, and it keeps the earlier date of the two.',
      `You do not need to do anything. If they are two matters after all, sign in and write to us on the page of ${otherReference ?? 'the other one'}.`,
    ],
    action: SEE,
  },
  closed: {
    subject: (data) => `${yourRequest(data)}: closed`,
    title: () => 'Your request is closed',
    body: () => [
      'We have finished our work on this request. You can still sign in to read our answer.',
      'If you need to come back to it, ask us on the page of your request to reopen it.',
    ],
    action: SEE,
  },
  reopened: {
    subject: (data) => `${yourRequest(data)}: open again`,
    title: () => 'Your request is open again',
    body: (data) => [
      'We have reopened your request.',
      weAimFor(data, (day) => `We aim to answer you in writing by ${day}.`) ??
        'Sign in to see what happens next.',
      supervisorAsked(data),
    ],
    action: SEE,
  },
} satisfies Record<string, MailText>;
