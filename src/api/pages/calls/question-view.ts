import type { Request } from 'express';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import type { Standing } from '../kit/form-page.js';
import type { Asking } from './asking.js';
import { helpedOn, mayWrite } from './help-on.js';
import { askingSteps } from './series-words.js';

/** What stands around the form of a question: which call, until when, what may be asked and how, what helps. */
export async function askView(deps: AppDeps, asking: Asking, standing: Standing, req: Request) {
  const { calls, dates } = req.texts;
  const text = calls.aboutCall.ask;
  const { program } = deps.services.programs.current();
  const { call, series, rule, edit, registered } = asking;
  return {
    template: 'pages/calls/ask.njk',
    section: 'calls',
    title: edit ? text.editTitle : text.title,
    words: text,
    backLink: edit ? paths.myCalls : paths.call(call.id),
    callTitle: `${call.title}: ${rule.label}`,
    startsAt: dates.pair(call.startsAt, program.zone),
    until: text.until(dates.pair(call.questionsCloseAt, program.zone)),
    next: await helpedOn(deps, asking, standing, req),
    instead: mayWrite(asking, standing) ? text.instead : null,
    allowed: rule.questionsAbout.map((about) => text.allowed[about]),
    steps: askingSteps(req.texts, series, rule, program),
    worksheetsHref: asking.worksheets?.own.length === 0 ? paths.myWorksheets : null,
    registerHref: registered || edit ? null : paths.callRegister(series.id),
  };
}
