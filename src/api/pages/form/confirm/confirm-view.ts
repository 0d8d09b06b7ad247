import { intake } from '../../../../domain/requests/intake.js';
import type { Problem } from '../../../../domain/result.js';
import { viewOf } from '../../../../usecases/requests/request-view.js';
import { openSubmission, type UnconfirmedRow } from '../../../../usecases/requests/unconfirmed-submission.js';
import type { AppDeps } from '../../../app-deps.js';
import { paths } from '../../../paths.js';
import { say } from '../../../text/say.js';
import type { Texts } from '../../../text/texts.js';
import { erasedOn } from '../../parts/form-days.js';
import { calendarOfToday, nowOf } from '../../parts/page-deps.js';
import { nextSentence } from '../../requester/next-sentence.js';
import { checkSections } from '../check-view.js';
import { draftOf } from '../to-submission.js';

/** A form as it would be sent, and why it can't be, if so. `own`: it was filled in where it is looked at. */
export function formView(
  deps: AppDeps,
  row: UnconfirmedRow,
  { texts, own, refused }: { texts: Texts; own: boolean; refused: Problem | null },
) {
  const { services } = deps;
  const { program } = services.programs.current();
  const submission = openSubmission(services, row);
  const taken = intake(submission, program, []);
  const supervisor = taken.ok && taken.value.supervisorNeeded ? submission.supervisor : null;
  const problem = refused ?? (taken.ok ? null : taken.problem);
  const text = texts.requester.confirmation.confirm;
  const day = erasedOn(deps, texts, row);
  return {
    lead: text.lead[own ? 'own' : 'mailed'](
      row.email,
      texts.dates.dateTime(row.sentAt.toISOString(), program.zone),
    ),
    copied: supervisor ? text.copied(supervisor.name, supervisor.email) : null,
    sections: checkSections(texts, draftOf(submission), program, { change: false }),
    erased: text.erased(day),
    refused: problem && { detail: say(texts, problem), kept: text.kept(day) },
  };
}

/** It waits, and nothing stands against it by what it holds; of one that was confirmed nothing is left to look at. */
export function mayBeConfirmed({ services }: Pick<AppDeps, 'services'>, row: UnconfirmedRow): boolean {
  return (
    !row.confirmedAt && intake(openSubmission(services, row), services.programs.current().program, []).ok
  );
}

/** What somebody who is not signed in here may know of the request their form became. */
export async function confirmedView(deps: AppDeps, texts: Texts, row: UnconfirmedRow) {
  const { services } = deps;
  const { program } = services.programs.current();
  const view = await viewOf(services, { kind: 'public' }, row.id);
  const context = {
    texts,
    program,
    calendar: await calendarOfToday(deps),
    now: nowOf(deps),
    waitingSince: null,
    own: true,
  };
  return {
    reference: view.reference,
    next: nextSentence(view, context),
    email: row.email,
    target: paths.myRequest(view.id),
  };
}
