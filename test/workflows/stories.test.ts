import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ABSENCE_DECISION_KINDS } from '../../src/domain/absences/absence-decisions.js';
import type { AbsenceDeadlineKind, AbsenceFact } from '../../src/domain/absences/absence-state.js';
import type { CallFact } from '../../src/domain/calls/call-command.js';
import { CALL_DECISIONS } from '../../src/domain/calls/call-decisions.js';
import type { CallDeadlineKind } from '../../src/domain/calls/call-state.js';
import type { SeriesCommand, SeriesDeadline } from '../../src/domain/calls/series-state.js';
import { REVIEW_DECISION_KINDS } from '../../src/domain/conduct/review-decisions.js';
import type { ReviewDeadlineKind, ReviewFact } from '../../src/domain/conduct/review-state.js';
import { INTRODUCTION_DECISIONS } from '../../src/domain/mentors/introduction-decisions.js';
import type {
  IntroductionDeadlineKind,
  IntroductionFact,
} from '../../src/domain/mentors/introduction-state.js';
import type { RequestFact } from '../../src/domain/requests/command.js';
import { DECISIONS, type RequestCommandKind, sheetOf, THEIRS } from '../../src/domain/requests/decisions.js';
import { DUE } from '../../src/domain/requests/due.js';
import { projectRoot } from '../../src/project-root.js';

/** The names of a union, complete: the compiler asks for a new one. */
const all = <K extends string>(names: Record<K, true>) => Object.keys(names);

const REQUEST = [
  ...Object.keys({ ...DECISIONS, ...THEIRS }).filter(
    (kind) => 'carryOut' in sheetOf(kind as RequestCommandKind),
  ),
  ...all<RequestFact['kind']>({
    'course-completed': true,
    'calendar-changed': true,
    'closing-held': true,
    'closing-resumed': true,
    'merged-in': true,
    'worksheet-attached': true,
    'work-moved': true,
  }),
  ...Object.keys(DUE),
];
const CALL = [
  ...Object.keys(CALL_DECISIONS),
  ...all<CallFact['kind']>({ 'attendance-known': true, 'calendar-changed': true, 'questions-counted': true }),
  ...all<CallDeadlineKind>({
    'flag-day-off': true,
    'cancel-day-off': true,
    'window-opens': true,
    reminder: true,
    'cut-off': true,
    'select-until': true,
    ends: true,
    'hand-over': true,
    completed: true,
    retire: true,
  }),
];
const SERIES = [
  ...all<SeriesCommand['kind']>({ pause: true, resume: true, skip: true, extra: true }),
  ...all<SeriesDeadline['kind']>({ plan: true }),
];

const REVIEW = [
  ...REVIEW_DECISION_KINDS,
  ...all<ReviewFact['kind']>({ 'calendar-changed': true }),
  ...all<ReviewDeadlineKind>({
    expiry: true,
    'decision-reminder': true,
    'appeal-reminder': true,
    'appeal-overdue': true,
  }),
];

const ABSENCE = [
  ...ABSENCE_DECISION_KINDS,
  ...all<AbsenceFact['kind']>({ 'calendar-changed': true, left: true }),
  ...all<AbsenceDeadlineKind>({ begin: true, return: true }),
];

const INTRODUCTION = [
  ...INTRODUCTION_DECISIONS,
  ...all<IntroductionFact['kind']>({ 'calendar-changed': true, joined: true, 'mentor-left': true }),
  ...all<IntroductionDeadlineKind>({ unanswered: true, reminder: true, 'follow-up': true, close: true }),
];

const storyIn = (file: string) => {
  const source = readFileSync(join(projectRoot, 'src/workflows', file), 'utf8');
  return source.slice(0, source.indexOf('export async function'));
};

/** Above these loops stands what people decide, what happens and what comes by itself, all of it by its name. */
test.each([
  ['calls/call-cycle-workflow.ts', CALL],
  ['calls/call-series-workflow.ts', SERIES],
  ['conduct/conduct-review-workflow.ts', REVIEW],
  ['absences/absence-workflow.ts', ABSENCE],
  ['mentors/mentor-introduction-workflow.ts', INTRODUCTION],
])('%s tells of everything that may happen', (file, kinds) => {
  expect(kinds.length).toBeGreaterThan(4);
  expect(kinds.filter((kind) => !storyIn(file).includes(`\`${kind}\``))).toEqual([]);
});

/** Requests have more kinds than a story has room for: it tells of them in groups, and what it names is there. */
test('the story of a request names nothing that is gone', () => {
  const named = [...storyIn('requests/ta-request-workflow.ts').matchAll(/`([a-z-]+)`/g)].map(
    ([, name]) => name,
  );
  expect(named.length).toBeGreaterThan(12);
  expect(named.filter((name) => !REQUEST.includes(name ?? ''))).toEqual([]);
});

/** An update taken in the very task in which a process ends is answered before it does. */
test.each(['requests/ta-request-workflow.ts', 'calls/call-cycle-workflow.ts'])(
  '%s ends when everybody is answered',
  (file) => {
    const source = readFileSync(join(projectRoot, 'src/workflows', file), 'utf8');
    expect(source).toMatch(/ break;\n[\s\S]*\n {2}\}\n {2}await condition\(allHandlersFinished\);\n\}\n/);
  },
);
