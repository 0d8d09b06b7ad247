import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseProgram } from '../../../src/adapters/program/parse-program.js';

const good = readFileSync('program/program.yaml', 'utf8');

interface Broken {
  name: string;
  /** What the editor changed: this text of the good program … */
  change: string;
  /** … became this. */
  into: string;
  /** Words by which the line that must be named is found in the changed file. */
  at: string;
  column?: number;
  path: string;
  says: string;
}

const broken: Broken[] = [
  // One setting
  {
    name: 'a number written out',
    change: 'promiseBusinessDays: 15',
    into: 'promiseBusinessDays: fifteen',
    at: 'promiseBusinessDays:',
    column: 3,
    path: 'clock.promiseBusinessDays',
    says: 'must be a number (it says "fifteen")',
  },
  {
    name: 'a number in quotes',
    change: 'promiseBusinessDays: 15',
    into: "promiseBusinessDays: '15'",
    at: 'promiseBusinessDays:',
    path: 'clock.promiseBusinessDays',
    says: 'write 15 without quotes',
  },
  {
    name: 'half a day',
    change: 'promiseBusinessDays: 15',
    into: 'promiseBusinessDays: 14.5',
    at: 'promiseBusinessDays:',
    path: 'clock.promiseBusinessDays',
    says: 'must be a whole number of business days from 1 to 260 (it says 14.5)',
  },
  {
    name: 'a promise of no days',
    change: 'promiseBusinessDays: 15',
    into: 'promiseBusinessDays: 0',
    at: 'promiseBusinessDays:',
    path: 'clock.promiseBusinessDays',
    says: 'from 1 to 260 (it says 0)',
  },
  {
    name: 'a setting with nothing after the colon',
    change: 'promiseBusinessDays: 15',
    into: 'promiseBusinessDays:',
    at: 'promiseBusinessDays:',
    path: 'clock.promiseBusinessDays',
    says: 'has no value: write a number',
  },
  {
    name: 'a setting left out',
    change: "  remindersAt: '09:00'\n",
    into: '',
    at: 'clock:',
    column: 1,
    path: 'clock.remindersAt',
    says: 'is missing: add it, as text',
  },
  {
    name: 'a misspelled heading',
    change: 'mail:\n',
    into: 'mial:\n',
    at: 'mial:',
    column: 1,
    path: 'mial',
    says: 'did you mean mail?',
  },
  {
    name: 'a misspelled setting',
    change: 'lapseDays: 60',
    into: 'lapsDays: 60',
    at: 'lapsDays:',
    column: 3,
    path: 'prerequisites.lapsDays',
    says: 'is not a setting: did you mean lapseDays?',
  },
  {
    name: 'a setting spelled with underscores in a list entry',
    change: 'needsSupervisor: false, maySupervise: true, call: legal-working-group, licensed: true }',
    into: 'needsSupervisor: false, may_supervise: true, call: legal-working-group, licensed: true }',
    at: 'may_supervise',
    path: 'roles[0].may_supervise',
    says: 'did you mean maySupervise?',
  },
  {
    name: 'a misspelled setting of a recurrence',
    change: '{ every: week, weekday: wednesday }',
    into: '{ every: week, weekdy: wednesday }',
    at: 'weekdy',
    path: 'callSeries[0].recurrence.weekdy',
    says: 'did you mean weekday?',
  },
  {
    name: 'a setting nobody knows',
    change: 'responseReview: required\n',
    into: 'responseReview: required\ncoffeeBreak: true\n',
    at: 'coffeeBreak',
    path: 'coffeeBreak',
    says: 'is not a setting: remove it, or use one of organization',
  },
  {
    name: 'a text with a comma and no quotes inside braces',
    change: 'label: Another document,',
    into: 'label: Another document, of any kind,',
    at: 'of any kind',
    path: 'documents[7].of any kind',
    says: 'needs quotes around it',
  },
  {
    name: 'a time without its zero',
    change: "opens: '09:00'",
    into: 'opens: 9:00',
    at: 'opens:',
    path: 'officeHours.opens',
    says: 'must be a time of day as HH:mm on the 24-hour clock, like 09:00 (it says "9:00")',
  },
  {
    name: 'a time that is a number',
    change: "closes: '17:00'",
    into: 'closes: 17',
    at: 'closes: 17',
    path: 'officeHours.closes',
    says: "put it in quotes, like '17'",
  },
  {
    name: 'a time that no clock shows',
    change: "startsAt: '12:00'",
    into: "startsAt: '24:30'",
    at: '24:30',
    path: 'callSeries[0].startsAt',
    says: 'must be a time of day',
  },
  {
    name: 'a zone given as an abbreviation',
    change: 'zone: America/Los_Angeles',
    into: 'zone: PST',
    at: 'zone: PST',
    path: 'zone',
    says: 'must be a time zone of the IANA list, like America/Los_Angeles (it says "PST")',
  },
  {
    name: 'a zone that does not exist',
    change: 'zone: America/Los_Angeles',
    into: 'zone: America/Los_Angles',
    at: 'zone: America',
    path: 'zone',
    says: 'must be a time zone of the IANA list',
  },
  {
    name: 'a holiday on a day that does not exist',
    change: 'extra: []',
    into: 'extra:\n    - { date: 2027-02-30, name: Nobody }',
    at: '2027-02-30',
    path: 'holidays.extra[0].date',
    says: 'must be a date that exists, as yyyy-mm-dd (it says "2027-02-30")',
  },
  {
    name: 'a date the American way',
    change: 'firstDate: 2025-02-05',
    into: 'firstDate: 2/5/2025',
    at: '2/5/2025',
    path: 'callSeries[0].firstDate',
    says: 'yyyy-mm-dd',
  },
  {
    name: 'an address that is none',
    change: 'email: ta-desk@example.org',
    into: 'email: ta-desk at example.org',
    at: 'email:',
    path: 'organization.email',
    says: 'must be an e-mail address',
  },
  {
    name: 'a phone number in letters',
    change: 'hotline: 1-888-539-2373',
    into: 'hotline: 1-888-KEY-2-FREE',
    at: 'hotline:',
    path: 'organization.hotline',
    says: 'must be a phone number like 888-539-2373',
  },
  {
    name: 'a web address without encryption',
    change: 'title: Initial T Visa Declaration Rubric\n',
    into: 'title: Initial T Visa Declaration Rubric\n    url: http://example.org/rubric\n',
    at: 'url: http:',
    path: 'resources[0].url',
    says: 'begins with https://',
  },
  {
    name: 'a label without words',
    change: 'label: Immigration }',
    into: "label: ' ' }",
    at: 'id: immigration',
    path: 'topics[0].label',
    says: 'must not be empty',
  },
  {
    name: 'an id with capitals',
    change: 'id: criminal-re-entry,',
    into: 'id: Criminal Re-Entry,',
    at: 'Criminal Re-Entry',
    path: 'topics[1].id',
    says: 'must be an id: lower-case letters',
  },
  {
    name: 'a yes that is not true',
    change: 'fullTextInMail: false',
    into: 'fullTextInMail: no',
    at: 'fullTextInMail: no',
    path: 'mail.fullTextInMail',
    says: 'must be true or false (it says "no")',
  },
  {
    name: 'a language that mails have no words in',
    change: 'language: en',
    into: 'language: fr',
    at: 'language: fr',
    path: 'mail.language',
    says: 'must be en (it says "fr")',
  },
  {
    name: 'a choice misspelled',
    change: 'responseReview: required',
    into: 'responseReview: requierd',
    at: 'responseReview: requierd',
    path: 'responseReview',
    says: 'must be one of required, optional (it says "requierd"); did you mean required?',
  },
  {
    name: 'a group of people the desk cannot find',
    change: 'groups: [ovc-grantee,',
    into: 'groups: [ovw-grantee,',
    at: 'groups:',
    path: 'priority.groups[0]',
    says: 'did you mean ovc-grantee?',
  },
  {
    name: 'a recurrence the desk does not know',
    change: 'every: month',
    into: 'every: fortnight',
    at: 'fortnight',
    path: 'callSeries[1].recurrence.every',
    says: 'must be one of week, month (it says "fortnight")',
  },
  {
    name: 'a maybe where yes, no or ask is needed',
    change: 'tVisa: ask',
    into: 'tVisa: maybe',
    at: 'tVisa: maybe',
    path: 'documents[7].tVisa',
    says: 'must be true, false or ask (it says "maybe")',
  },
  {
    name: 'a list written as one word',
    change: 'topics: [program-support]\n',
    into: 'topics: program-support\n',
    at: 'topics: program-support',
    path: 'resources[11].topics',
    says: 'must be a list',
  },
  {
    name: 'a pass mark in percent',
    change: 'title: T Visas Part 1, kind: course, passMark: 0.7',
    into: 'title: T Visas Part 1, kind: course, passMark: 70',
    at: 'passMark: 70',
    path: 'courses[1].passMark',
    says: 'must be from 0 to 1, like 0.8 for 80 percent (it says 70)',
  },
  // Order and sense
  {
    name: 'reminders out of order',
    change: 'reminderDays: [3, 7, 14, 30]',
    into: 'reminderDays: [3, 14, 7, 30]',
    at: '[3, 14, 7, 30]',
    column: 25,
    path: 'prerequisites.reminderDays[2]',
    says: 'must be later than the 14 before it',
  },
  {
    name: 'warnings out of order',
    change: 'warnings: [10, 5, 3, 1]',
    into: 'warnings: [1, 3, 5, 10]',
    at: 'warnings:',
    path: 'clock.courtDeadline.warnings[1]',
    says: 'must be smaller than the 1 before it',
  },
  {
    name: 'no reminders at all',
    change: 'reminderDays: [3, 7, 14]\n',
    into: 'reminderDays: []\n',
    at: 'reminderDays: []',
    path: 'clock.information.reminderDays',
    says: 'must list at least one number of days',
  },
  {
    name: 'a lapse before the last reminder',
    change: 'lapseDays: 60',
    into: 'lapseDays: 30',
    at: 'lapseDays: 30\n\n',
    path: 'prerequisites.lapseDays',
    says: 'must be later than the last reminder (day 30)',
  },
  {
    name: 'calls planned too late for a day off to be told',
    change: 'planAheadDays: 63',
    into: 'planAheadDays: 20',
    at: 'planAheadDays: 20',
    path: 'callSeries[0].planAheadDays',
    says: 'must be 21 or more',
  },
  {
    name: 'an office that closes before it opens',
    change: "closes: '17:00'",
    into: "closes: '08:00'",
    at: "closes: '08:00'",
    path: 'officeHours.closes',
    says: 'must be later than opens',
  },
  {
    name: 'a reminder before the request is there',
    change: 'dueReminderBusinessDaysBefore: [5, 1]',
    into: 'dueReminderBusinessDaysBefore: [15, 1]',
    at: 'dueReminderBusinessDaysBefore:',
    path: 'clock.dueReminderBusinessDaysBefore[0]',
    says: 'must be less than the promise of 15 business days',
  },
  {
    name: 'a reminder to assign after the promise is over',
    change: 'unassignedReminderDay: 2',
    into: 'unassignedReminderDay: 15',
    at: 'unassignedReminderDay:',
    path: 'clock.unassignedReminderDay',
    says: 'must be earlier than the promise of 15 business days',
  },
  // Settings that contradict one another
  {
    name: 'a prerequisite that is no course',
    change: 'courses: [human-trafficking-defined, t-visas-part-1]',
    into: 'courses: [human-trafficking-defined, t-visas-part-2]',
    at: 'courses: [human',
    column: 40,
    path: 'prerequisites.courses[1]',
    says: 'no course has the id "t-visas-part-2": use one of human-trafficking-defined, t-visas-part-1',
  },
  {
    name: 'a document that becomes an unknown kind',
    change: 'becomesKind: trafficking-analysis',
    into: 'becomesKind: emp-analysis',
    at: 'becomesKind: emp-analysis',
    path: 'documents[4].becomesKind',
    says: 'no kind has the id "emp-analysis"',
  },
  {
    name: 'a workshop that is not on the list',
    change: 'workshop: t-visa-declaration-review-workshop\n',
    into: 'workshop: declaration-workshop\n',
    at: 'workshop: declaration-workshop',
    path: 'documents[3].offerInstead.workshop',
    says: 'no workshop has the id',
  },
  {
    name: 'a document that is refused with nothing offered',
    change: 'label: Victims compensation document, reviewed: true',
    into: 'label: Victims compensation document, reviewed: false',
    at: 'id: victims-compensation',
    path: 'documents[6].reviewed',
    says: 'is false, so offerInstead is needed',
  },
  {
    name: 'a role whose call does not exist',
    change: 'label: Case manager, needsSupervisor: false, maySupervise: false, call: social-services',
    into: 'label: Case manager, needsSupervisor: false, maySupervise: false, call: social-service',
    at: 'id: case-manager',
    path: 'roles[8].call',
    says: 'no call series has the id "social-service"',
  },
  {
    name: 'a role sent to a call that leaves it out',
    change: 'label: Law enforcement officer, needsSupervisor: false, maySupervise: false, call: null',
    into: 'label: Law enforcement officer, needsSupervisor: false, maySupervise: false, call: social-services',
    at: 'id: law-enforcement,',
    path: 'roles[9].call',
    says: 'whose audience leaves out law-enforcement',
  },
  {
    name: 'a supervisor who needs a supervisor',
    change: 'label: Paralegal, needsSupervisor: true, maySupervise: false',
    into: 'label: Paralegal, needsSupervisor: true, maySupervise: true',
    at: 'id: paralegal',
    path: 'roles[5].maySupervise',
    says: 'must be false for a role that needs a supervisor',
  },
  {
    name: 'the same id twice in one list',
    change: 'id: general-information',
    into: 'id: case-consultation',
    at: 'id: case-consultation\n    label: General',
    path: 'kinds[1].id',
    says: '"case-consultation" is used twice',
  },
  {
    name: 'a role both served and not served',
    change: 'id: member-of-public',
    into: 'id: attorney',
    at: 'I am a friend',
    path: 'notServedRoles[1].id',
    says: '"attorney" is used twice',
  },
  {
    name: 'a day that is both holiday and closure',
    change: '  extra: []',
    into: '  extra: [{ date: 2027-03-31, name: A }, { date: 2027-03-31, name: B }]',
    at: 'extra:',
    path: 'holidays.extra[1].date',
    says: '2027-03-31 is listed twice',
  },
  {
    name: 'a course without a pass mark',
    change: 'title: T Visas Part 1, kind: course, passMark: 0.7',
    into: 'title: T Visas Part 1, kind: course, passMark: null',
    at: 'title: T Visas Part 1',
    path: 'courses[1].passMark',
    says: 'is needed for a course',
  },
  {
    name: 'a first call on another weekday',
    change: 'firstDate: 2025-02-05',
    into: 'firstDate: 2025-02-06',
    at: 'firstDate: 2025-02-06',
    path: 'callSeries[0].firstDate',
    says: 'is a thursday, but these calls are held on a wednesday',
  },
  {
    name: 'a first call in the wrong week of its month',
    change: 'firstDate: 2016-03-24',
    into: 'firstDate: 2016-03-17',
    at: 'firstDate: 2016-03-17',
    path: 'callSeries[1].firstDate',
    says: 'is weekday number 3 of its month, but recurrence says 4',
  },
  {
    name: 'questions that close after the call began',
    change: "closes: { day: -1, time: '14:00' }",
    into: "closes: { day: 0, time: '14:00' }",
    at: "closes: { day: 0, time: '14:00' }",
    path: 'callSeries[0].questions.closes',
    says: 'must be before the call starts',
  },
  {
    name: 'a cut-off after the call',
    change: "closes: { day: -1, time: '14:00' }",
    into: "closes: { day: 1, time: '14:00' }",
    at: 'closes: { day: 1',
    path: 'callSeries[0].questions.closes.day',
    says: 'must be 0 (the day of the call) or a day before it',
  },
  {
    name: 'two topics for the first Wednesday',
    change: 'ordinals: [3]',
    into: 'ordinals: [3, 1]',
    at: 'ordinals: [3, 1]',
    path: 'callSeries[0].topics[1].ordinals[1]',
    says: 'weekday 1 of the month already has a topic',
  },
  {
    name: 'Wednesdays without a topic',
    change: 'ordinals: []',
    into: 'ordinals: [2, 4]',
    at: 'topics:\n      - topic: trafficking',
    path: 'callSeries[0].topics',
    says: 'leaves some calls without a topic',
  },
  // Not YAML
  {
    name: 'a setting that stands twice',
    change: 'zone: America/Los_Angeles\n',
    into: 'zone: America/Los_Angeles\nresponseReview: optional\n',
    at: 'responseReview: required',
    column: 1,
    path: '',
    says: '"responseReview" stands here a second time',
  },
  {
    name: 'a quote that never ends',
    change: "remindersAt: '09:00'",
    into: "remindersAt: '09:00",
    at: "remindersAt: '09:00",
    path: '',
    says: 'missing',
  },
  {
    name: 'a line indented with a tab',
    change: '  promiseBusinessDays: 15',
    into: '\tpromiseBusinessDays: 15',
    at: '\tpromiseBusinessDays',
    path: '',
    says: 'use spaces',
  },
  {
    name: 'a label that begins with an asterisk',
    change: 'label: Civil }',
    into: 'label: *civil }',
    at: '*civil',
    path: '',
    says: '"*civil" means nothing here: put it in quotes',
  },
];

