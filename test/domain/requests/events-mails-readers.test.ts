import { expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { MAIL, type MailKindAbout } from '../../../src/domain/mail/kinds.js';
import { calendarOf } from '../../../src/domain/program/calendar-of.js';
import { isToldOutside, type RequestEventType } from '../../../src/domain/requests/events.js';
import { noticesFor } from '../../../src/domain/requests/notices.js';
import { planRequest } from '../../../src/domain/requests/plan-request.js';
import type { RequestState } from '../../../src/domain/requests/state.js';
import { ENDED_STATUSES } from '../../../src/domain/requests/statuses.js';
import { createCalendar } from '../../../src/domain/time/calendar.js';
import {
  BESIDE,
  OF_NOTES,
  OF_OTHERS,
  type Row,
  SITUATIONS,
  type Situation,
  type SituationName,
  TABLE,
} from './event-table.js';
import { AT, openState } from './request-states.js';

const { program } = loadProgram('program');
const calendar = createCalendar(calendarOf(program, []));

function planOf(state: RequestState, courtDate: string | null) {
  return planRequest({ state, calendar, program, courtDate, at: AT });
}

function mailsOf(type: RequestEventType, situation: Situation): string {
  const { data = {}, actor = 'user:u1', courtDate = null, previousCourtDate = null } = situation;
  const state = openState(situation.state);
  const event = { seq: 1, type, at: AT, actor, onBehalfOf: null, commandId: null, data };
  const previousDueAt = situation.previously ?? planOf(state, courtDate).reading.dueAt;
  const plan = planOf(state, courtDate);
  const notices = noticesFor({
    event,
    state,
    plan,
    previousDueAt,
    calendar,
    program,
    courtDate,
    previousCourtDate,
    at: AT,
  });
  const told = notices.map(({ kind, to, cc = [] }) =>
    [`${kind} → ${to.join(' + ')}`, ...(cc.length > 0 ? [`copied to ${cc.join(' + ')}`] : [])].join(', '),
  );
  return told.join('; ') || 'nothing';
}

test.each(Object.entries(TABLE) as [RequestEventType, Row][])('%s', (type, { readers, mails }) => {
  expect(isToldOutside(type) ? 'case' : 'staff').toBe(readers);
  const names = Object.keys(SITUATIONS) as SituationName[];
  expect(names.map((name) => `${name}: ${mailsOf(type, SITUATIONS[name])}`)).toEqual(
    names.map((name) => `${name}: ${mails[name] ?? mails.plain}`),
  );
});

test('whatever ends a request says so to those who had open tasks', () => {
  for (const status of ENDED_STATUSES) {
    expect([status, TABLE[status].mails['tasks of several']]).toEqual([
      status,
      expect.stringContaining('task-ended → task-assignee'),
    ]);
  }
});

test('what passes beside the process is read by both sides', () => {
  expect(Object.keys(BESIDE).filter((type) => !isToldOutside(type))).toEqual([]);
});

test('every mail about a request stands in the table, and goes to whom its row names', () => {
  const told = Object.values(TABLE).flatMap(({ mails }) =>
    Object.values(mails).flatMap((all) => all.split('; ')),
  );
  const kinds = [
    ...told.map((one) => one.split(' → ')[0]),
    ...Object.values(BESIDE),
    ...OF_NOTES,
    ...OF_OTHERS,
  ];
  const about = Object.entries(MAIL).filter(([, { about }]) => about === 'request');
  expect(about.map(([kind]) => kind).filter((kind) => !kinds.includes(kind))).toEqual([]);
  const first = (to: string) => (/requester|supervisor/.exec(to) ?? ['staff'])[0];
  for (const one of told.filter((mail) => mail !== 'nothing')) {
    const [kind, to = ''] = one.split(' → ');
    // Staff are warned of a court date too.
    if (kind === 'deadline-warning') continue;
    expect([kind, first(to)]).toEqual([kind, MAIL[kind as MailKindAbout<'request'>].to]);
  }
});
