import type { mentorRefusals } from '../../../../domain/refusals/mentors.js';
import type { RefusalSentences } from '../../sentences.js';
import { STATUSES } from '../requests/collected.js';

export const mentorSentences: RefusalSentences<typeof mentorRefusals> = {
  'only-staff-keep-mentors': 'Only staff keep the pool of mentors and propose introductions.',
  'no-such-mentor': 'There is no such mentor, or it is not yours to see.',
  'no-such-introduction': 'There is no such introduction, or it is not yours to see.',
  'not-your-introduction':
    'This is not yours to decide: each of the two speaks for themself, and staff for neither.',
  'mentor-link-not-yours':
    'This link was mailed to somebody else. Sign out, or ask them to open it themselves.',
  'mentor-already': 'They have been asked already, or are in the pool. Open their page to change it.',
  'mentor-not-now': 'That is not possible as things stand now. Open the page again to see how they stand.',
  'mentor-invitation-over':
    'The time to answer this invitation is over. Please write to us; we can send you a new one.',
  'mentor-name': 'Enter their name: nobody with this address is known yet.',
  'mentor-topic': 'Choose a topic of the program’s list.',
  'mentor-role': 'Choose a role of the program’s list.',
  'mentor-request-over': ({ status }) =>
    `A mentor is proposed while a request is open, once it is answered, or when it was redirected. The status of this one: ${STATUSES.staff[status]}.`,
  'mentor-not-available':
    'This mentor can’t be asked now: they have left, have paused, or have no room. Choose another.',
  'mentor-is-requester': 'This is the requester. Choose somebody else.',
  'mentor-same-organization':
    'Both are of one organization. Say that you know and find it right, or choose another mentor.',
  'mentor-full':
    'You have as many introductions as you agreed to. Close one with us first, or let us know that you can take more.',
  'mentor-taken': 'The mentor has no room any more. Send your answer again, and we look for somebody else.',
  'one-mentors-the-other': 'One of them is being introduced to the other as mentor, so these are two people.',
  'introduction-running': 'The two are being introduced already.',
  'mentoring-useful-missing': 'Say whether it was useful.',
  'introduction-answered': 'You have answered already. Thank you.',
  'introduction-ended': ({ status }) => `This introduction has ended (${status}).`,
  'not-while-introduction': ({ kind, status }) =>
    `"${kind}" is not possible while the introduction is ${status}.`,
  'introduction-ended-meanwhile': 'This introduction has ended in the meantime.',
  'requester-not-introduced': 'This requester can’t be introduced to a mentor at present.',
};