describe('a broken program is refused at the line that must change', () => {
  test.each(broken)('$name', ({ change, into, at, column, path, says }) => {
    expect(good).toContain(change);
    const text = good.replace(change, () => into);
    const parsed = parseProgram(text);
    const problems = parsed.ok ? [] : parsed.problems;
    const line = text.slice(0, text.indexOf(at)).split('\n').length;
    expect(problems).toContainEqual({
      line,
      column: column ?? expect.any(Number),
      path,
      message: expect.stringContaining(says),
    });
  });

  test('a misspelled setting is one problem, not also a missing one', () => {
    const parsed = parseProgram(good.replace('lapseDays: 60', 'lapsDays: 60'));
    expect(parsed.ok ? [] : parsed.problems).toHaveLength(1);
  });

  test('several problems come in the order of their lines', () => {
    const text = good.replace("opens: '09:00'", 'opens: 9').replace('lapseDays: 60', 'lapseDays: 10000');
    const parsed = parseProgram(text);
    const found = parsed.ok ? [] : parsed.problems.map(({ path }) => path);
    expect(found).toEqual(['officeHours.opens', 'prerequisites.lapseDays']);
  });

  test.each([
    ['nothing', ''],
    ['comments only', '# later\n'],
    ['one word', 'program'],
    ['a list', '- organization\n'],
  ])('a file of %s is refused at its first line', (_, text) => {
    const parsed = parseProgram(text);
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      { line: 1, column: 1, path: '', message: expect.stringMatching(/empty|settings/) },
    ]);
  });

  test('spelling that differs for Windows changes nothing', () => {
    expect(parseProgram(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual(parseProgram(good));
  });
});
