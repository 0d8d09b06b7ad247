import { documentOf, isNotServed, kindOf, maySupervise, needsSupervisor, roleOf } from '../program/lookup.js';
import type { Program } from '../program/program.schema.js';
import { type FieldError, ok, type Result, refuse, refuseAt, wrongAt } from '../result.js';
import type { Submission } from './submission.schema.js';

/** What the program makes of a submission before anything is stored. */
export interface Intake {
  kind: string;
  documentKind: string | null;
  tVisaRelated: boolean | null;
  /** Courses required and not yet passed. */
  missing: string[];
  /** Whether the named supervisor counts; null supervisor otherwise. */
  supervisorNeeded: boolean;
}

/** The hotline is where survivors and members of the public are sent; nothing about them is kept. */
export function refuseUnserved(program: Program, role: unknown): Result<never> | null {
  if (typeof role !== 'string' || !isNotServed(program, role)) return null;
  return refuse('role-not-served', { hotline: program.organization.hotline });
}

/** Applies the program's rules: role, supervisor, kind, document, prerequisites. Pure. */
export function intake(submission: Submission, program: Program, passed: readonly string[]): Result<Intake> {
  const { requester } = submission;
  const unserved = refuseUnserved(program, requester.role);
  if (unserved) return unserved;
  const errors = [...unknownChoices(submission, program), ...documentErrors(submission, program)];
  if (errors.length > 0) return refuse('answers-need-another-look', errors);
  const classified = classify(submission, program, passed);
  if (!classified.ok) return classified;
  const supervisor = supervisorProblem(submission, program);
  if (supervisor) return supervisor;
  return ok({ ...classified.value, supervisorNeeded: needsSupervisor(program, requester.role) });
}

/** Which kind of request it is, and which courses it waits for. Also used by reclassification. */
export function classify(
  request: { kind: string; documentKind?: string; tVisaRelated?: boolean },
  program: Program,
  passed: readonly string[],
): Result<Omit<Intake, 'supervisorNeeded'>> {
  const document = request.documentKind ? documentOf(program, request.documentKind) : null;
  if (!document) {
    return ok({ kind: request.kind, documentKind: null, tVisaRelated: null, missing: [] });
  }
  if (!document.reviewed) {
    const workshop = program.workshops.find((one) => one.id === document.offerInstead?.workshop)?.title;
    const resource = program.resources.find((one) => one.id === document.offerInstead?.resource)?.title;
    return refuse('document-not-reviewed', { label: document.label, workshop, resource }, [
      wrongAt('/documentKind', 'document-kind-not-reviewed'),
    ]);
  }
  const tVisa = document.tVisa === 'ask' ? (request.tVisaRelated ?? false) : document.tVisa;
  return ok({
    kind: document.becomesKind ?? request.kind,
    documentKind: document.id,
    tVisaRelated: tVisa,
    missing: tVisa ? program.prerequisites.courses.filter((course) => !passed.includes(course)) : [],
  });
}

/**
 * What a review becomes by a document sent along later: one of "another document" with an EMP worksheet is the analysis
 * that the worksheet is for. Null: it stays what it is, as a review of a named document does, whatever comes with it.
 */
export function becomesByDocument(
  request: { kind: string; documentKind: string | null },
  attached: string,
  program: Program,
): (Omit<Intake, 'supervisorNeeded' | 'documentKind'> & { documentKind: string }) | null {
  const own = request.documentKind ? documentOf(program, request.documentKind) : null;
  const becomes = documentOf(program, attached)?.becomesKind;
  if (own?.tVisa !== 'ask' || !becomes || becomes === request.kind) return null;
  const classified = classify({ kind: request.kind, documentKind: attached }, program, []);
  return classified.ok ? { ...classified.value, documentKind: attached } : null;
}

function unknownChoices({ requester, topics, kind }: Submission, program: Program): FieldError[] {
  const errors: FieldError[] = [];
  if (!roleOf(program, requester.role)) {
    errors.push(wrongAt('/requester/role', 'one-of', { choices: program.roles.map((r) => r.id) }));
  }
  topics.forEach((topic, index) => {
    if (program.topics.some((one) => one.id === topic)) return;
    errors.push(wrongAt(`/topics/${index}`, 'one-of', { choices: program.topics.map((t) => t.id) }));
  });
  if (!kindOf(program, kind)) errors.push(wrongAt('/kind', 'kind-of-request'));
  return errors;
}

/** A document belongs to a document review (or an EMP worksheet to an analysis), and a review has one. */
export function documentErrors(
  { kind, documentKind, tVisaRelated }: { kind: string; documentKind?: string; tVisaRelated?: boolean },
  program: Program,
): FieldError[] {
  const needsDocument = kindOf(program, kind)?.needsDocument ?? false;
  const document = documentKind ? documentOf(program, documentKind) : null;
  if (documentKind && !document) return [wrongAt('/documentKind', 'document-to-review')];
  if (needsDocument && !document) return [wrongAt('/documentKind', 'document-to-review')];
  if (document && !needsDocument && document.becomesKind !== kind) {
    return [wrongAt('/documentKind', 'document-of-review-only')];
  }
  if (document?.tVisa === 'ask' && tVisaRelated === undefined) {
    return [wrongAt('/tVisaRelated', 'of-t-visa-case')];
  }
  return [];
}

function supervisorProblem({ requester, supervisor }: Submission, program: Program): Result<never> | null {
  if (!needsSupervisor(program, requester.role)) return null;
  if (!supervisor) {
    return refuseAt('/supervisor', 'supervisor-needed');
  }
  if (supervisor.email === requester.email) {
    return refuse('another-supervisor-needed', [wrongAt('/supervisor/email', 'other-supervisor')]);
  }
  if (!maySupervise(program, supervisor.role)) {
    return refuse('supervisor-needed', [wrongAt('/supervisor/role', 'supervisor-role')]);
  }
  return null;
}
