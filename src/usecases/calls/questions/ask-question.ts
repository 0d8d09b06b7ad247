import { randomUUID } from 'node:crypto';
import type { Question } from '../../../domain/calls/question.schema.js';
import { questionAboutOf, refuseQuestion } from '../../../domain/calls/question-policy.js';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import { LIMITS } from '../../../domain/limits.js';
import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { isNoOrganization } from '../../../domain/people/organization-name.js';
import { may } from '../../../domain/people/permissions.js';
import type { CallTopic } from '../../../domain/program/call-series.schema.js';
import { ok, type Result, refuse, refuseFor } from '../../../domain/result.js';
import type { Transaction } from '../../../ports/database.js';
import type { Services } from '../../../ports/services.js';
import { refusedTo } from '../../conduct/active-refusal.js';
import { makeDataKey, withKey } from '../../data-keys.js';
import { tooOften } from '../../limits/too-often.js';
import { findOrCreatePerson, mayWriteProfile, rememberName } from '../../people/find-or-create-person.js';
import { ownsAddress } from '../../people/owns-address.js';
import type { Recording } from '../../recording.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import { questionFingerprint } from '../asked-before.js';
import { type CallRow, lockCall } from '../call-row.js';
import { findCall } from '../find-call.js';
import { seriesRule } from '../load-series.js';
import { organizationOfAsker } from '../organization-of-asker.js';
import { sealQuestion } from '../question-text.js';
import type { QuestionRow } from '../questions.js';
import { queueCallMail } from '../queue-call-mail.js';
import { recheckRegistrations } from '../recheck-registrations.js';
import { onePlace } from './one-place.js';
import { questionFacts } from './question-facts.js';
import { questionView } from './question-view.js';
import type { QuestionView } from './question-view.schema.js';
import { putWorksheet } from './question-worksheet.js';

/**
 * Takes a question for a call: from a signed-in person for themself, or from staff or a key for somebody. The
 * call stays locked meanwhile, so the cut-off comes before or after it. A refusal leaves nothing behind. The same
 * `id` is the same question.
 */
export async function askQuestion(
  services: Services,
  actor: Actor,
  callId: string,
  question: Question,
  { id = randomUUID(), worksheet = null }: { id?: string; worksheet?: Buffer | null } = {},
): Promise<Result<QuestionView>> {
  if (actor.kind === 'public') return refuse('sign-in-or-key');
  const { asker } = question;
  const forOthers = may(actor, 'calls.ask-for-others');
  if (!forOthers && !(actor.kind === 'person' && (await ownsAddress(services, actor, asker.email)))) {
    return refuse('question-under-own-address');
  }
  return onePlace(() =>
    recordingOrRefusal(services, async (rec) => {
      const { tx } = rec;
      const row = await lockCall(tx, callId);
      if (!row) return notPlanned(services, tx, callId);
      const earlier = await tx.callQuestion.findUnique({ where: { id }, include: withKey });
      if (earlier) return sentBefore(services, earlier, row, question);
      const written = await write(rec, services, { row, question, id, actor });
      if (!written.ok) return written;
      const often = await tooOften({ ...services, db: tx }, actor, LIMITS.questions);
      if (often) return often;
      if (worksheet) await putWorksheet(rec, services, written.value, worksheet);
      await tellAsker(rec, services, row, written.value);
      return ok(questionView(written.value, question.question));
    }),
  );
}

