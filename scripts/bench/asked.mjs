// What the pages ask of requests, by the names that the table of figures has.
import { REGULAR, SMALL } from './seed.mjs';

const KEYS = ['target', 'due', 'received', 'priority', 'requester', 'assignee', 'standing'];
const OPEN = { status: ['open'] };

const sorts = Object.fromEntries(
  KEYS.flatMap((key) => [key, `-${key}`]).flatMap((sort) => [
    [`open, by ${sort}`, { ...OPEN, sort }],
    [`any status, by ${sort}`, { sort }],
  ]),
);

/** Each filter alone: what many have, and what few have. */
const FILTERS = {
  'status closed': { status: ['closed'] },
  'status responded': { status: ['responded'] },
  'status lapsed, which few are': { status: ['lapsed'] },
  'open or asked to reopen': { status: ['open', 'reopening-asked'] },
  'messages waiting': { status: ['message-waiting'] },
  'follow-up questions': { status: ['follow-up-open'] },
  'waiting on us': { waitingOn: 'us' },
  'waiting on the requester': { waitingOn: 'requester' },
  'waiting on a supervisor': { waitingOn: 'supervisor' },
  'waiting for courses': { waitingOn: 'courses' },
  mine: { assignee: 'me' },
  "nobody's": { assignee: 'none' },
  "a colleague's": { assignee: 'staff3@program.example' },
  overdue: { due: 'overdue' },
  'due today': { due: 'today' },
  'due this week': { due: 'week' },
  'due next week': { due: 'next-week' },
  'with tasks': { tasks: 'open' },
  'with my tasks due': { tasks: 'due', taskOf: 'me' },
  urgent: { urgent: true },
  'not urgent': { urgent: false },
  escalated: { escalated: true },
  'not escalated': { escalated: false },
  'supervisor confirmed': { supervisor: 'confirmed' },
  'supervisor pending': { supervisor: 'unconfirmed' },
  'supervisor refused, few': { supervisor: 'refused' },
  'a kind': { kind: 'general-information' },
  'a kind that few have': { kind: 'other' },
  'a document': { documentKind: 't-visa-rfe' },
  'a document that few have': { documentKind: 't-visa-denial' },
  'a topic': { topic: 'immigration' },
  'a topic that few have': { topic: 'criminal-re-entry' },
  'a state': { state: 'NY' },
  'a state that few are in': { state: 'GU' },
  'what the program has no more': { kind: 'long-gone' },
};
const filters = Object.fromEntries(
  Object.entries(FILTERS).map(([name, query]) => [`filter: ${name}`, { sort: 'priority', ...query }]),
);

const PAIRS = {
  'pair: open, mine, by binding date': { ...OPEN, assignee: 'me', sort: 'target' },
  "pair: open, nobody's, by priority": { ...OPEN, assignee: 'none', sort: 'priority' },
  'pair: in review, supervisor pending': {
    status: ['in-review'],
    supervisor: 'unconfirmed',
    sort: 'priority',
  },
  'pair: closed, a kind, latest first': {
    status: ['closed'],
    kind: 'general-information',
    sort: '-received',
  },
  'pair: a rare topic, by requester': { topic: 'criminal-re-entry', sort: 'requester' },
  'pair: a rare topic, latest first': { topic: 'criminal-re-entry', sort: '-received' },
  'pair: a rare topic, by assignee': { topic: 'criminal-re-entry', sort: 'assignee' },
  'pair: a topic and a state': { topic: 'civil', state: 'NY', sort: 'priority' },
  'pair: mine that have ended': { status: ['closed', 'withdrawn'], assignee: 'me', sort: '-received' },
  'pair: a document and a state, by due': { documentKind: 't-visa-rfe', state: 'NY', sort: 'due' },
  'pair: urgent, the most pressing last': { urgent: true, sort: '-priority' },
  'pair: responded, by how it stands': { status: ['responded'], sort: 'standing' },
  'pair: closed, what waits first': { status: ['closed'], sort: '-standing' },
  'pair: urgent and open': { ...OPEN, urgent: true, sort: 'target' },
  'pair: escalated and waiting on us': { escalated: true, waitingOn: 'us', sort: 'priority' },
};

const SEARCHED = {
  'a reference': 'TA-2054-0500',
  'a reference in small letters': 'ta-2054-0712',
  'numbers of a reference': '2054-0500',
  'the last numbers of one': '-0533',
  'a reference that is not': 'TA-2099-0500',
  'a rare name': REGULAR.name,
  'a part of a rare name': 'quillf',
  'a name that many have': 'maria',
  'an address': REGULAR.email,
  'a domain': '@legal17.example',
  'what every address has': '.example',
  'a rare organization': SMALL.name,
  'one of many alike': 'organization 17 of new york',
  'a word that all have': 'legal',
  'three letters': 'ari',
  'two letters': 'ma',
  nothing: 'zzzzzz',
  'two words nobody has together': 'quillfeather nevada',
};
const searches = Object.fromEntries(
  Object.entries(SEARCHED).flatMap(([name, q]) => [
    [`search: ${name}`, { q, sort: 'priority' }],
    [`search: ${name}, open`, { q, ...OPEN, sort: 'priority' }],
  ]),
);

/** Lists of `listRequests`. */
export const LISTS = {
  ...Object.fromEntries(Object.entries(sorts).map(([name, query]) => [`queue: ${name}`, query])),
  ...filters,
  ...PAIRS,
  ...searches,
  'search: a common name, latest first': { q: 'maria', sort: '-received' },
  'search: a common name, by requester': { q: 'maria', sort: 'requester' },
};

/** The tenth page of each of these. */
export const DEEP = Object.fromEntries(
  KEYS.flatMap((key) => [key, `-${key}`]).map((sort) => [`page 10: any status, by ${sort}`, { sort }]),
);
