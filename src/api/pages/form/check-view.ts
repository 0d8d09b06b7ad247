import { suggestAddress } from '../../../domain/people/suggest-address.js';
import { documentOf, kindOf, roleOf, topicLabels } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { formatDate } from '../../../domain/time/format.js';
import { paths } from '../../paths.js';
import { formText } from '../../text/form.js';
import { escapeHtml } from '../../views/escape-html.js';
import { stateName } from '../parts/parse-states.js';
import type { Draft } from './draft.js';
import { type StepId, stepApplies } from './steps.js';

const text = formText.check;

interface Row {
  key: { text: string };
  value: { html: string };
  actions: { items: { href: string; text: string; visuallyHiddenText: string }[] };
}

export interface CheckSection {
  title: string;
  rows: Row[];
}

/** All answers in the order of the questions; with `change` a link to change each. */
export function checkSections(
  draft: Draft,
  program: Program,
  { change }: { change: boolean } = { change: true },
): CheckSection[] {
  const sections = allSections(draft, program, change ? withSuggestion : (email) => email);
  if (change) return sections;
  return sections.map(({ title, rows }) => ({
    title,
    rows: rows.map(({ key, value }) => ({ key, value, actions: { items: [] } })),
  }));
}

/** Whoever sees it now can still correct it. */
function withSuggestion(email: string): string {
  const meant = suggestAddress(email);
  return meant ? `${email}\n${text.didYouMean(meant)}` : email;
}

function allSections(draft: Draft, program: Program, shown: (email: string) => string): CheckSection[] {
  const { details, supervisor, document, deadline, facts } = draft;
  const you: Row[] = [
    row('role', roleOf(program, draft.role ?? '')?.label ?? draft.role, 'role'),
    row('name', details?.name, 'details'),
    row('email', details && shown(details.email), 'details'),
    row('organization', details?.organization, 'details'),
    row('state', details?.state && stateName(details.state), 'details'),
    row('licensedIn', details?.licensedIn.map(stateName).join(', '), 'details'),
    row('ovcGrantee', yesNo(details?.ovcGrantee), 'details'),
  ];
  if (stepApplies('supervisor', draft, program) && supervisor) {
    const role = roleOf(program, supervisor.role)?.label ?? supervisor.role;
    you.push(row('supervisor', `${supervisor.name}, ${role}\n${shown(supervisor.email)}`, 'supervisor'));
  }
  const request: Row[] = [row('kind', kindOf(program, draft.kind ?? '')?.label, 'kind')];
  if (stepApplies('document', draft, program) && document) {
    request.push(row('document', documentOf(program, document.documentKind)?.label, 'document'));
    if (stepApplies('tVisa', draft, program)) {
      request.push(row('tVisaRelated', yesNo(document.tVisaRelated), 'tVisa'));
    }
  }
  request.push(
    row('topics', topicLabels(program, draft.topics ?? []), 'topics'),
    ...(stepApplies('resources', draft, program)
      ? [row('reviewedResources', yesNo(draft.reviewedResources), 'resources')]
      : []),
    row(
      'deadline',
      deadline && (deadline.has ? `${formatDate(deadline.date)} (${deadline.kind})` : text.noDeadline),
      'deadline',
    ),
  );
  const words: Row[] = [
    row('facts', facts?.facts, 'facts'),
    row('questions', facts?.questions, 'facts'),
    row('clientAlias', facts?.clientAlias, 'facts'),
  ];
  return [
    { title: text.sections.you, rows: you },
    { title: text.sections.request, rows: request },
    { title: text.sections.text, rows: words },
  ];
}

function row(name: keyof typeof text.rows, value: string | undefined, step: StepId): Row {
  const label = text.rows[name];
  return {
    key: { text: label },
    value: { html: typedHtml(value || text.none) },
    actions: {
      items: [{ href: paths.form[step], text: text.change, visuallyHiddenText: label.toLowerCase() }],
    },
  };
}

/** Line ends as markup: the component indents the lines of its values. */
const typedHtml = (value: string): string => escapeHtml(value).replaceAll('\n', '<br>');

const yesNo = (value: boolean | undefined): string => (value ? 'Yes' : 'No');
