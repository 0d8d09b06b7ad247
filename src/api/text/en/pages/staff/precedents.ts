import type { PrecedentEventType } from '../../../../../domain/precedents/decide-precedent.js';
import type {
  PrecedentAudience,
  PrecedentDecisionKind,
  PrecedentStatus,
} from '../../../../../domain/precedents/precedent.schema.js';

/** Questions and answers without facts, which staff keep for requests of their kind. */
const precedentsText = {
  title: 'Precedents',
  intro:
    'Questions and answers without facts of any case. A second person reviews each one before it is found by others.',
  all: 'All',
  statuses: {
    draft: 'Draft',
    'awaiting-review': 'Awaiting review',
    published: 'Published',
    withdrawn: 'Withdrawn',
    erased: 'Erased',
  } satisfies Record<PrecedentStatus, string>,
  audiences: { staff: 'Staff only', public: 'Public' } satisfies Record<PrecedentAudience, string>,
  outdated: 'Past its review date: it may be out of date.',
  outdatedTag: 'Review date past',
  search: { label: 'Words in question and answer', button: 'Search' },
  columns: { question: 'Question', status: 'Status', reviewBy: 'Review by' },
  empty: 'There is none here. Suggest one from the page of an answered request.',
  more: 'More',
  back: 'Back to precedents',
  nameless: 'A precedent whose words were erased',
  waiting: (toReview: number) =>
    toReview === 1 ? '1 precedent to review' : `${toReview} precedents to review`,
  waitingOutdated: (count: number) =>
    count === 1
      ? '1 precedent of yours is past its review date'
      : `${count} precedents of yours are past their review date`,
  suggest: {
    link: 'Suggest as a precedent',
    title: 'Suggest a precedent',
    lead: (reference: string) =>
      `From request ${reference}. Write question and answer anew, as they hold for others. Leave out every fact: names, places, dates, agencies, what happened.`,
    begin: 'Begin with the answer that was sent',
    beginHint:
      'A sent answer often tells of its case. Begin with it only if you will take out everything that belongs to that case.',
    button: 'Save draft',
    done: 'The draft is saved. Submit it when it may be reviewed.',
  },
  revise: {
    link: 'Change the wording',
    title: 'Change a precedent',
    lead: 'It becomes a draft again and is found by nobody else until a second person has reviewed it.',
    button: 'Save draft',
    done: 'The new wording is saved as a draft.',
  },
  fields: {
    question: {
      label: 'Question',
      hint: 'As somebody else might ask it, without facts.',
      missing: 'Enter the question.',
    },
    answer: { label: 'Answer', hint: 'Markdown. Without facts.', missing: 'Enter the answer.' },
    kind: { legend: 'Kind of request it fits', missing: 'Choose a kind.' },
    topics: { legend: 'Topics', missing: 'Choose at least one topic.' },
    audience: {
      legend: 'Who may find it, once it is published?',
      missing: 'Choose who may find it.',
      staff: 'Staff only, while they write answers',
      public: 'Everybody, on the page of answers',
    },
    reviewBy: {
      legend: 'Look through again by',
      hint: 'From then on it is marked as possibly out of date.',
      what: 'The review date',
    },
    identifiers: 'I have checked these: they tell of no client',
  },
  decide: {
    heading: 'What next?',
    legend: 'Decide',
    missing: 'Choose what to do.',
    button: 'Continue',
    choices: {
      submit: 'Submit it for review',
      publish: 'Publish it',
      return: 'Return it to its author',
      withdraw: 'Withdraw it: nobody finds it any more',
      'erase-wordings': 'Erase its older wordings for good',
      erase: 'Erase its words for good, with every wording before',
    } satisfies Record<PrecedentDecisionKind, string>,
    comment: {
      label: 'What should be different',
      hint: 'Needed to return it. Read by staff. Without facts.',
      missing: 'Say what should be different.',
    },
    own: 'A second person reviews it: nobody publishes their own wording.',
    done: {
      submit: 'Submitted. A colleague reviews it.',
      publish: 'Published.',
      return: 'Returned to its author.',
      withdraw: 'Withdrawn.',
      'erase-wordings': 'Its older wordings are erased.',
      erase: 'Its words are erased.',
    } satisfies Record<PrecedentDecisionKind, string>,
  },
  comment: 'What the reviewer asked for',
  source: 'Suggested from a request',
  sourceLink: 'Open that request',
  facts: { kind: 'Kind', topics: 'Topics', audience: 'Who finds it', reviewBy: 'Review by' },
  questionHeading: 'Question',
  answerHeading: 'Answer',
  history: 'History',
  wording: 'Wording then',
  events: {
    suggested: 'Suggested',
    changed: 'Wording changed',
    submitted: 'Submitted for review',
    returned: 'Returned',
    published: 'Published',
    withdrawn: 'Withdrawn',
    'wordings-erased': 'Older wordings erased',
    erased: 'Erased',
  } satisfies Record<PrecedentEventType, string>,
};

export const precedentsTexts = {
  precedents: precedentsText,
  'precedents/suggest/:id': precedentsText,
  'precedents/:id': precedentsText,
  'precedents/:id/revise': precedentsText,
};

/** The page of published answers, for everybody. */
export const answersText = {
  title: 'Answers to common questions',
  lead: 'General answers that we have given before. They tell of no case, and are no advice about yours.',
  search: 'Words to look for',
  topic: 'Topic',
  everyTopic: 'Every topic',
  button: 'Search',
  empty: 'No answer fits. You can ask us in writing.',
  ask: 'Ask for assistance',
  more: 'More answers',
  back: 'All answers',
  outdated: 'This answer is past its review date. It may be out of date.',
  published: (day: string) => `Published ${day}`,
};
