import { describe, expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { calendarOf } from '../../../src/domain/program/calendar-of.js';
import * as lookup from '../../../src/domain/program/lookup.js';
import { STATES } from '../../../src/domain/program/states.js';

const { program } = loadProgram('program');

describe('who must be supervised, who may supervise, and who may join which call', () => {
  test.each([
    ['attorney', false, true, 'legal-working-group'],
    ['doj-accredited-representative', false, true, 'legal-working-group'],
    ['law-student', true, false, 'legal-working-group'],
    ['law-graduate', true, false, 'legal-working-group'],
    ['legal-intern', true, false, 'legal-working-group'],
    ['paralegal', true, false, 'legal-working-group'],
    ['legal-assistant', true, false, 'legal-working-group'],
    ['social-service-provider', false, false, 'social-services'],
    ['case-manager', false, false, 'social-services'],
    ['law-enforcement', false, false, undefined],
    ['program-manager', false, false, undefined],
    ['other-professional', false, false, undefined],
    ['survivor', false, false, undefined],
    ['a role nobody has', false, false, undefined],
  ])('%s: needs one %p, may be one %p, call %s', (role, needs, may, call) => {
    expect(lookup.needsSupervisor(program, role)).toBe(needs);
    expect(lookup.maySupervise(program, role)).toBe(may);
    expect(lookup.callFor(program, role)?.id).toBe(call);
  });

  test.each([
    ['survivor', true],
    ['member-of-public', true],
    ['attorney', false],
  ])('%s is led to the hotline: %p', (role, led) => {
    expect(lookup.isNotServed(program, role)).toBe(led);
    expect(lookup.roleOf(program, role) === null).toBe(led);
  });
});

test('topics are told in the order in which they stand, and by their ids once the program has them no longer', () => {
  const [first, second] = program.topics;
  expect(lookup.topicLabels(program, [second?.id ?? '', 'gone', first?.id ?? ''])).toBe(
    `${second?.label}, gone, ${first?.label}`,
  );
});

describe('the documents of the form', () => {
  test.each([
    ['t-visa-rfe', true, true, undefined],
    ['t-visa-denial', true, true, undefined],
    ['t-visa-appeal', true, true, undefined],
    ['t-visa-initial-declaration', false, true, undefined],
    ['emp-worksheet', true, false, 'trafficking-analysis'],
    ['post-conviction-relief-statement', true, false, undefined],
    ['victims-compensation', true, false, undefined],
    ['other-document', true, 'ask', undefined],
  ])('%s: reviewed %p, T visa %p, becomes %s', (id, reviewed, tVisa, becomesKind) => {
    const { label: _, offerInstead, ...rest } = lookup.documentOf(program, id) ?? { label: '' };
    expect(rest).toEqual({ id, reviewed, tVisa, becomesKind });
    expect(offerInstead !== undefined).toBe(!reviewed);
  });

  test('an unknown id finds nothing', () => {
    expect(lookup.documentOf(program, 'passport')).toBeNull();
    expect(lookup.courseOf(program, 't-visas-part-2')).toBeNull();
    expect(lookup.kindOf(program, 'phone-call')).toBeNull();
  });
});

test('closures of the file count from always, those of staff from when they were entered', () => {
  const entered = {
    date: '2027-05-03',
    name: 'Move',
    enteredAt: '2027-04-01T16:00:00.000Z',
    removedAt: null,
  };
  const calendar = calendarOf({ ...program, closures: [{ date: '2027-05-04', name: 'Retreat' }] }, [entered]);
  expect(calendar).toEqual({
    zone: 'America/Los_Angeles',
    officeHours: { opens: '09:00', closes: '17:00' },
    federalHolidays: true,
    holidays: [],
    closures: [
      { date: '2027-05-04', name: 'Retreat', enteredAt: '1970-01-01T00:00:00.000Z', removedAt: null },
      entered,
    ],
  });
});

test('the state list has the 50 states, DC and five territories, each once', () => {
  expect(STATES).toHaveLength(56);
  expect(new Set(STATES.map(({ code }) => code)).size).toBe(56);
});