async function write(
  rec: Recording,
  services: Services,
  { row, question, id, actor }: { row: CallRow; question: Question; id: string; actor: Actor },
): Promise<Result<QuestionRow>> {
  const { tx } = rec;
  const series = seriesRule(services, row.seriesId);
  const rule = series && topicRuleOf(series, row.topic as CallTopic);
  if (!series || !rule) return refuse('call-gone');
  const { asker, supervisor } = question;
  const person = await findOrCreatePerson(tx, asker, rec.at);
  const isNews = await rememberOrganization(tx, person, actorRef(actor));
  await rememberName(tx, person.id, asker, actorRef(actor));
  const organization = await organizationOfAsker(tx, await namedOrganization(tx, asker, person));
  const fingerprint = questionFingerprint(services, question.question);
  const { at } = rec;
  const refused = refuseQuestion(
    await questionFacts(tx, services, {
      row,
      series,
      at,
      personId: person.id,
      role: asker.role,
      needsLegalAnalysis: question.needsLegalAnalysis,
      questionAbout: question.questionAbout,
      fingerprint,
      organizationKeys: organization.sameAs,
    }),
  );
  if (refused?.code === 'assistance-refused') return refusedTo(actorRef(actor), person.id);
  if (refused) return refuseFor(refused);
  if (isNews) {
    await recheckRegistrations(rec, services, { personId: person.id, actor: actorRef(actor) });
  }
  const dataKey = makeDataKey(rec, services, 'call_question');
  const written = await tx.callQuestion.create({
    data: {
      id,
      callId: row.id,
      personId: person.id,
      askerEmail: asker.email,
      askerName: asker.name,
      askerRole: asker.role,
      organizationName: asker.organization ?? null,
      organizationKey: organization.key,
      supervisorName: supervisor?.name ?? null,
      supervisorEmail: supervisor?.email ?? null,
      supervisorRole: supervisor?.role ?? null,
      questionAbout: questionAboutOf(rule, question.questionAbout),
      needsLegalAnalysis: question.needsLegalAnalysis,
      empWorksheetCompleted: question.empWorksheetCompleted,
      convertIfUnselected: question.convertIfUnselected,
      status: 'asked',
      textFingerprint: fingerprint,
      dataKeyId: dataKey.id,
      sealed: sealQuestion(services, { id, dataKey }, question.question),
      askedAt: at,
    },
  });
  return ok({ ...written, dataKey });
}

/** The first organization somebody names becomes theirs (true); a later one is for staff to look at. */
async function rememberOrganization(
  tx: Transaction,
  person: { id: string; organizationId: string | null },
  actor: string,
): Promise<boolean> {
  if (!person.organizationId || !(await mayWriteProfile(tx, person.id, actor))) return false;
  const { count } = await tx.person.updateMany({
    where: { id: person.id, organizationId: null },
    data: { organizationId: person.organizationId },
  });
  return count > 0;
}

/** Without a name typed now, the one on record. */
async function namedOrganization(
  tx: Transaction,
  asker: Question['asker'],
  person: { organizationId: string | null; state: string | null },
): Promise<{ email: string; organization: string | null; state: string | null }> {
  const { email, organization = null } = asker;
  const { state } = person;
  if (!isNoOrganization(organization) || !person.organizationId) return { email, organization, state };
  const record = await tx.organization.findUnique({ where: { id: person.organizationId } });
  return { email, organization: record?.name ?? null, state };
}

function tellAsker(rec: Recording, services: Services, call: CallRow, row: QuestionRow) {
  return queueCallMail(rec, services, {
    kind: 'question-received',
    call,
    about: row.id,
    alsoAbout: call.id,
    to: row.askerEmail,
    name: row.askerName,
    link: `${services.appUrl}/my/calls`,
    effectKey: `${call.id}#${row.id}#question-received`,
  });
}

/** The first call was killed after its commit and before its answer: this is the answer it owed. */
function sentBefore(
  services: Services,
  earlier: QuestionRow,
  call: CallRow,
  question: Question,
): Result<QuestionView> {
  const same =
    earlier.callId === call.id &&
    earlier.askerEmail === question.asker.email &&
    earlier.textFingerprint === questionFingerprint(services, question.question);
  if (same) return ok(questionView(earlier, question.question));
  return refuse('key-used-for-other-body');
}

/** Of calls far ahead there is no row yet: their week has not come. */
async function notPlanned(services: Services, tx: Transaction, callId: string): Promise<Result<never>> {
  const found = await findCall(services, tx, callId);
  if (!found) return refuse('no-such-call');
  return refuse('not-this-week');
}
