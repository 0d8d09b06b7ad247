import { count } from '../count.js';

interface Changed {
  name: string | null;
  at: string;
}

const somebody = 'A colleague';

/** The page on which an answer is written or reviewed, and its versions. */
export const answerText = {
  also: {
    preview: 'Preview',
    keep: 'Keep for me only',
    discard: 'Go back to the last version',
  },
  preview: {
    heading: 'As the requester will read it',
    nothing: 'Nothing is written yet.',
  },
  formatting: {
    heading: 'How to format',
    rows: [
      { typed: '# Heading', gives: 'a heading; ## is one below it' },
      { typed: '**strong**', gives: 'strong words' },
      { typed: '*words*', gives: 'emphasis' },
      { typed: '- one', gives: 'a list; an empty line before it' },
      { typed: '1. first', gives: 'a numbered list' },
      { typed: '> quoted', gives: 'a quotation' },
      { typed: '[words](https://…)', gives: 'a link' },
    ],
    rest: 'An empty line begins a new paragraph. Web addresses become links by themselves.',
  },
  /** Said by scripts as somebody types. */
  scripts: {
    saved: (time: string) => `Saved at ${time}`,
    failed: 'Not saved. What you typed is still here; it is tried again by itself.',
    signedOut:
      'Not saved: you are signed out. What you typed is still here. Press “Keep for me only”: you sign in and come back to it.',
    stopped: 'Not saved.',
    previewFailed: 'The preview can’t be made just now.',
    notInserted: 'That can’t be put in just now.',
    inserted: 'Put in at the cursor.',
  },
  /** What is found again. */
  goesOn: (at: string) =>
    `This goes on from what was saved as you typed, ${at}. It is not a version yet: only you see it.`,
  keptUntil: (days: number) =>
    `What you type is kept for you alone until you save a version. It is erased when the answer is sent or the request ends, and ${count(days, 'day')} after you last opened this page.`,
  last: (name: string | null, at: string) => `Last version: ${name ?? somebody}, ${at}`,
  noVersion: 'No version has been saved yet.',
  versions: (n: number) => (n === 1 ? '1 version' : `${n} versions`),
  others: {
    title: 'Somebody else is here too',
    writes: (name: string, since: string) => `${name} is writing this answer too: last saved ${since}.`,
    looks: (name: string, since: string) => `${name} has had this page open since ${since}.`,
  },
  moved: {
    error: ({ name, at }: Changed) =>
      `${name ?? somebody} saved another version ${at}, after you began. Both stand below: take over what you want to keep and save again. Theirs stays among the versions.`,
    told: ({ name, at }: Changed) =>
      `${name ?? somebody} saved another version ${at}, after you began. Press “Preview” to see both.`,
    title: 'Another version was saved meanwhile',
    heading: ({ name, at }: Changed) => `The version of ${name ?? 'a colleague'}, ${at}`,
    differs: 'How yours differs from it',
  },
  identifiers: {
    error: 'This may identify a client: change it, or say that it may stay.',
    confirm: 'I have checked it. It may stay.',
    found: (n: number) => `${count(n, 'place')} may identify a client:`,
  },
  changedToo: 'They changed the text, too; it stands below as they left it.',
  insert: {
    heading: 'Put into the answer',
    whole: 'Read it first',
    intro: 'It goes in where your cursor is, or at the end.',
    button: 'Insert',
    open: 'Read it',
    kinds: {
      snippet: 'Passages',
      precedent: 'Precedents',
      resource: 'Resources',
      answer: 'Earlier answers',
    },
    outdated: 'Outdated',
    outdatedLong: 'This may be outdated: check it before you use it.',
    reviewed: (date: string) => `checked ${date}`,
    answered: (date: string) => `answered ${date}`,
    earlier:
      'Another case’s answer: take out what belongs to that case. Reading one, and putting one in, is logged.',
  },
  comments: {
    heading: 'Comments',
    nothing: 'No comments.',
    open: (n: number) => `${n} open`,
    about: (paragraph: number) => `Paragraph ${paragraph}`,
    aboutOlder: (paragraph: number, version: number) => `Paragraph ${paragraph} of version ${version}`,
    done: 'Done',
    reopen: 'Open it again',
    answer: 'Answer',
    answerLabel: 'Your answer',
    sendAnswer: 'Send the answer',
    settled: (n: number) => `${count(n, 'comment')} done`,
    add: 'Comment on a paragraph',
    paragraph: 'Paragraph',
    words: 'Comment',
    button: 'Add the comment',
    missing: 'Write the comment first.',
    missingAnswer: 'Write the answer first.',
    choose: 'Choose the paragraph that the comment is about.',
    did: {
      comment: 'Comment added.',
      answer: 'Your answer stands below the comment.',
      resolve: 'The comment is done.',
      reopen: 'The comment is open again.',
    },
  },
  review: {
    body: 'The draft, to change where you like',
    bodyHint:
      'What you change goes back to its author as a version of yours: then they may send it. Leave it as it is and only your note and comments go back.',
  },
  page: {
    title: (reference: string) => `Versions of the answer: ${reference}`,
    heading: 'Versions of the answer',
    back: 'Back to the answer',
    backToRequest: 'Back to the request',
    nothing: 'No version has been saved yet.',
    version: (n: number) => `Version ${n}`,
    compareBefore: 'what changed',
    compareBeforeHidden: (n: number) => `in version ${n}`,
    read: 'read',
    readHidden: (n: number) => `version ${n}`,
    from: 'From',
    to: 'To',
    compare: 'Compare',
    compared: (from: number, to: number) => `From version ${from} to version ${to}`,
    legend: 'Words taken out are crossed out; words put in are underlined.',
    removed: 'Taken out:',
    added: 'Put in:',
    followUp: 'Of the follow-up’s answer',
  },
};
