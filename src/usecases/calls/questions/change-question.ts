import type { QuestionEdit } from '../../../domain/calls/question.schema.js';
import {
  questionAboutOf,
  refuseByTime,
  refuseQuestion,
  worksheetIsOfUse,
} from '../../../domain/calls/question-policy.js';
import { isOnCall, type QuestionStatus } from '../../../domain/calls/question-statuses.js';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import type { Actor } from '../../../domain/people/actor.js';
import type { CallTopic } from '../../../domain/program/call-series.schema.js';
import { ok, type Result, refuse, refuseFor } from '../../../domain/result.js';
import type { Services } from '../../../ports/services.js';
import type { Recording } from '../../recording.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import { questionFingerprint } from '../asked-before.js';
import { type CallRow, lockCall } from '../call-row.js';
import { seriesRule } from '../load-series.js';
import { sealQuestion } from '../question-text.js';
import type { QuestionRow } from '../questions.js';
import { shownQuestion } from './open-questions.js';
import { ownQuestion } from './own-question.js';
import { callFacts, questionFacts } from './question-facts.js';
import type { QuestionView } from './question-view.schema.js';
import { putWorksheet } from './question-worksheet.js';

interface Ids {
  callId: string;
  questionId: string;
}

/** The asker, or staff for them, words it anew until the cut-off. It keeps its place in the row. */
export async function editQuestion(
  services: Services,
  actor: Actor,
  ids: Ids,
  edit: QuestionEdit,
  { ifMatch, worksheet }: { ifMatch?: number; worksheet?: Buffer | null } = {},
): Promise<Result<QuestionView>> {
  return changing(services, actor, ids, ifMatch, async ({ tx, at }, call, known) => {
    if (known.status === 'withdrawn') {
      return refuse('question-withdrawn');
    }
    const series = seriesRule(services, call.seriesId);
    const rule = series && topicRuleOf(series, call.topic as CallTopic);
    if (!series || !rule) return refuse('call-gone');
    const fingerprint = questionFingerprint(services, edit.question);
    const refused = refuseQuestion(
      await questionFacts(tx, services, {
        row: call,
        series,
        at,
        personId: known.personId,
        role: known.askerRole,
        needsLegalAnalysis: edit.needsLegalAnalysis,
        questionAbout: edit.questionAbout,
        fingerprint,
        // Its place is its own: no other question can have taken it.
        organizationKeys: [],
        questionId: known.id,
      }),
    );
    if (refused) return refuseFor(refused);
    if (worksheet !== undefined) await putWorksheet({ tx, at }, services, known, worksheet);
    const { supervisor } = edit;
    return ok({
      questionAbout: questionAboutOf(rule, edit.questionAbout),
      needsLegalAnalysis: edit.needsLegalAnalysis,
      empWorksheetCompleted: edit.empWorksheetCompleted,
      convertIfUnselected: edit.convertIfUnselected,
      supervisorName: supervisor?.name ?? null,
      supervisorEmail: supervisor?.email ?? null,
      supervisorRole: supervisor?.role ?? null,
      textFingerprint: fingerprint,
      sealed: sealQuestion(services, known, edit.question),
    });
  });
}

/** Takes the question back until the cut-off; its place is free again. Done again, nothing happens. */
export async function withdrawQuestion(
  services: Services,
  actor: Actor,
  ids: Ids,
  { ifMatch }: { ifMatch?: number } = {},
): Promise<Result<QuestionView>> {
  return changing(services, actor, ids, ifMatch, async (rec, _call, known) => {
    if (known.status === 'withdrawn') return ok(null);
    await putWorksheet(rec, services, known, null);
    return ok({ status: 'withdrawn' });
  });
}

/**
 * Puts a copy of a worksheet to a question of one's own, until the cut-off. `completed`: as a completed one, which comes
 * first where the call's topic says so. Refused of a question that is not about law: it is of no use there.
 */
export async function attachToQuestion(
  services: Services,
  actor: Actor,
  ids: Ids,
  { worksheet, completed }: { worksheet: Buffer; completed: boolean },
): Promise<Result<QuestionView>> {
  return changing(services, actor, ids, undefined, async (rec, call, known) => {
    if (known.status === 'withdrawn') return refuse('question-withdrawn');
    if (!worksheetIsOfUse([known.questionAbout])) return refuse('worksheet-of-no-use');
    const series = seriesRule(services, call.seriesId);
    const first = series && topicRuleOf(series, call.topic as CallTopic)?.worksheetFirst;
    await putWorksheet(rec, services, known, worksheet);
    return ok(first && completed ? { empWorksheetCompleted: true } : {});
  });
}

type Change = Partial<Pick<QuestionRow, 'questionAbout' | 'needsLegalAnalysis' | 'empWorksheetCompleted'>> &
  Partial<
    Pick<QuestionRow, 'convertIfUnselected' | 'supervisorName' | 'supervisorEmail' | 'supervisorRole'>
  > &
  Partial<Pick<QuestionRow, 'status' | 'textFingerprint'>> & { sealed?: Uint8Array<ArrayBuffer> };

/** With the call locked, as for asking: the cut-off comes before or after, never in between. */
async function changing(
  services: Services,
  actor: Actor,
  ids: Ids,
  ifMatch: number | undefined,
  change: (rec: Recording, call: CallRow, known: QuestionRow) => Promise<Result<Change | null>>,
): Promise<Result<QuestionView>> {
  const changed = await recordingOrRefusal<QuestionRow>(services, async (rec) => {
    const { tx } = rec;
    const call = await lockCall(tx, ids.callId);
    const found = await ownQuestion(tx, actor, ids);
    if (!found.ok) return found;
    if (!call) return refuse('no-such-call');
    const known = found.value;
    if (ifMatch !== undefined && ifMatch !== known.version) {
      return refuse('question-version', { version: known.version });
    }
    const late = refuseByTime({ call: callFacts(call), at: rec.at.toISOString() });
    if (late) return refuseFor(late);
    if (known.status !== 'withdrawn' && !isOnCall(known.status as QuestionStatus)) {
      return refuse('question-not-on-call');
    }
    const changed = await change(rec, call, known);
    if (!changed.ok) return changed;
    if (!changed.value) return ok(known);
    const row = await tx.callQuestion.update({
      where: { id: known.id },
      data: { ...changed.value, version: { increment: 1 } },
    });
    return ok({ ...row, dataKey: known.dataKey });
  });
  return changed.ok ? ok(await shownQuestion(services, actor, changed.value)) : changed;
}
