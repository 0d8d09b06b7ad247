import { suggestAddress } from '../../../domain/people/suggest-address.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { paths } from '../../paths.js';
import { formText } from '../../text/en/pages/form.js';
import { escapeHtml } from '../../views/escape-html.js';
import type { Draft } from './draft.js';
import type { CheckRow, FormStep, StepId } from './step.js';
import { stepsFor } from './steps.js';

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
  const steps = stepsFor(draft, program);
  const rowsOf = (step: FormStep) =>
    step
      .rows(draft, program, change ? withSuggestion : (email) => email)
      .map((answer) => row(answer, change ? step.id : null));
  return (['you', 'request', 'text'] as const).map((section) => ({
    title: text.sections[section],
    rows: steps.filter((step) => step.section === section).flatMap(rowsOf),
  }));
}

/** Whoever sees it now can still correct it. */
function withSuggestion(email: string): string {
  const meant = suggestAddress(email);
  return meant ? `${email}\n${text.didYouMean(meant)}` : email;
}

function row([name, value]: CheckRow, step: StepId | null): Row {
  const label = text.rows[name];
  const change = { text: text.change, visuallyHiddenText: label.toLowerCase() };
  return {
    key: { text: label },
    value: { html: typedHtml(value || text.none) },
    actions: { items: step ? [{ href: paths.form[step], ...change }] : [] },
  };
}

/** Line ends as markup: the component indents the lines of its values. */
const typedHtml = (value: string): string => escapeHtml(value).replaceAll('\n', '<br>');
