import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import type { RequestContent } from '../../../requests/request-content.js';
import type { StaffRequest } from '../request/load-request.js';
import type { Values } from './decision-form.js';

/** What a form shows before anything was typed: how things stand now. */
export function initialValues(kind: DecisionKind, request: StaffRequest, content: RequestContent): Values {
  const { view } = request;
  switch (kind) {
    case 'draft-response':
      return { body: content.draft?.body ?? '' };
    case 'assign':
      return { to: view.assignee?.email ?? '' };
    case 'reprioritise':
      return { urgent: view.urgent ? 'yes' : 'no' };
    case 'reclassify':
      return {
        requestKind: view.kind,
        documentKind: view.documentKind ?? '',
        tVisaRelated: request.tVisaRelated === null ? '' : request.tVisaRelated ? 'yes' : 'no',
      };
    case 'change-deadline': {
      const court = view.courtOrFilingDeadline;
      const [year = '', month = '', day = ''] = court?.date.split('-') ?? [];
      return { deadlineKind: court?.kind ?? '', 'date-month': month, 'date-day': day, 'date-year': year };
    }
    default:
      return {};
  }
}
