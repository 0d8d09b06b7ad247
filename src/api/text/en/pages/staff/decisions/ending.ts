import type { DecisionText } from './decision-text.js';

/** Decisions that end a request without an answer, or after it. */
export const endingText = {
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
} satisfies Record<string, DecisionText>;
