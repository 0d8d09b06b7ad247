import type { QuestionAbout } from '../../../../../domain/calls/question-policy.js';
import type { QuestionStatus } from '../../../../../domain/calls/question-statuses.js';
import { count } from '../count.js';

/** Words of the selection board and the agenda. */

export const questionsText = {
  title: 'Selection board',
  empty: 'Nobody has asked a question for this call yet.',
  order: 'In the order in which places are given.',
  worksheetFirst: 'Questions with a completed EMP worksheet come first, then first come, first served.',
  firstCome: 'First come, first served.',
  places: (chosen: number, max: number) => `${chosen} of ${max} places taken.`,
  left: (time: string) => `Time left until free places are filled automatically: ${time}.`,
  until: (at: string) => `You can choose until ${at}.`,
  over: 'The time to choose is over; the selection stands.',
  notYet: 'Questions are not open yet.',
  cancelled: 'The call is cancelled; its questions were handed over.',
  legend: (max: number) => `Choose at most ${max} questions`,
  save: 'Save the selection',
  saved: 'The selection is saved. You can change it until the time to choose is over; askers are told then.',
  tooMany: (max: number) => `Choose at most ${max} questions. Take the check marks off some.`,
  showText: 'Show what was asked',
  hideText: 'Hide what was asked',
  logged: 'Opening the questions is logged.',
  asked: (at: string) => `asked ${at}`,
  marks: {
    worksheet: 'EMP worksheet',
    attached: 'Worksheet attached',
    prerequisite: 'Prerequisite passed',
    noPrerequisite: 'Prerequisite not passed',
    legal: 'Needs legal analysis',
    moveAsked: 'Asked to move: not for this call',
    moveDeclined: 'Declined to move: not for this call',
  },
  selected: 'Selected',
  open: (n: number) => `Question ${n}: read, correct or move`,
  noOrganization: 'no organization named',
  gone: 'No longer on this call',
  agendaTitle: 'Agenda',
  agendaIntro: 'Without names and organizations. Leave this paper with nobody.',
  agendaEmpty: 'No question is selected yet.',
  hidden: '[left out]',
  agendaHidden: 'Details that may identify a person are left out here. Read them on the question’s own page.',
  print: 'Print this page from your browser.',
  minutesEach: (n: number) => `About ${count(n, 'minute')} for each.`,
};

export const questionAboutLabels: Record<QuestionAbout, string> = {
  'trafficking-analysis': 'Trafficking analysis',
  'general-legal': 'General legal',
  'non-legal': 'Not legal',
};

export const questionStatuses: Record<QuestionStatus, string> = {
  asked: 'Asked',
  selected: 'Selected',
  'not-selected': 'Not selected',
  withdrawn: 'Withdrawn',
  moved: 'Moved to another call',
  converted: 'Made into a request',
};

export function timeLeftWords(left: { days: number; hours: number; minutes: number }): string {
  const parts = [
    left.days ? count(left.days, 'day') : '',
    left.hours ? count(left.hours, 'hour') : '',
    left.minutes ? count(left.minutes, 'minute') : '',
  ].filter(Boolean);
  return parts.slice(0, 2).join(', ') || 'less than a minute';
}
