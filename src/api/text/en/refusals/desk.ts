import type { deskRefusals } from '../../../../domain/refusals/desk.js';
import { formatDate } from '../../../../domain/time/format.js';
import type { RefusalSentences } from '../../sentences.js';
import { roleLabels } from '../pages/staff/common.js';

export const deskSentences: RefusalSentences<typeof deskRefusals> = {
  'views-of-staff': 'Views of the queue are kept for people on staff.',
  'no-such-view': 'You keep no such view.',
  'too-many-views': ({ most }) => `At most ${most} views are kept. Remove one first.`,
  'only-director-enters-closures': 'Only a director enters closures.',
  'only-director-removes-closures': 'Only a director removes closures.',
  'role-reads-no-closures': 'Your role does not read closures.',
  'no-such-closure': 'Nobody has entered a closure on that day.',
  'closed-already': 'The office is already closed on that day.',
  'last-day-closed-already': 'The office is already closed on the last of these days.',
  'closure-day-past': 'This day is past; past days stay as they were.',
  'closure-ends-before': 'The last day must not come before the first.',
  'closure-too-long': ({ days }) => `Enter at most ${days} days at once.`,
  'past-closure-stays': 'This day is past; past days stay as they were.',
  'only-staff-read-mails': 'Only staff read the mail log.',
  'only-staff-settle-mails': 'Only staff settle mails.',
  'only-staff-choose-mail': 'Only staff who are signed in choose how their own mail comes.',
  'no-such-mail': 'There is no such mail.',
  'mail-not-to-settle': 'Only a mail that failed, or whose fate is unknown, can be settled, once.',
  'mail-text-erased': 'The text of this mail has been erased.',
  'only-staff-see-high-volume': 'Only staff see this switch.',
  'only-staff-set-high-volume': 'Only staff set this switch.',
  'role-records-no-completions': 'Your role does not record completions.',
  'no-such-completion': 'There is no such result to decide about.',
  'completion-settled': 'Somebody has decided about this result already.',
  'no-such-course': 'The program has no such course.',
  'completed-in-the-future': 'A course can’t have been completed in the future.',
  'unsubscribe-link-unknown': 'This link is not valid.',
  'too-many-asked-to-confirm':
    'Too many people have been asked to confirm within the hour. Please try again later.',
  'address-on-list': 'Somebody with this e-mail address is on the list already.',
  'has-open-work': ({ open }) =>
    `${open === 1 ? 'One request or task of theirs is' : `${open} requests and tasks of theirs are`} open. Say who gets ${open === 1 ? 'it' : 'them'}, or that nobody does yet.`,
  'last-admin': 'There must be one active admin. Make somebody else an admin first.',
  'no-such-person': 'There is no such person.',
  'no-such-person-to-merge': 'There is no such person, or their record was merged into another one.',
  'merge-into-itself': 'This is the same person already.',
  'merged-already': 'This record was merged into another one already.',
  'one-supervises-the-other':
    'In a request, one of the two is the requester and the other the supervisor, so they can’t be one person.',
  'both-asked-for-one-call':
    'A question for the same call came in under both. Whoever asked can take one back under “My calls” until questions close; after the call, nothing stands in the way.',
  'no-such-organization': 'There is no such organization.',
  'no-such-organization-to-merge':
    'There is no such organization, or its record was merged into another one.',
  'organization-into-itself': 'This is the same record already.',
  'both-organizations-asked':
    'A question for the same call that is to come was asked under both, and one organization has one. Withdraw one of them first; after the call, nothing stands in the way.',
  'no-organization-name':
    'Give the name of an organization. Words such as “none” or “self-employed” are no name.',
  'organization-named-so': 'Another record has this name at these domains. Merge the two instead.',
  'no-mail-domain':
    'Give mail domains such as legal-aid.example, one a line, without what stands before them.',
  'domain-of-everybody': ({ domain }) => `${domain} is used by people of many organizations.`,
  'domain-of-another': ({ domain, name }) => `${domain} belongs to ${name}. Merge the two if they are one.`,
  'address-of-somebody-else':
    'Somebody has signed in or asked for something under this address. If both are one person, merge the two records.',
  'too-many-addresses': ({ most }) => `One person can have ${most} addresses at most.`,
  'only-people-have-addresses': 'Sign in with your own address to add another one.',
  'claim-link-over':
    'This link doesn’t work any more, or belongs to another account. Sign in with the address you added it from, or add it again.',
  'no-such-colleague': 'There is no such staff member.',
  'no-such-key': 'There is no such API key.',
  'key-over': 'This key opens nothing any more. Make another one.',
  'owner-lacks-role': ({ name, role }) =>
    `${name} is ${roleLabels[role]}, and a key may do no more than its owner. Choose another role, or another owner.`,
  'date-out-of-range': ({ from, through }) =>
    `Give a date from ${formatDate(from)} to ${formatDate(through)}.`,
};
