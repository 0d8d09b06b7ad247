import { describe, expect, test } from '@jest/globals';
import { occurrenceOn } from '../../../src/domain/calls/occurrences.js';
import { type Question, questionSchema } from '../../../src/domain/calls/question.schema.js';
import { type QuestionFacts, refuseQuestion } from '../../../src/domain/calls/question-policy.js';
import { type Registration, registrationSchema } from '../../../src/domain/calls/registration.schema.js';
import { decideRegistration } from '../../../src/domain/calls/registration-policy.js';
import { pt } from '../time/office.js';
import { calendar, program, socialServices, workingGroup } from './program.js';

function registered(over: Partial<Record<keyof Registration, unknown>> = {}, series = workingGroup) {
  const registration = registrationSchema.parse({
    series: series.id,
    name: 'Ana Ruiz',
    email: 'ana@legalaid.example',
    role: 'attorney',
    licensedIn: ['CA'],
    employer: 'Legal Aid',
    ...over,
  });
  return decideRegistration({ registration, series, program });
}

describe('registrations', () => {
  test.each<[string, Parameters<typeof registered>[0], string[]]>([
    ['an attorney with everything', {}, []],
    [
      'an accredited representative needs no license',
      { role: 'doj-accredited-representative', licensedIn: [] },
      [],
    ],
    ['a paralegal', { role: 'paralegal', licensedIn: [] }, []],
    ['a legal assistant', { role: 'legal-assistant', licensedIn: [] }, []],
    ['a law student in a clinic', { role: 'law-student', licensedIn: [], email: 'cy@law.college.edu' }, []],
    ['a law graduate', { role: 'law-graduate', licensedIn: [] }, []],
    ['a legal intern', { role: 'legal-intern', licensedIn: [] }, []],
    ['a case manager', { role: 'case-manager', licensedIn: [] }, ['role-not-eligible']],
    ['a social worker', { role: 'social-service-provider', licensedIn: [] }, ['role-not-eligible']],
    ['an officer', { role: 'law-enforcement', licensedIn: [] }, ['role-not-eligible']],
    ['a program manager', { role: 'program-manager', licensedIn: [] }, ['role-not-eligible']],
    ['another professional', { role: 'other-professional', licensedIn: [] }, ['role-not-eligible']],
    ['a survivor', { role: 'survivor', licensedIn: [] }, ['role-not-eligible']],
    ['a role nobody has', { role: 'volunteer', licensedIn: [] }, ['role-not-eligible']],
    ['a personal address', { email: 'ana@gmail.com' }, ['personal-email']],
    ['a personal address in capitals', { email: 'Ana@GMAIL.com' }, ['personal-email']],
    ['a personal address of another country', { email: 'ana@yahoo.com.mx' }, ['personal-email']],
    ['a provider of household internet', { email: 'ana@comcast.net' }, ['personal-email']],
    ['an address that only looks like one', { email: 'ana@notgmail.com' }, []],
    ['an attorney without a state of licensure', { licensedIn: [] }, ['licensure-missing']],
    ['an attorney who leaves it out', { licensedIn: undefined }, ['licensure-missing']],
    ['no employer', { employer: '' }, ['employer-missing']],
    ['an employer of blanks', { employer: '   ' }, ['employer-missing']],
    ['no employer at all', { employer: undefined }, ['employer-missing']],
    ['an employer of null', { employer: null }, ['employer-missing']],
    ['an employer of a dash', { employer: '—' }, ['employer-missing']],
    ['an employer not said', { employer: 'N/A' }, ['employer-missing']],
    ['nobody’s employee, and saying so', { employer: 'Self-employed' }, []],
    ['active practice attested', { activelyPracticing: true }, []],
    ['active practice not said', { activelyPracticing: null }, []],
    ['not in practice at present', { activelyPracticing: false }, ['not-actively-practicing']],
    [
      'everything wrong at once, in the order of the list',
      { role: 'attorney', email: 'a@aol.com', licensedIn: [], employer: '' },
      ['personal-email', 'licensure-missing', 'employer-missing'],
    ],
    [
      'somebody else with a personal address and no employer',
      { role: 'case-manager', email: 'a@icloud.com', licensedIn: [], employer: '' },
      ['role-not-eligible', 'personal-email', 'employer-missing'],
    ],
  ])('%s', (_name, over, reasons) => {
    expect(registered(over)).toEqual({ status: reasons.length === 0 ? 'approved' : 'pending', reasons });
  });

  test.each<[string, Parameters<typeof registered>[0], string[]]>([
    ['a case manager', { role: 'case-manager', licensedIn: [] }, []],
    ['a social service provider', { role: 'social-service-provider', licensedIn: [] }, []],
    ['an attorney', {}, ['role-not-eligible']],
    ['a personal address', { role: 'case-manager', email: 'a@proton.me' }, ['personal-email']],
    ['no employer', { role: 'case-manager', employer: '' }, ['employer-missing']],
  ])('social services: %s', (_name, over, reasons) => {
    expect(registered(over, socialServices).reasons).toEqual(reasons);
  });
});

