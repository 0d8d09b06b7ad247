import type { OveruseSignal } from '../../../../../domain/people/overuse.js';
import type { SimilarRequest } from '../../../../../usecases/requests/similar-requests.js';

const times = (n: number) => (n === 1 ? 'once' : `${n} times`);

/** What is known of whoever asks, beside a request and on a person's page. */
export const knownBeforeText = {
  heading: 'Before this request',
  alikeHeading: 'Likely asked already',
  alikeNote:
    'Compared by the words of facts and questions. Read both before you decide; requesters never see this.',
  alike: (percent: number, whose: SimilarRequest['whose']): string =>
    `${percent}% alike, ${
      {
        'same-person': 'same requester',
        'same-organization': 'same organization',
        another: 'another requester',
      }[whose]
    }`,
  own: (name: string) => `Other requests of ${name}`,
  noneOwn: 'This is their only request.',
  colleagues: (organization: string) => `Others at ${organization}`,
  noneColleagues: 'No request of anyone else there.',
  noOrganization: 'No organization is known.',
  answered: (when: string) => `answer of ${when}`,
  all: (n: number) => `All ${n}`,
  courses: 'Courses passed',
  noCourses: 'None on record.',
  calls: 'Calls',
  noCalls: 'None asked for or attended.',
  attended: 'was there',
  asked: 'asked a question',
  signalsHeading: 'Use of the program',
  signalsNote: 'These are counts. What they mean is for you to judge.',
  signal(signal: OveruseSignal): string {
    switch (signal.kind) {
      case 'many-requests':
        return `${signal.count} requests in the last ${signal.days} days.`;
      case 'nothing-reviewed':
        return `${signal.count} of ${signal.of} requests in the last ${signal.days} days without having looked at resources.`;
      case 'advice-not-followed':
        return `Directed to materials or waited for a course ${times(signal.count)}, and no course passed since.`;
    }
  },
};
