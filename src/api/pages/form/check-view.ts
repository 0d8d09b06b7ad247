import { suggestAddress } from '../../../domain/people/suggest-address.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { escapeHtml } from '../../views/escape-html.js';
import type { Draft } from './draft.js';
import type { CheckRow, FormStep, StepId } from './step.js';
import { stepsFor } from './steps.js';

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
  texts: Texts,
  draft: Draft,
  program: Program,
  { change }: { change: boolean } = { change: true },
): CheckSection[] {
  const text = texts.requester.form.check;
  const steps = stepsFor(draft, program);
  /** Whoever sees it now can still correct it. */
  const withSuggestion = (email: string) => {
    const meant = suggestAddress(email);
    return meant ? `${email}\n${text.didYouMean(meant)}` : email;
  };
  const rowsOf = (step: FormStep) =>
    step
      .rows(texts, draft, program, change ? withSuggestion : (email) => email)
      .map((answer) => row(text, answer, change ? step.id : null));
  return (['you', 'request', 'text'] as const).map((section) => ({
    title: text.sections[section],
    rows: steps.filter((step) => step.section === section).flatMap(rowsOf),
  }));
}

function row(text: Texts['requester']['form']['check'], [name, value]: CheckRow, step: StepId | null): Row {
  const label = text.rows[name];
  const change = { text: text.change, visuallyHiddenText: label.charAt(0).toLowerCase() + label.slice(1) };
  return {
    key: { text: label },
    value: { html: typedHtml(value || text.none) },
    actions: { items: step ? [{ href: paths.form[step], ...change }] : [] },
  };
}

/** Line ends as markup: the component indents the lines of its values. */
const typedHtml = (value: string): string => escapeHtml(value).replaceAll('\n', '<br>');
