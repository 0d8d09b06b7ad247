import type { RequestHandler } from 'express';
import { topicLabel } from '../../../../domain/program/lookup.js';
import type { Cell } from '../../../../domain/reports/breakdown.js';
import {
  type AfterAnswerNumbers,
  afterAnswerNumbers,
} from '../../../../usecases/requests/after-answer-numbers.js';
import { deskNumbers } from '../../../../usecases/requests/desk-numbers.js';
import { loadByPerson } from '../../../../usecases/requests/load-by-person.js';
import { received, UNSAID } from '../../../../usecases/requests/received-by.js';
import { PERIOD_DAYS, readServiceLevels } from '../../../../usecases/service-levels/read-service-levels.js';
import type { ServiceLevelsView } from '../../../../usecases/service-levels/service-levels.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { queueHref, readQueueQuery } from '../queue/queue-query.js';
import { staffUser } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';

/** `/staff/numbers`: backlog, who holds what, medians and the promise, on one page. */
export function numbersPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const { desk, queue } = texts.staff;
    const text = desk.numbers;
    const me = staffUser(req.actor);
    const { program } = services.programs.current();
    const [numbers, levels, people, arrived, after] = await Promise.all([
      deskNumbers(services, me).then(unwrap),
      readServiceLevels(services),
      loadByPerson(services, me).then(unwrap),
      received(services, me, PERIOD_DAYS).then(unwrap),
      afterAnswerNumbers(services, me, PERIOD_DAYS).then(unwrap),
    ]);
    const tile = (label: string, value: string | null) =>
      value === null
        ? { label, value: arrived.anyAnswered ? text.notShownWhy : text.noAnswers, words: true }
        : { label, value, words: false };
    const { query } = readQueueQuery({ tab: 'all' });
    renderStaff(res, 'numbers/numbers.njk', {
      section: 'numbers',
      title: text.title,
      text,
      now: services.clock.now(),
      headline: [
        { label: text.open, value: numbers.open, words: false },
        { label: text.overdue, value: numbers.overdue, words: false },
        { label: text.receivedThisMonth, value: arrived.thisMonth, words: false },
        tile(text.share, known(levels.shareWithinPromise, text.percent)),
        tile(text.median, known(levels.medianBusinessDays, texts.number)),
      ],
      overdueMeans: text.overdueMeans,
      breakdowns: [
        {
          id: 'by-state',
          title: text.byState,
          column: text.state,
          empty: text.noRequests,
          rows: arrived.byState.map((cell) =>
            cellRow(texts, cell, (id) => (id === UNSAID ? text.noState : id)),
          ),
        },
        {
          id: 'by-topic',
          title: text.byTopic,
          column: text.topic,
          empty: text.noRequests,
          rows: arrived.byTopic.map((cell) =>
            cellRow(texts, cell, (id) => (id === UNSAID ? text.noTopic : topicLabel(program, id))),
          ),
        },
      ],
      receivedIntro: text.receivedIntro(levels.periodDays),
      figures: [
        { label: text.escalated, value: numbers.escalated },
        { label: text.week, value: numbers.week },
        { label: text.waiting, value: numbers.waiting },
        { label: text.unassigned, value: numbers.unassigned },
      ],
      promise: promiseRows(texts, levels),
      afterAnswer: afterAnswerRows(texts, after),
      afterIntro: text.afterIntro(levels.periodDays),
      intro: text.intro(levels.periodDays, levels.promiseBusinessDays),
      people: people.map((row) => ({
        ...row,
        name: row.name ?? queue.nobody,
        href: row.email
          ? queueHref(staffPaths.queue, { ...query, assignee: row.email })
          : queueHref(staffPaths.queue, { ...query, tab: 'unassigned' }),
      })),
    });
  };
}

/** Null stays null: a number that is not shown. */
const known = (value: number | null, inWords: (value: number) => string) =>
  value === null ? null : inWords(value);

function cellRow(
  { number, staff: { desk } }: Texts,
  { key, count }: Cell,
  label: (id: string) => string,
): { label: string; value: string } {
  const { numbers: text } = desk;
  return {
    label: key === null ? text.smallGroups : label(key),
    value: known(count, number) ?? text.fewTogether,
  };
}

/** How it was, as requesters say, and their follow-up questions. */
function afterAnswerRows({ number, staff: { desk } }: Texts, { feedback, followUps }: AfterAnswerNumbers) {
  const { afterAnswer: text } = desk.numbers;
  return [
    { label: text.yes, value: number(feedback.yes) },
    { label: text.partly, value: number(feedback.partly) },
    { label: text.no, value: number(feedback.no) },
    { label: text.followUps, value: text.inTime(number(followUps.inTime), number(followUps.answered)) },
  ];
}

/** All answers beside the urgent ones; of fewer than five only that is said. */
function promiseRows(
  { number, staff: { desk } }: Texts,
  levels: ServiceLevelsView,
): { label: string; all: string; urgent: string }[] {
  const { numbers: text } = desk;
  const row = (label: string, instead: string, said: (of: Figures) => string | null) => ({
    label,
    all: said(levels) ?? instead,
    urgent: said(levels.urgent) ?? instead,
  });
  return [
    row(text.answered, text.fewAnswers, (of) => known(of.answered, number)),
    row(text.median, text.notShown, (of) => known(of.medianBusinessDays, number)),
    row(text.share, text.notShown, (of) => known(of.shareWithinPromise, text.percent)),
  ];
}

type Figures = ServiceLevelsView['urgent'];
