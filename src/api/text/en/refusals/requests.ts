import type { requestRefusals } from '../../../../domain/refusals/requests.js';
import type { RefusalSentences } from '../../sentences.js';

export const requestSentences: RefusalSentences<typeof requestRefusals> = {
  'request-not-yours': 'There is no such request, or it is not yours to see.',
  'no-such-request': 'There is no such request.',
  'request-gone': 'There is no such request any more.',
  'only-requester-or-staff': 'Only the requester, or staff for them, can do this.',
  'only-supervisor-confirms': 'Only the supervisor, or an admin for them, confirms.',
  'only-staff-decide': 'Only staff decide about requests.',
  'role-may-not': ({ role }) => `Your role (${role}) may not do this.`,
  'request-ended': ({ status }) => `This request has ended (${status}); reopen it first.`,
  'not-while': ({ kind, status }) => `"${kind}" is not possible while the request is ${status}.`,
  'not-once': ({ kind, status }) => `"${kind}" is not possible once the request is ${status}.`,
  'needs-no-supervisor': 'This request needs no supervisor.',
  'supervisor-not-needed': 'This request needs no supervisor.',
  'supervisor-answered': 'The supervisor has already answered.',
  'supervisor-confirmed-already':
    'The supervisor has confirmed and reads this request. Write to us if that is no longer right.',
  'supervisor-not-confirmed': 'The supervisor has not confirmed yet.',
  'supervisor-refused': 'The supervisor named has refused; another one is needed.',
  'supervisor-is-asker': 'The supervisor must be somebody else.',
  'supervisor-role': 'A supervisor is an attorney or a DOJ accredited representative.',
  'supervisor-needed': 'Name the attorney or DOJ accredited representative who supervises you.',
  'another-supervisor-needed':
    'Name the attorney or DOJ accredited representative who supervises you; it must be somebody else.',
  'decline-needs-director': 'Only a director may decline for ethics or overuse.',
  'no-deadline-to-extend': 'There is no deadline yet that could be extended.',
  'second-extension-needs-director': 'A second extension needs a director.',
  'long-extension-needs-director': ({ days }) => `More than ${days} business days need a director.`,
  'merge-into-itself': 'A request cannot be merged into itself.',
  'merge-of-another-person':
    'That request is another person’s. Only requests of one person are merged, so that nobody sees the dates of somebody else. Answer both, or redirect this one.',
  'merge-into-unknown': 'There is no request with this id.',
  'merge-past-wall':
    'This request is hidden from somebody who sees the other one. Hide the other one from them first.',
  'merge-into-closed': 'Only an open request can take another one in.',
  'own-draft': 'Nobody reviews their own draft; ask a colleague.',
  'draft-not-submitted': 'Submit the draft for review first.',
  'other-draft-reviewed': 'Another draft is under review than the one you have read.',
  'no-draft-yet': 'There is no draft yet: write the response first.',
  'answer-too-long': ({ most }) =>
    `That is longer than ${most.toLocaleString('en-US')} characters. Shorten it, or send a part as a document.`,
  'answer-sent': 'The answer has been sent: there is nothing to write any more.',
  'answer-moved':
    'Another version was saved after this text was begun. Read it first, then send your text again as begun from that one.',
  'answer-kept-elsewhere':
    'You have typed on in another window since. What is there was not overwritten: copy what you need from here, and open this page again.',
  'no-such-version': 'There is no such version of the answer.',
  'no-such-paragraph': 'Choose the paragraph that the comment is about.',
  'no-such-comment': 'There is no such comment any more.',
  'too-many-comments': ({ most }) =>
    `There are ${most} comments on this request already. Write what is left into the note that goes back with the draft.`,
  'nothing-to-insert': 'That can’t be put in any more. Choose something else.',
  'draft-in-review': 'The draft is being reviewed; it has to be returned before it can be changed.',
  'no-drafting-while': ({ status }) =>
    `A response can be drafted once the request is assigned and while it is open; it is ${status}.`,
  'no-mentors': 'This program does not refer to mentors.',
  'no-such-resource': 'The program has no resource with this id.',
  'no-such-workshop': 'The program has no workshop with this id.',
  'redirect-without-word': 'Write a note: nothing else would tell the requester what to do.',
  'tasks-are-for-staff': 'Only staff filter by tasks.',
  'task-unchanged': 'Say what changes: what is to be done, who does it, or by when.',
  'task-on-closed-day': 'The office is closed on that day. Choose a business day.',
  'no-open-task': 'The task is not open any more.',
  'too-many-tasks': ({ most }) => `A request has at most ${most} open tasks. Finish or cancel one first.`,
  'too-many-tasks-ever': ({ most }) =>
    `A request has at most ${most} tasks in all, those that are done among them. Write what is left as a note, or change an open task.`,
  'nobody-to-mention': 'Give the ids of active members of staff.',
  'too-many-mentioned': ({ most }) => `A note names at most ${most} people. Name fewer, or write two notes.`,
  'nobody-on-staff': 'Nobody on staff has this e-mail address.',
  'hand-over-before-wall':
    'They have this request or a task of it. Hand that to somebody else first, then hide it from them.',
  'no-director-left':
    'No other director sees this request, so nobody could undo it. Hide it from them once another director is there.',
  'too-many-walls': 'This request has as many conflict walls as one can have.',
  'wall-broken-already': 'They may see this request again already.',
  'no-such-wall': 'There is no such conflict wall of this request.',
  'hidden-from-them': 'This request is hidden from that colleague.',
  'too-many-assigned': ({ most }) => `At most ${most} requests are assigned at once.`,
  'kind-without-document': 'The new kind and document do not fit together.',
  'no-message-ended': 'This request is not open any more. Ask for it to be reopened instead.',
  'no-message-merged': 'This request was merged into another one: write about that one.',
  'no-reply-while': ({ status }) => `A request that is ${status} takes no messages any more.`,
  'no-reopening-open': 'This request is open: write to us about it instead.',
  'no-reopening-merged': 'This request was merged into another one, which goes on instead.',
  'nobody-asked-reopening': 'Nobody has asked for a reopening.',
  'reopening-asked-already': 'You have asked for this already; we tell you what we decide.',
  'not-reopened-while': ({ status }) => `A request that is ${status} cannot be reopened.`,
  'no-follow-up-while': ({ status }) =>
    `A follow-up question is asked about an answer; this request is ${status}.`,
  'follow-up-asked-already':
    'A follow-up question was asked already. Ask for the request to be reopened instead.',
  'follow-up-too-late':
    'The time for a follow-up question is over. Ask for the request to be reopened, or send a new one.',
  'no-follow-up-open': 'There is no follow-up question that waits for an answer.',
  'no-follow-up-yet': 'There is no follow-up question.',
  'follow-up-open': 'A follow-up question waits for its answer: send that first.',
  'no-feedback-now':
    'You can say how it was once there is an answer, as long as the request is not open again.',
  'ended-meanwhile': 'This request has ended in the meantime.',
  'no-response-yet': 'There is no response yet.',
  'link-still-works': 'This link still works.',
  'link-over': 'This link is not valid any more.',
  'submission-link-over': 'This link doesn’t work any more.',
  'form-waits-no-more': 'This form doesn’t wait any more.',
  'address-changed-too-often': 'The address was changed too often. Please begin a new form.',
  'too-many-form-files':
    'Too many documents came from your network just now. Send the request without it, and add it on the request’s page.',
  'form-is-over': 'This form was sent or deleted. Begin it again.',
  'too-many-forms':
    'Very many forms came from your network. Your answers are kept here: please send them in an hour, or sign in first.',
  'ask-under-own-address': 'Send a request under your own address, the one you signed in with.',
  'not-the-address-signed-in': 'Send it under the address you are signed in with.',
  'assignee-is-for-staff': 'Who on staff has a request is for staff.',
  'role-not-served': ({ hotline }) =>
    `Written assistance is for professionals. Please call the hotline at ${hotline}. Nothing of this was stored.`,
  'answers-need-another-look': 'Some answers need another look.',
  'document-not-reviewed': ({ label, workshop, resource }) => {
    const instead = [workshop, resource].filter((one) => one !== undefined).map((one) => `the ${one}`);
    return `This kind of document is not reviewed: ${label}. What helps instead: ${instead.join(' and ')}.`;
  },
  'asked-already': ({ reference }) =>
    `You already have this request open: ${reference}. Write to us on its page instead.`,
  'rows-not-taken': 'Some rows can’t be taken over; nothing was.',
  'supervisor-link-not-yours':
    'This link was sent to a different person than the one you are signed in as. If it is yours, sign out first.',
};