const FIRST = '2026-12-02';
const GENERAL = '2026-12-09';
const THIRD = '2026-12-16';
const FIFTH = '2026-12-30';
const SOCIAL = '2026-11-26';

type Asked = Partial<Pick<QuestionFacts, 'role' | 'needsLegalAnalysis' | 'questionAbout' | 'passedCourses'>> &
  Partial<Pick<QuestionFacts, 'alreadyARequest' | 'personHasQuestion' | 'organizationHasQuestion'>> & {
    at?: string;
    status?: QuestionFacts['call']['status'];
  };

function ask(date: string, { at, status = 'open', ...over }: Asked): string | null {
  const series = date === SOCIAL ? socialServices : workingGroup;
  const call = occurrenceOn({ series, calendar, date });
  return (
    refuseQuestion({
      call: { ...call, status },
      at: at ? pt(at) : call.windowOpensAt,
      series,
      program,
      role: date === SOCIAL ? 'case-manager' : 'attorney',
      needsLegalAnalysis: false,
      passedCourses: [],
      alreadyARequest: false,
      personHasQuestion: false,
      organizationHasQuestion: false,
      ...over,
    })?.code ?? null
  );
}

const PASSED = ['human-trafficking-defined'];

describe('questions', () => {
  test.each<[string, string, Asked, string | null]>([
    // When
    ['as the window opens', GENERAL, { at: '2026-12-02 13:00' }, null],
    [
      'a second before the window opens',
      GENERAL,
      { at: '2026-12-02 12:59:59', status: 'planned' },
      'not-this-week',
    ],
    ['for the week after next', THIRD, { at: '2026-12-03 10:00', status: 'planned' }, 'not-this-week'],
    ['a second before the cut-off', GENERAL, { at: '2026-12-08 13:59:59' }, null],
    ['at the cut-off itself', GENERAL, { at: '2026-12-08 14:00:00' }, 'questions-closed'],
    [
      'after the cut-off',
      GENERAL,
      { at: '2026-12-08 16:00', status: 'questions-closed' },
      'questions-closed',
    ],
    [
      'once the selection stands',
      GENERAL,
      { at: '2026-12-08 18:00', status: 'confirmed' },
      'questions-closed',
    ],
    ['after the call', GENERAL, { at: '2026-12-09 14:00', status: 'held' }, 'questions-closed'],
    ['long after the call', GENERAL, { at: '2027-02-09 14:00', status: 'completed' }, 'questions-closed'],
    ['for a cancelled call', GENERAL, { status: 'cancelled' }, 'call-cancelled'],
    [
      'cancelled comes before closed',
      GENERAL,
      { at: '2026-12-09 14:00', status: 'cancelled' },
      'call-cancelled',
    ],
    [
      'the engine is late to open: the time decides',
      GENERAL,
      { at: '2026-12-02 13:00:01', status: 'planned' },
      null,
    ],
    [
      'the window of a call after a holiday opens all the same',
      '2026-11-18',
      { at: '2026-11-11 13:00' },
      null,
    ],
    [
      'closed comes before not eligible',
      GENERAL,
      { at: '2026-12-08 14:00', role: 'case-manager' },
      'questions-closed',
    ],
    [
      'not this week comes before not eligible',
      GENERAL,
      { at: '2026-12-01 14:00', role: 'case-manager' },
      'not-this-week',
    ],
    // Who
    ['a case manager asks the Legal Working Group', GENERAL, { role: 'case-manager' }, 'not-eligible'],
    ['an officer asks', GENERAL, { role: 'law-enforcement' }, 'not-eligible'],
    ['a survivor asks', GENERAL, { role: 'survivor' }, 'not-eligible'],
    [
      'not eligible comes before the topic',
      THIRD,
      { role: 'case-manager', needsLegalAnalysis: true },
      'not-eligible',
    ],
    [
      'an accredited representative asks',
      GENERAL,
      { role: 'doj-accredited-representative', needsLegalAnalysis: true },
      null,
    ],
    ['a case manager asks the social services call', SOCIAL, {}, null],
    ['an attorney asks the social services call', SOCIAL, { role: 'attorney' }, 'not-eligible'],
    // Supervised roles
    ['a paralegal asks what needs no analysis', GENERAL, { role: 'paralegal' }, null],
    [
      'a paralegal asks for analysis',
      GENERAL,
      { role: 'paralegal', needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a law student asks for analysis',
      GENERAL,
      { role: 'law-student', needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a law graduate asks for analysis',
      FIFTH,
      { role: 'law-graduate', needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a legal intern asks for analysis',
      GENERAL,
      { role: 'legal-intern', needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a legal assistant asks for analysis',
      GENERAL,
      { role: 'legal-assistant', needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'every first-Wednesday question is analysis',
      FIRST,
      { role: 'paralegal', passedCourses: PASSED },
      'supervised-analysis',
    ],
    [
      'supervised comes before the topic',
      THIRD,
      { role: 'paralegal', needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    ['supervised comes before the prerequisite', FIRST, { role: 'law-student' }, 'supervised-analysis'],
    [
      'a paralegal asks about trafficking analysis on another call',
      GENERAL,
      { role: 'paralegal', questionAbout: 'trafficking-analysis' },
      'supervised-analysis',
    ],
    ['a paralegal asks about client interaction', THIRD, { role: 'paralegal' }, null],
    // What
    [
      'trafficking analysis on the first Wednesday',
      FIRST,
      { passedCourses: PASSED, needsLegalAnalysis: true },
      null,
    ],
    [
      'trafficking analysis on another Wednesday',
      GENERAL,
      { questionAbout: 'trafficking-analysis' },
      'analysis-on-first-wednesday',
    ],
    [
      'trafficking analysis on a fifth Wednesday',
      FIFTH,
      { questionAbout: 'trafficking-analysis' },
      'analysis-on-first-wednesday',
    ],
    [
      'trafficking analysis on the third Wednesday',
      THIRD,
      { questionAbout: 'trafficking-analysis' },
      'analysis-on-first-wednesday',
    ],
    [
      'a general question on the first Wednesday',
      FIRST,
      { questionAbout: 'general-legal', passedCourses: PASSED },
      'legal-topic-not-allowed',
    ],
    [
      'a non-legal question on the first Wednesday',
      FIRST,
      { questionAbout: 'non-legal', passedCourses: PASSED },
      'legal-topic-not-allowed',
    ],
    [
      'a legal question on the third Wednesday',
      THIRD,
      { questionAbout: 'general-legal' },
      'legal-topic-not-allowed',
    ],
    [
      'a question that needs analysis on the third Wednesday',
      THIRD,
      { needsLegalAnalysis: true },
      'legal-topic-not-allowed',
    ],
    [
      'called non-legal, but it needs analysis',
      THIRD,
      { questionAbout: 'non-legal', needsLegalAnalysis: true },
      'legal-topic-not-allowed',
    ],
    ['a non-legal question on the third Wednesday', THIRD, { questionAbout: 'non-legal' }, null],
    ['a non-legal question on a general call', GENERAL, { questionAbout: 'non-legal' }, null],
    [
      'a legal question on a fifth Wednesday',
      FIFTH,
      { questionAbout: 'general-legal', needsLegalAnalysis: true },
      null,
    ],
    [
      'trafficking analysis on the social services call, which has no first Wednesday',
      SOCIAL,
      { questionAbout: 'trafficking-analysis' },
      'legal-topic-not-allowed',
    ],
    // Prerequisites
    ['first Wednesday without a course', FIRST, {}, 'prerequisite-missing'],
    [
      'first Wednesday with another course',
      FIRST,
      { passedCourses: ['t-visas-part-1'] },
      'prerequisite-missing',
    ],
    ['first Wednesday with Human Trafficking Defined', FIRST, { passedCourses: PASSED }, null],
    [
      'first Wednesday with an EMP Analysis Workshop',
      FIRST,
      { passedCourses: ['emp-analysis-workshop'] },
      null,
    ],
    ['other Wednesdays need no course', GENERAL, { needsLegalAnalysis: true }, null],
    // Again
    ['the same is open as a request', GENERAL, { alreadyARequest: true }, 'already-a-request'],
    [
      'a second question of a person',
      GENERAL,
      { personHasQuestion: true, organizationHasQuestion: true },
      'one-question-per-person',
    ],
    [
      'a second question of an organization',
      GENERAL,
      { organizationHasQuestion: true },
      'one-question-per-organization',
    ],
    [
      'a request comes before one per person',
      GENERAL,
      { alreadyARequest: true, personHasQuestion: true },
      'already-a-request',
    ],
    ['the prerequisite comes before a request', FIRST, { alreadyARequest: true }, 'prerequisite-missing'],
    [
      'the topic comes before one per person',
      THIRD,
      { needsLegalAnalysis: true, personHasQuestion: true },
      'legal-topic-not-allowed',
    ],
    [
      'one per person on the social services call',
      SOCIAL,
      { personHasQuestion: true },
      'one-question-per-person',
    ],
  ])('%s', (_name, date, asked, code) => {
    expect(ask(date, asked)).toBe(code);
  });

  test('the refusal names the courses by their titles', () => {
    const call = {
      ...occurrenceOn({ series: workingGroup, calendar, date: FIRST }),
      status: 'open' as const,
    };
    const refused = refuseQuestion({
      call,
      at: call.windowOpensAt,
      series: workingGroup,
      program,
      role: 'attorney',
      needsLegalAnalysis: true,
      passedCourses: [],
      alreadyARequest: false,
      personHasQuestion: false,
      organizationHasQuestion: false,
    });
    const courses = ['human-trafficking-defined', 'emp-analysis-workshop'].map(
      (id) => program.courses.find((course) => course.id === id)?.title,
    );
    expect(refused).toEqual({
      code: 'prerequisite-missing',
      reason: 'prerequisite-missing',
      params: { courses },
    });
  });
});

describe('what may be sent', () => {
  const body = {
    asker: { name: 'Ana Ruiz', email: 'Ana@LegalAid.example', role: 'attorney', organization: 'Legal Aid' },
    question: 'Which evidence of recruitment helps?',
    needsLegalAnalysis: true,
    empWorksheetCompleted: false,
    convertIfUnselected: true,
  };

  test('a whole question', () => {
    const question: Question = questionSchema.parse(body);
    expect(question.asker.email).toBe('ana@legalaid.example');
    expect([question.questionAbout, question.supervisor]).toEqual([undefined, undefined]);
  });

  test.each<[string, object, string]>([
    ['an empty question', { question: ' ' }, '/question'],
    ['no asker', { asker: undefined }, '/asker'],
    ['an asker without an address', { asker: { ...body.asker, email: 'ana' } }, '/asker/email'],
    ['an unknown kind of question', { questionAbout: 'taxes' }, '/questionAbout'],
    ['a field nobody asked for', { clientName: 'R.' }, ''],
  ])('%s is refused', (_name, over, pointer) => {
    const parsed = questionSchema.safeParse({ ...body, ...over });
    expect(
      parsed.error?.issues.map((issue) => issue.path.map((step) => `/${String(step)}`).join('')),
    ).toEqual([pointer]);
  });

  test('an organization and a supervisor may be left out', () => {
    const asker = { ...body.asker, organization: '' };
    expect(questionSchema.parse({ ...body, asker, supervisor: null }).asker.organization).toBeUndefined();
    const { organization: _, ...without } = body.asker;
    expect(questionSchema.parse({ ...body, asker: without }).asker.organization).toBeUndefined();
  });
});
