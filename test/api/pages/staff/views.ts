import type { RequestView } from '../../../../src/domain/requests/view.schema.js';

/** A request in the queue, received Nov 2, due Monday, Nov 23, 2026, 5 PM Pacific. */
export function aView(change: Partial<RequestView> = {}): RequestView {
  return {
    id: '018f0000-0000-7000-8000-000000000001',
    reference: 'TA-2026-0001',
    status: 'queued',
    kind: 'case-consultation',
    documentKind: null,
    topics: ['immigration'],
    priority: 'normal',
    urgent: false,
    priorityGroups: [],
    receivedAt: '2026-11-02T18:00:00.000Z',
    dueAt: '2026-11-24T01:00:00.000Z',
    targetAt: '2026-11-24T01:00:00.000Z',
    answerBy: { at: '2026-11-24T01:00:00.000Z', because: 'promise', businessDaysLeft: 15 },
    clock: { state: 'running', businessDaysUsed: 10, businessDaysLeft: 5 },
    waitingFor: [],
    waitingOn: 'us',
    assigned: false,
    assignee: null,
    overdue: false,
    escalationLevel: 0,
    episode: 1,
    requester: {
      id: null,
      name: 'Rita Requester',
      email: 'rita@legal.example',
      role: 'attorney',
      organization: 'Legal Aid',
      state: 'CA',
      licensedIn: ['CA'],
      ovcGrantee: false,
    },
    supervisor: null,
    courtOrFilingDeadline: null,
    mergedInto: null,
    fromCall: null,
    messageWaitingSince: null,
    reopeningAskedAt: null,
    followUp: null,
    followUpUntil: null,
    closesOn: null,
    notices: [],
    version: 1,
    links: { self: '', events: '', clock: '', response: null, page: '' },
    ...change,
  };
}

export const ME = {
  kind: 'user',
  id: '018f0000-0000-7000-8000-00000000000a',
  role: 'attorney',
  name: 'Ana Attorney',
  email: 'ana@program.example',
} as const;

export const ZONE = 'America/Los_Angeles';
