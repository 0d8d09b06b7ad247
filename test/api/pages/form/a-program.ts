import { join } from 'node:path';
import { loadProgram } from '../../../../src/adapters/program/load-program.js';
import type { Draft } from '../../../../src/api/pages/form/draft.js';
import type { StepContext } from '../../../../src/api/pages/form/step.js';
import { en } from '../../../../src/api/text/en/en.js';
import type { Actor } from '../../../../src/domain/people/actor.js';
import { calendarOf } from '../../../../src/domain/program/calendar-of.js';
import { createCalendar } from '../../../../src/domain/time/calendar.js';
import { projectRoot } from '../../../../src/project-root.js';

/** The program as it ships, and the office's calendar. */
export const { program } = loadProgram(join(projectRoot, 'program'));
export const calendar = createCalendar(calendarOf(program, []));

/** Monday, November 2, 2026, 10:00 in the office. */
export const MONDAY = '2026-11-02T18:00:00.000Z';

/** Every question answered: a paralegal with a supervisor asks about a case. */
export const answered: Draft = {
  v: 1,
  formToken: 'b7c7f7a4-6b8f-4b0e-9b1a-1a2b3c4d5e6f',
  role: 'paralegal',
  details: { name: 'Pat Ruiz', email: 'pat@legal-aid.example', licensedIn: [], ovcGrantee: false },
  supervisor: { name: 'Sam Lee', email: 'sam@legal-aid.example', role: 'attorney' },
  kind: 'case-consultation',
  topics: ['immigration'],
  reviewedResources: true,
  facts: { facts: 'Facts.', questions: 'Questions?' },
  courtDate: { has: false },
};

export function context(draft: Draft = answered, actor: Actor = { kind: 'public' }): StepContext {
  return { texts: en, draft, actor, program, calendar, now: MONDAY };
}
