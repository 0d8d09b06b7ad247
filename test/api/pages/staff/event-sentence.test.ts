import { describe, expect, test } from '@jest/globals';
import { eventSentence } from '../../../../src/api/pages/staff/request/event-sentence.js';
import { en } from '../../../../src/api/text/en/en.js';
import type { EventNames } from '../../../../src/api/text/event-names.js';
import type { BesideEventType } from '../../../../src/domain/requests/correspondence.js';
import type { RequestEventType } from '../../../../src/domain/requests/events.js';
import type { RequestEventData } from '../../../../src/domain/requests/state.js';

const names: EventNames = {
  staff: (id) => (id === 's1' ? 'Ana Attorney' : 'a colleague'),
  course: (id) => (id === 'htd' ? 'Human Trafficking Defined' : 'T Visas Part 1'),
  resource: (id) => (id === 'guide' ? 'The guide' : 'The film'),
  kind: () => 'Document review',
  document: () => 'T visa denial',
  reference: () => 'TA-2026-0012',
  courtDate: 'filing date',
  day: () => 'Wednesday, December 2, 2026',
  when: () => 'Dec 2, 5:00 PM',
};

// A record, so that a new kind of event doesn't compile until somebody words it here.
const CASES: Record<RequestEventType | BesideEventType, [RequestEventData, string][]> = {
  received: [
    [{}, 'Request received.'],
    [{ imported: true }, 'Request taken over from the older form.'],
    [
      { missing: ['htd', 'tv1'] },
      'Request received. The clock waits for Human Trafficking Defined and T Visas Part 1.',
    ],
  ],
  'prerequisites-reminded': [[{ n: 7 }, 'Requester reminded of the courses still missing (day 7).']],
  'course-completed': [
    [
      { courseId: 'htd', missing: ['tv1'] },
      'Requester passed Human Trafficking Defined. Still missing: T Visas Part 1.',
    ],
    [{ courseId: 'htd', missing: [] }, 'Requester passed Human Trafficking Defined.'],
  ],
  'clock-started': [
    [{ courseId: 'tv1' }, 'Requester passed T Visas Part 1: nothing is missing now, and the clock started.'],
    [{}, 'Nothing is missing now, and the clock started.'],
  ],
  assigned: [
    [{ assigneeId: 's1' }, 'Assigned to Ana Attorney.'],
    [
      { assigneeId: 's1', covers: 'away' },
      'Assigned to Ana Attorney, who stands in for a colleague who is away.',
    ],
    [{ assigneeId: 's1', covers: 'back' }, 'Assigned to Ana Attorney, who is back.'],
  ],
  'task-added': [
    [
      { assigneeId: 's1', dueOn: '2026-12-02' },
      'Follow-up task for Ana Attorney, due Wednesday, December 2, 2026.',
    ],
  ],
  'task-changed': [
    [{ assigneeId: 's1' }, 'Follow-up task changed. It is for Ana Attorney.'],
    [
      { assigneeId: 's1', covers: 'away' },
      'Follow-up task changed. It is for Ana Attorney, who stands in for a colleague who is away.',
    ],
    [
      { dueOn: '2026-12-02', reworded: true },
      'Follow-up task changed. It is due Wednesday, December 2, 2026. What is to be done was written anew.',
    ],
  ],
  'task-done': [[{}, 'Follow-up task done.']],
  'task-cancelled': [[{}, 'Follow-up task canceled.']],
  'task-reminded': [[{ assigneeId: 's1' }, 'Ana Attorney reminded of a follow-up task due today.']],
  'task-overdue': [
    [{ assigneeId: 's1' }, 'Ana Attorney and coordinators reminded of a follow-up task that is overdue.'],
  ],
  'information-requested': [
    [{ clock: 'paused' }, 'Asked the requester for information. The clock is paused.'],
  ],
  'information-reminded': [[{ n: 3 }, 'Requester reminded of our question (day 3).']],
  'information-answered': [
    [{ clock: 'resumed' }, 'Requester answered. The clock runs again.'],
    [{ clock: 'reset' }, 'Requester answered. The clock waits for the missing courses.'],
    [
      { clock: 'resumed', newSupervisor: true },
      'Requester answered. They named another supervisor. The clock runs again.',
    ],
  ],
  'supervisor-confirmed': [[{}, 'Supervisor confirmed.']],
  'supervisor-reminded': [[{ n: 2 }, 'Supervisor reminded that we need their confirmation.']],
  'supervisor-named': [
    [{}, 'Another supervisor was named and asked to confirm.'],
    [{ clock: 'resumed' }, 'Another supervisor was named and asked to confirm. The clock runs again.'],
    [
      { clock: 'reset' },
      'Another supervisor was named and asked to confirm. The clock waits for the missing courses.',
    ],
  ],
  'supervisor-refused': [
    [{ unknownPerson: true }, 'The person named as supervisor said that they don’t know who asked.'],
    [{}, 'The person named as supervisor said no.'],
    [
      { clock: 'paused' },
      'The person named as supervisor said no. The clock is paused until the requester names another.',
    ],
  ],
  'unassigned-reminded': [[{ n: 2 }, 'Coordinators reminded that nobody has taken this request.']],
  'due-reminded': [
    [{ n: 5 }, 'Reminder that an answer is due, 5 business days before.'],
    [{ n: 1 }, 'Reminder that an answer is due, 1 business day before.'],
  ],
  escalated: [[{ level: 2 }, 'Past due: directors told (escalation level 2), requester told of the delay.']],
  'deadline-warned': [
    [
      { n: 3 },
      'Coordinators, and whoever had this request, were warned of the filing date (the warning set for 3 business days before it).',
    ],
  ],
  'deadline-passed': [[{}, 'The filing date passed without an answer. Directors told.']],
  extended: [[{ businessDays: 3 }, 'Extended by 3 business days. Requester told.']],
  'submitted-for-review': [
    [{}, 'Draft submitted for review.'],
    [{ followUp: true }, 'Draft of the follow-up’s answer submitted for review.'],
  ],
  'response-returned': [
    [{}, 'Draft returned to its author.'],
    [{ followUp: true }, 'Draft of the follow-up’s answer returned to its author.'],
  ],
  responded: [[{ clock: 'stopped' }, 'Answer sent. The clock stopped.']],
  'follow-up-asked': [[{}, 'Follow-up question asked. It has a clock of its own.']],
  'follow-up-reminded': [[{ n: 1 }, 'Reminder that the follow-up’s answer is due, 1 business day before.']],
  'follow-up-escalated': [
    [{ n: 1 }, 'The follow-up question is past due. Directors and the requester told.'],
  ],
  'follow-up-answered': [[{}, 'Follow-up question answered.']],
  'closing-told': [[{ n: 7 }, 'Requester told that this will close by itself.']],
  'closing-held': [[{}, 'It does not close by itself until the reopening is decided.']],
  'closing-resumed': [[{}, 'It will close by itself again.']],
  'wall-set': [[{ staffId: 's1' }, 'Hidden from Ana Attorney.']],
  'wall-broken': [[{ staffId: 's1' }, 'Ana Attorney may see it again.']],
  'feedback-given': [[{}, 'Requester said how it was.']],
  redirected: [
    [{ to: 'legal-working-group' }, 'Redirected to the call open to the requester’s role.'],
    [
      { to: 'resources', resources: ['guide', 'film'] },
      'Redirected to published resources: The guide; The film.',
    ],
  ],
  declined: [
    [{ policy: 'scope' }, 'Declined: it is outside of what written assistance covers.'],
    [{ policy: 'not-served' }, 'Declined: the requester is not among those served.'],
  ],
  withdrawn: [[{}, 'Withdrawn.']],
  merged: [[{ into: 'x' }, 'Merged into TA-2026-0012.']],
  'merged-in': [
    [
      { from: 'x', receivedAt: '2026-12-02T00:00:00.000Z' },
      'TA-2026-0012 was merged into this one. The earliest date counts: Dec 2, 5:00 PM.',
    ],
  ],
  reprioritised: [
    [{ urgent: true }, 'Marked as urgent.'],
    [{ urgent: false }, 'Marked as not urgent.'],
  ],
  reclassified: [
    [
      { requestKind: 'document-review', documentKind: 't-visa-denial', missing: ['htd'], clock: 'reset' },
      'Kind changed to Document review, T visa denial. Still to pass: Human Trafficking Defined. The clock starts again once they are passed.',
    ],
    [
      { requestKind: 'document-review', documentKind: null, clock: 'started' },
      'Kind changed to Document review. The clock started.',
    ],
  ],
  'court-deadline-changed': [[{}, 'Court or filing deadline changed.']],
  'calendar-changed': [
    [
      { dueAt: 'x' },
      'The office calendar changed: a closure was entered or removed. Now due Dec 2, 5:00 PM.',
    ],
    [{ floor: '2026-12-02' }, 'The office calendar changed: a closure was entered or removed.'],
  ],
  lapsed: [
    [{ reason: 'prerequisites-lapse' }, 'Lapsed: the courses were not passed in time.'],
    [{ reason: 'information-lapse' }, 'Lapsed: our question was not answered in time.'],
  ],
  closed: [
    [{}, 'Closed.'],
    [{ reason: 'closing', n: 30 }, 'Closed by itself.'],
  ],
  reopened: [[{}, 'Reopened. The clock counts from that day; its place in the queue stays.']],
  'message-received': [[{}, 'Message from the requester’s side.']],
  'message-sent': [[{}, 'Message sent to the requester.']],
  'reopening-asked': [[{}, 'Asked us to reopen the request.']],
  'reopening-refused': [[{}, 'Reopening refused. Requester told.']],
  'document-added': [[{ documentId: 'd1' }, 'Document added.']],
  'document-removed': [[{ documentId: 'd1' }, 'Document removed. Its contents were erased.']],
};

describe('an event in plain words', () => {
  const rows = Object.entries(CASES).flatMap(([type, cases]) =>
    cases.map(([data, sentence]) => ({
      type: type as RequestEventType | BesideEventType,
      data,
      sentence,
    })),
  );
  test.each(rows)('$type: $sentence', ({ type, data, sentence }) => {
    expect(eventSentence(en, { type, data }, names)).toBe(sentence);
  });
});
