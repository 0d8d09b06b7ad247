import type { Group } from './group.js';

const REDIRECTIONS: Record<string, string> = {
  'legal-working-group': 'the call open to the requester’s role',
  resources: 'published resources',
  workshop: 'a workshop',
  referral: 'a referral list',
  mentor: 'a mentor',
};

const POLICIES: Record<string, string> = {
  scope: 'it is outside of what written assistance covers',
  ethics: 'ethics policy',
  overuse: 'overuse policy',
  'not-served': 'the requester is not among those served',
};

const redirectionName = (to: string | undefined): string => REDIRECTIONS[to ?? ''] ?? 'another place';
const materials = (ids: readonly string[] = [], title: (id: string) => string): string =>
  ids.length > 0 ? `: ${ids.map(title).join('; ')}` : '';
const policyName = (policy: string | undefined): string => POLICIES[policy ?? ''] ?? 'program policy';

const named = (reference: string | null | undefined, sentence: (reference: string) => string) =>
  reference ? sentence(reference) : '';

/** The end of a request without an answer, or after it. */
export const ending = {
  decisions: {
    redirect: {
      link: 'Redirect',
      title: 'Where is this better placed?',
      intro:
        'This ends the request. The requester gets a mail with a link and reads your note after signing in.',
      button: 'Redirect',
      done: 'Redirected. The requester is told.',
      fields: {
        to: {
          legend: 'Send the requester to',
          missing: 'Choose where to redirect to.',
          theirCall: (title: string | null) =>
            title ?? 'None is open to their role: say in the note what to do',
          thenMentor:
            'You choose whom to propose next. To propose a mentor and go on with the request yourself, use “Propose a mentor” on its page.',
          choices: {
            'legal-working-group': 'The call open to their role',
            resources: 'Published resources',
            workshop: 'A workshop',
            referral: 'A referral list',
            mentor: 'A mentor',
          },
        },
        resources: {
          legend: 'Which resources?',
          hint: 'Only for published resources. Those on the topics of the request come first. If you pick none, the requester is pointed to the ones on their topics.',
        },
        workshop: {
          label: 'Which workshop?',
          hint: 'Only for a workshop.',
          none: 'Choose a workshop',
          all: 'All of them',
          unchosen: 'Choose a workshop, or all of them.',
        },
        note: {
          label: 'Note to the requester',
          hint: 'Needed for a mentor, and where no call is open to their role. The call that is theirs, the resources picked, the workshop’s list and the referral lists are named and linked by themselves.',
        },
      },
      kept: { note: { staff: 'Note to the requester', requester: 'Our note' } },
    },
    decline: {
      link: 'Decline',
      title: 'Why can’t we answer this?',
      intro:
        'This ends the request. The requester gets a mail with a link and reads your reason after signing in.',
      button: 'Decline',
      done: 'Declined. The requester is told.',
      fields: {
        policy: {
          legend: 'Ground',
          hint: 'Only staff see the ground.',
          missing: 'Choose a ground.',
          choices: {
            scope: 'Outside of what written assistance covers',
            ethics: 'Ethics',
            overuse: 'Overuse without materials, training or earlier advice followed',
            'not-served': 'Not somebody this program serves',
          },
        },
        reason: { label: 'Reason, as the requester will read it', missing: 'Write a reason.' },
      },
      kept: { reason: { staff: 'Reason told to the requester for declining', requester: 'Our reason' } },
    },
    merge: {
      link: 'Merge',
      title: 'Which request should go on?',
      intro:
        'This request ends and the other one answers both. The earliest dates of the two count, and the requester sees them there. So only requests of one person are merged: of two people’s requests, answer both, or redirect one.',
      button: 'Merge',
      done: 'Merged.',
      fields: {
        into: {
          legend: 'Merge into',
          missing: 'Choose the request that should go on, or enter its reference.',
          other: 'Another request',
          reference: 'Reference of the other request',
          referenceHint: 'An open request of the same person, like TA-2026-0012',
          noOther:
            'This person has no other open request now. If one has just come in, enter it like TA-2026-0012.',
          unknown: 'There is no open request with this reference.',
          anotherPerson: (reference: string) =>
            `${reference} is another person’s request, and merging would show each of them the other’s dates. Answer both, or redirect this one.`,
        },
      },
    },
    close: {
      link: 'Close',
      title: 'Close this request?',
      intro: 'Close it when the answer was read or nothing more will come. It can be reopened.',
      button: 'Close the request',
      done: 'Closed.',
    },
  },
  statuses: {
    closed: { staff: 'Closed', requester: 'Closed' },
    redirected: { staff: 'Redirected', requester: 'Redirected' },
    declined: { staff: 'Declined', requester: 'Declined' },
    withdrawn: { staff: 'Withdrawn', requester: 'Withdrawn' },
    merged: { staff: 'Merged', requester: 'Merged' },
    lapsed: { staff: 'Lapsed', requester: 'Lapsed' },
  },
  events: {
    redirected: {
      staff: ({ to, resources }, names) =>
        `Redirected to ${redirectionName(to)}${materials(resources, names.resource)}.`,
      outside: {
        title: 'We pointed to another resource',
        text: ({ resources = [] }, names) => resources.map(names.resource).join('; '),
      },
    },
    declined: {
      staff: ({ policy }) => `Declined: ${policyName(policy)}.`,
      outside: { title: 'We declined the request' },
    },
    withdrawn: {
      staff: () => 'Withdrawn.',
      outside: { title: 'The requester withdrew the request', own: 'The request was withdrawn' },
    },
    merged: {
      staff: ({ into }, names) => `Merged into ${into ? names.reference(into) : 'another request'}.`,
      outside: {
        title: 'Merged into another request from the same person',
        own: 'Merged into another request of yours',
        text: ({ into }, names) => named(into && names.reference(into), (other) => `It went on as ${other}.`),
      },
    },
    'merged-in': {
      staff: ({ from, receivedAt }, names) =>
        `${from ? names.reference(from) : 'Another request'} was merged into this one.${
          receivedAt ? ` The earliest date counts: ${names.when(receivedAt)}.` : ''
        }`,
      outside: {
        title: 'Another request from the same person was merged into this one',
        own: 'Another request of yours was merged into this one',
        text: ({ from }, names) => named(from && names.reference(from), (other) => `That was ${other}.`),
      },
    },
    lapsed: {
      staff: ({ reason }) =>
        reason === 'prerequisites-lapse'
          ? 'Lapsed: the courses were not passed in time.'
          : reason === 'information-lapse'
            ? 'Lapsed: our question was not answered in time.'
            : 'Lapsed.',
      outside: { title: 'The request ended because something did not arrive' },
    },
    closed: {
      staff: ({ reason }) => (reason === 'closing' ? 'Closed by itself.' : 'Closed.'),
      outside: { title: 'Closed' },
    },
  },
  mails: {
    redirected: 'Redirected',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    lapsed: 'Lapsed',
    merged: 'Merged',
    closed: 'Closed',
    'introduction-outcome': 'Introduction came to nothing, to staff',
  },
} satisfies Group;
