import type { CallQuestion } from '../../../adapters/database/generated/client.js';
import type { QuestionAbout } from '../../../domain/calls/question-policy.js';
import type { QuestionStatus } from '../../../domain/calls/question-statuses.js';
import type { QuestionView } from './question-view.schema.js';

/** `words`: what was asked, opened by somebody whose reading is logged, or just typed. */
export function questionView(row: CallQuestion, words: string): QuestionView {
  const { supervisorName, supervisorEmail, supervisorRole } = row;
  return {
    id: row.id,
    callId: row.callId,
    status: row.status as QuestionStatus,
    askedAt: row.askedAt.toISOString(),
    asker: {
      name: row.askerName,
      email: row.askerEmail,
      role: row.askerRole,
      organization: row.organizationName,
    },
    supervisor:
      supervisorName && supervisorEmail && supervisorRole
        ? { name: supervisorName, email: supervisorEmail, role: supervisorRole }
        : null,
    question: words,
    questionAbout: row.questionAbout as QuestionAbout,
    needsLegalAnalysis: row.needsLegalAnalysis,
    empWorksheetCompleted: row.empWorksheetCompleted,
    convertIfUnselected: row.convertIfUnselected,
    convertsAt: row.convertAt?.toISOString() ?? null,
    requestId: row.requestId,
    proposedMove:
      row.moveToCallId && row.moveAskedAt
        ? {
            to: row.moveToCallId,
            askedAt: row.moveAskedAt.toISOString(),
            answer: row.moveAnswer as 'agreed' | 'declined' | null,
          }
        : null,
    version: row.version,
    links: {
      self: `/api/v1/calls/${row.callId}/questions/${row.id}`,
      call: `/api/v1/calls/${row.callId}`,
      request: row.requestId ? `/api/v1/ta-requests/${row.requestId}` : null,
    },
  };
}
