import { describe } from '@jest/globals';
import { BOTH, decisions, REVIEW } from './site.js';

describe('with which document and which courses', () => {
  decisions([
    [{ document: 't-visa-rfe' }, BOTH],
    [{ document: 't-visa-denial' }, BOTH],
    [{ document: 't-visa-appeal' }, BOTH],
    [
      { document: 't-visa-rfe', passed: ['defined'] },
      'awaiting-prerequisites, document-review; waits for t-visas-part-1; not yet promised; normal',
    ],
    [
      { document: 't-visa-denial', passed: ['visas'] },
      'awaiting-prerequisites, document-review; waits for human-trafficking-defined; not yet promised; normal',
    ],
    [{ document: 't-visa-rfe', passed: ['defined', 'visas'] }, REVIEW],
    [{ document: 't-visa-denial', passed: ['visas', 'defined'] }, REVIEW],
    [{ document: 't-visa-appeal', passed: ['defined', 'visas', 'emp'] }, REVIEW],
    [{ document: 't-visa-appeal', passed: ['emp'] }, BOTH],
    [{ document: 't-visa-rfe', failed: ['defined', 'visas'] }, BOTH],
    [
      { document: 't-visa-rfe', passed: ['defined'], failed: ['visas'] },
      'awaiting-prerequisites, document-review; waits for t-visas-part-1; not yet promised; normal',
    ],
    // Passed once is passed.
    [{ document: 't-visa-rfe', passed: ['defined', 'visas'], failed: ['visas'] }, REVIEW],
    // What is said of an RFE is that it is of a T visa, whatever else is told.
    [{ document: 't-visa-rfe', tVisa: false }, BOTH],
    [{ document: 't-visa-initial-declaration' }, '422 document-kind-not-reviewed /documentKind'],
    [
      { document: 't-visa-initial-declaration', passed: ['defined', 'visas'] },
      '422 document-kind-not-reviewed /documentKind',
    ],
    [{ document: 'post-conviction-relief-statement' }, REVIEW],
    [{ document: 'victims-compensation' }, REVIEW],
    [{ document: 'victims-compensation', role: 'case-manager' }, REVIEW],
    [{ document: 'other-document' }, '422 invalid /tVisaRelated'],
    [{ document: 'other-document', tVisa: false }, REVIEW],
    [{ document: 'other-document', tVisa: true }, BOTH],
    [{ document: 'other-document', tVisa: true, passed: ['defined', 'visas'] }, REVIEW],
    [{ document: 'will' }, '422 invalid /documentKind'],
    // A worksheet makes it an analysis, which needs no course.
    [{ document: 'emp-worksheet' }, 'queued, trafficking-analysis; by 2026-11-24 (promise); normal'],
    [
      { document: 'emp-worksheet', kind: 'trafficking-analysis' },
      'queued, trafficking-analysis; by 2026-11-24 (promise); normal',
    ],
    [{ document: 'emp-worksheet', kind: 'case-consultation' }, '422 invalid /documentKind'],
    [{ document: 'emp-worksheet', role: 'law-student' }, '422 supervisor-required /supervisor'],
    [
      { document: 't-visa-rfe', role: 'paralegal', supervisor: 'attorney' },
      'awaiting-prerequisites, document-review; waits for human-trafficking-defined + t-visas-part-1 + supervisor-confirmation; not yet promised; normal',
    ],
    [
      { document: 't-visa-rfe', role: 'paralegal', supervisor: 'attorney', passed: ['defined', 'visas'] },
      'queued, document-review; waits for supervisor-confirmation; by 2026-11-24 (promise); normal',
    ],
  ]);
});
